package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.cloud.DeployRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be deployed: the same words for the deploy and for its plan. */
final class DeployOptions {

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

    DeployRequest request(CommonOptions common) {
        TemplateFile file = new TemplateFile(template);
        return new DeployRequest(
                common.stack(stackName == null ? file.stackName() : stackName),
                file.text(),
                CommonOptions.pairs("--parameters", parameters),
                CommonOptions.pairs("--tags", tags),
                new LinkedHashSet<>(capabilities),
                disableRollback);
    }
}
