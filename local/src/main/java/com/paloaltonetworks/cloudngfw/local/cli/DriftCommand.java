package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.stack.DriftReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        description = "Compares a stack's resources with what the service holds.",
        mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "STACK", description = "Name or id.")
    private String name;

    @Override
    public Integer call() {
        try (LocalCloud cloud = common.cloud()) {
            DriftReport report = cloud.drift(common.stack(name));
            if (common.json()) {
                common.print(StackDocuments.drift(report));
            } else {
                new StackText(common.out()).drift(report);
            }
            return 0;
        }
    }
}
