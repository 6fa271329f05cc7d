package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "events", description = "Shows what happened to a stack.", mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "STACK", description = "Name or id.")
    private String name;

    @Override
    public Integer call() {
        Stack stack = new KeptStacks(common).named(name);
        if (common.json()) {
            common.print(StackDocuments.events(stack));
        } else {
            new StackText(common.out()).events(stack);
        }
        return 0;
    }
}
