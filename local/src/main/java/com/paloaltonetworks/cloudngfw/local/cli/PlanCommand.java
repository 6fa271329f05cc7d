package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.plan.DeployPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = "Shows what a deploy would change and how many requests that takes, without writing anything.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Mixin
    private DeployOptions wanted;

    @Override
    public Integer call() {
        DeployPlan plan = common.rehearsal().of(wanted.request(common));
        if (common.json()) {
            common.print(StackDocuments.plan(plan));
        } else {
            plan.outcome().notices().forEach(notice -> common.err().println("Note: " + notice.message()));
            common.err().flush();
            new PlanText(common.out()).print(plan);
        }
        plan.problems().forEach(problem -> common.err().println(problem.toLine()));
        common.err().flush();
        return plan.succeeds() ? 0 : Failures.FAILED;
    }
}
