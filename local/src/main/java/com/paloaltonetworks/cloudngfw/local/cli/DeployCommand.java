package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.cloud.DeployRequest;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud.Deployed;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "deploy", description = "Creates or updates a stack.", mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Mixin
    private DeployOptions wanted;

    @Override
    public Integer call() {
        DeployRequest request = wanted.request(common);
        try (LocalCloud cloud = common.cloud()) {
            Deployed deployed = cloud.deploy(request);
            show(deployed);
            if (!deployed.stack().getStatus().isSuccess() && deployed.changed()) {
                cloud.validate(request).stream()
                        .filter(Problem::isError)
                        .forEach(problem -> common.err().println(problem.toLine()));
                common.err().flush();
                return Failures.FAILED;
            }
            return 0;
        }
    }

    private void show(Deployed deployed) {
        Stack stack = deployed.stack();
        if (common.json()) {
            common.print(StackDocuments.stack(stack, deployed.changed()));
            return;
        }
        deployed.notices().forEach(notice -> common.err().println("Note: " + notice.message()));
        common.err().flush();
        if (!deployed.changed()) {
            common.out().println("No updates are to be performed.");
        }
        new StackText(common.out()).summary(stack);
    }
}
