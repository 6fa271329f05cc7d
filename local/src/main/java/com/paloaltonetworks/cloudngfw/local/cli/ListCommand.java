package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Lists the stacks.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        List<Stack> stacks = new KeptStacks(common).all();
        if (common.json()) {
            common.print(StackDocuments.stacks(stacks));
        } else {
            new StackText(common.out()).stacks(stacks);
        }
        return 0;
    }
}
