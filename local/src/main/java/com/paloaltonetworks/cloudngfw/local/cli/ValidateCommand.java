package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.cloud.DeployRequest;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Lists every problem of a template without writing anything.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "TEMPLATE", description = "A template in JSON or YAML.")
    private Path template;

    @Option(
            names = "--parameters",
            paramLabel = "K=V",
            arity = "1..*",
            description = "Values to check the template with.")
    private List<String> parameters = new ArrayList<>();

    @Override
    public Integer call() {
        TemplateFile file = new TemplateFile(template);
        DeployRequest request = new DeployRequest(
                common.stack(file.stackName()),
                file.text(),
                CommonOptions.pairs("--parameters", parameters),
                Map.of(),
                Set.of(),
                false);
        List<Problem> problems;
        try (LocalCloud cloud = common.look()) {
            problems = cloud.validate(request);
        }
        if (common.json()) {
            common.print(StackDocuments.problems(problems));
        } else {
            problems.forEach(problem ->
                    common.out().println((problem.isError() ? "error    " : "warning  ") + problem.toLine()));
            common.out().println(problems.isEmpty() ? "No problems" : problems.size() + " problem(s)");
            common.out().flush();
        }
        return problems.stream().anyMatch(Problem::isError) ? Failures.WRONG_USAGE : 0;
    }
}
