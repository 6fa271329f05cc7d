package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Deletes a stack and its resources.", mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "STACK", description = "Name or id.")
    private String name;

    @Override
    public Integer call() {
        try (LocalCloud cloud = common.cloud()) {
            Stack stack = cloud.delete(common.stack(name));
            if (common.json()) {
                common.print(StackDocuments.stack(stack, true));
            } else {
                new StackText(common.out()).summary(stack);
            }
            return stack.getStatus().isSuccess() ? 0 : Failures.FAILED;
        }
    }
}
