package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.cloud.DeployRequest;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud.Deployed;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "deploy", description = "Creates or updates a stack.", mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "TEMPLATE", description = "A template in JSON or YAML.")
    private Path template;

    @Option(names = "--stack-name", paramLabel = "S", description = "Default: the template's file name.")
    private @Nullable String stackName;

    @Option(
            names = "--parameters",
            paramLabel = "K=V",
            arity = "1..*",
            description = "On update, others keep their values.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--tags",
            paramLabel = "K=V",
            arity = "1..*",
            description = "Tags of the stack and all its resources.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--capabilities",
            paramLabel = "C",
            arity = "1..*",
            description = "CAPABILITY_IAM, CAPABILITY_NAMED_IAM.")
    private List<String> capabilities = new ArrayList<>();

    @Option(names = "--disable-rollback", description = "Keep what a failed operation has done.")
    private boolean disableRollback;

    @Override
    public Integer call() {
        TemplateFile file = new TemplateFile(template);
        DeployRequest request = new DeployRequest(
                common.stack(stackName == null ? file.stackName() : stackName),
                file.text(),
                CommonOptions.pairs("--parameters", parameters),
                CommonOptions.pairs("--tags", tags),
                new LinkedHashSet<>(capabilities),
                disableRollback);
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
