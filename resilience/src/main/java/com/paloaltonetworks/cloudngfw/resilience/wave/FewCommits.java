package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * I9: operations that are under way together in a rulestack take at most two commits, one more for each that fails, and one
 * more for those that come while another is under way or over; never one each. I5: once nobody writes any more, at most two
 * further commits succeed. A service that queues commits may carry out one more, when requests for them cross on the wire.
 *
 * <p>Judged where nothing else costs commits: no operator, no lost answer, no refused call.
 */
final class FewCommits implements Invariant {

    private static final String FEW = "I9 (few commits)";
    private static final String FURTHER = "I5 (at most two further commits)";
    private static final List<Knob> COSTLY = List.of(
            Knob.OPERATOR,
            Knob.LOST_ANSWERS,
            Knob.THROTTLING,
            Knob.CONTEXT_LOST,
            Knob.SERVER_ERRORS,
            Knob.EXPIRED_TOKENS,
            Knob.RULESTACK_REMOVED);
    private static final int OF_A_WAVE = 2;

    private final Scene scene;
    private final Map<String, Count> counts = new TreeMap<>();
    private int before;

    FewCommits(Scene scene) {
        this.scene = scene;
    }

    /** What has happened in one rulestack. */
    private static final class Count {
        private int underWay;
        private int waves;
        private int late;
        private boolean committing;
        private int commits;
        private int sinceWrite;
        private int unresolved;
        private int failures;
        private boolean crossed;
        private Instant last = Instant.MIN;

        void begins() {
            if (underWay++ == 0) {
                waves++;
            } else if (committing) {
                late++;
            }
            committing = false;
        }

        /** @param call how long one takes at most */
        void accepted(Instant now, Duration call) {
            crossed |= now.minus(call).isBefore(last);
            last = now;
            commits++;
            sinceWrite++;
            unresolved++;
            committing = true;
        }

        /** A commit is over; of those that were queued behind it nothing is known, and all count as failed with it. */
        void resolved(boolean failed) {
            failures += failed ? unresolved : 0;
            sinceWrite -= failed ? Math.min(unresolved, sinceWrite) : 0;
            unresolved = 0;
        }

        int most() {
            return OF_A_WAVE * waves + failures + late + (crossed ? 1 : 0);
        }

        int mostFurther() {
            return OF_A_WAVE + (crossed ? 1 : 0);
        }
    }

    private Count count(String rulestack) {
        return counts.computeIfAbsent(rulestack, name -> new Count());
    }

    @Override
    public void begins(Change change) {
        if (!change.isOf(ResourceKind.FIREWALL)) {
            count(change.rulestack()).begins();
        }
    }

    @Override
    public void ended(Change change, Result result) {
        if (!change.isOf(ResourceKind.FIREWALL)) {
            count(change.rulestack()).underWay--;
        }
    }

    @Override
    public void arrives(Call call, Delivery delivery) {
        if (CommitCall.isStart(call)) {
            before = commitCount(CommitCall.rulestack(call));
        }
    }

    /** As the service counts: one that joins a commit under way is none. */
    private int commitCount(String rulestack) {
        return scene.tenant().rulestack(rulestack).path("CommitCount").asInt();
    }

    @Override
    public void answered(Call call, Answer answer, Delivery delivery) {
        boolean accepted = answer.status() < 400;
        if (CommitCall.isStart(call)) {
            String rulestack = CommitCall.rulestack(call);
            if (accepted && commitCount(rulestack) > before) {
                count(rulestack)
                        .accepted(
                                scene.scheduler().now(),
                                scene.scenario().latency().most());
            }
        } else if (CommitCall.isStatusRead(call)) {
            if (accepted && !CommitCall.status(answer.body()).equals("Pending")) {
                count(CommitCall.rulestack(call))
                        .resolved(CommitCall.status(answer.body()).equals("Failed"));
            }
        } else if (accepted && !call.method().equals("GET") && call.path().startsWith("/v1/config/rulestacks/")) {
            count(call.path().split("/", -1)[4]).sinceWrite = 0;
        }
    }

    @Override
    public void atRest(Course course) {
        if (COSTLY.stream().anyMatch(course.scenario()::has)) {
            return;
        }
        counts.forEach((rulestack, count) -> {
            if (count.commits > count.most()) {
                scene.broken(
                        FEW,
                        rulestack,
                        count.commits + " commits, at most " + count.most() + " were needed for " + count.waves
                                + " waves, " + count.failures + " failures and " + count.late + " late arrivals");
            }
            if (count.sinceWrite > count.mostFurther()) {
                scene.broken(FURTHER, rulestack, count.sinceWrite + " commits since the last write");
            }
        });
    }
}
