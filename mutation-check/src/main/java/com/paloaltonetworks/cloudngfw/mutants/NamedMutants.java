package com.paloaltonetworks.cloudngfw.mutants;

import com.paloaltonetworks.cloudngfw.mutants.Mutant.Edit;
import java.util.List;

/** The mistakes that a commit machine for a service like this one is most likely to be built with. */
final class NamedMutants {

    private static final String ROOT = "com.paloaltonetworks.cloudngfw.";
    private static final String CORE = "handler-core/src/main/java/com/paloaltonetworks/cloudngfw/core/";
    private static final String DEPLOYMENT = CORE + "deploy/Deployment.java";
    private static final String BLAME = CORE + "deploy/Blame.java";
    private static final String WITHDRAWAL = CORE + "deploy/Withdrawal.java";
    private static final String PAUSE = CORE + "deploy/Pause.java";
    private static final String RUNNER = CORE + "Runner.java";
    private static final String RULESTACK_API =
            "ngfw-client/src/main/java/com/paloaltonetworks/cloudngfw/client/RulestackApi.java";

    private static final String STEP_BY_STEP = ROOT + "core.deploy.DeploymentTest";
    private static final String FAILED_COMMITS = ROOT + "core.deploy.FailedCommitsTest";
    private static final String ANSWERS = ROOT + "core.RunnerTest";
    private static final String DELAYS = ROOT + "core.deploy.PauseTest";
    private static final String UNLUCKY_MOMENTS = ROOT + "securityrule.UnluckyMomentsTest";

    /** Where a look at the status finds a commit under way. */
    private static final String PENDING = """
                    if (status.pending()) {
                        return awaitCommit();
            """;

    static final List<Mutant> ALL = List.of(
            new Mutant(
                    "success by status alone",
                    List.of(new Edit(
                            DEPLOYMENT,
                            "if (standing.inRunning()) {",
                            "if (standing.inRunning() || progress.isFresh() && !status.failed()) {")),
                    List.of(STEP_BY_STEP, UNLUCKY_MOMENTS)),
            new Mutant(
                    "content read before the status",
                    List.of(
                            new Edit(
                                    DEPLOYMENT,
                                    "private final DeployProgress progress;",
                                    "private final DeployProgress progress;\n    private Standing seenBefore;"),
                            new Edit(
                                    DEPLOYMENT,
                                    "CommitStatus status = status();",
                                    "seenBefore = target.standing();\n        CommitStatus status = status();"),
                            new Edit(
                                    DEPLOYMENT,
                                    "Standing standing = target.standing();",
                                    "Standing standing = seenBefore;")),
                    List.of(STEP_BY_STEP, UNLUCKY_MOMENTS)),
            new Mutant(
                    "no safe gate",
                    List.of(new Edit(DEPLOYMENT, PENDING, """
                            if (status.pending()) {
                                return target.standing().inRunning() ? Outcome.done() : awaitCommit();
                            """)),
                    List.of(STEP_BY_STEP, UNLUCKY_MOMENTS)),
            new Mutant(
                    "no freshness rule",
                    List.of(new Edit(
                            DEPLOYMENT, "if (status.failed() && progress.isFresh()) {", "if (status.failed()) {")),
                    List.of(FAILED_COMMITS, UNLUCKY_MOMENTS)),
            // K is the number of failures after which one that does not name us counts as ours. It has become two
            // numbers: one for failures with others' entries in the candidate, one for those without.
            new Mutant(
                    "K is 1 among others",
                    List.of(new Edit(BLAME, "MOST_FAILURES_OF_OTHERS = 9;", "MOST_FAILURES_OF_OTHERS = 1;")),
                    List.of(FAILED_COMMITS, UNLUCKY_MOMENTS)),
            new Mutant(
                    "K is 1 for the last one left",
                    List.of(new Edit(BLAME, "target.hasSiblings() || !progress.isStartedAlone();", "false;")),
                    List.of(FAILED_COMMITS, UNLUCKY_MOMENTS)),
            new Mutant(
                    "no withdrawal",
                    List.of(new Edit(WITHDRAWAL, "return target.withdraw();", "return Outcome.done();")),
                    List.of(FAILED_COMMITS, UNLUCKY_MOMENTS)),
            // The client knows no revert, on purpose, so it has to learn it first.
            new Mutant(
                    "revert on failure",
                    List.of(
                            new Edit(RULESTACK_API, "public CommitStatus commitStatus() {", """
                                    public void revert() {
                                        api.post(path + "/revert", NOTHING);
                                    }

                                    public CommitStatus commitStatus() {"""),
                            new Edit(WITHDRAWAL, "return target.withdraw();", """
                                    target.rulestack().revert();
                                    return target.withdraw();""")),
                    List.of(
                            FAILED_COMMITS + "#onlyOurOwnIsTakenBack",
                            UNLUCKY_MOMENTS + "#aPoisonedRuleGoesAndTheDraftsOfOthersStay")),
            new Mutant(
                    "commit while one is pending",
                    List.of(new Edit(DEPLOYMENT, PENDING, """
                            if (status.pending()) {
                                return post();
                            """)),
                    List.of(STEP_BY_STEP, UNLUCKY_MOMENTS)),
            new Mutant(
                    "no look right before a commit",
                    List.of(new Edit(DEPLOYMENT, "if (isAnothersUnderWay()) {", "if (false) {")),
                    List.of(STEP_BY_STEP, UNLUCKY_MOMENTS)),
            new Mutant(
                    "no identifier in the first event",
                    List.of(new Edit(
                            RUNNER,
                            ".resourceModel(op.desired())",
                            ".resourceModel(op.progress().getDone().size() > 1 ? op.desired() : null)")),
                    List.of(ANSWERS, UNLUCKY_MOMENTS)),
            new Mutant(
                    "the same delay for everybody",
                    List.of(new Edit(PAUSE, "(most - least) * chance", "(most - least) * 0.5")),
                    List.of(DELAYS, UNLUCKY_MOMENTS)));

    private NamedMutants() {}
}
