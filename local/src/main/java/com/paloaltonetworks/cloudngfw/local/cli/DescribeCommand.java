package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "describe", description = "Shows a stack with outputs and resources.", mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "STACK", description = "Name or id.")
    private String name;

    @Override
    public Integer call() {
        Stack stack = new KeptStacks(common).named(name);
        if (common.json()) {
            common.print(StackDocuments.stack(stack, false));
        } else {
            new StackText(common.out()).describe(stack);
        }
        return 0;
    }
}
