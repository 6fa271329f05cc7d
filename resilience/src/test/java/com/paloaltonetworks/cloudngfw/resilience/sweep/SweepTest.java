package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Sweep.Try;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No try is lost on the way to the page. */
class SweepTest {

    private static final Run RUN = Run.of("SecurityRule update");
    private static final Disturbance RESET = new Disturbance(Fault.RESET, RUN.lastCall());

    private static Try tried(Fault fault, Verdict.Kind kind) {
        return new Try(RUN.story(), new Disturbance(fault, RUN.lastCall()), new Verdict(kind, ""));
    }

    @Test
    void aTrialThatBreaksIsWrongAndNamed() {
        Try broken = Sweep.tried(RUN.story(), RESET, () -> {
            throw new IllegalStateException("no baton");
        });
        assertThat(broken.verdict().kind()).isEqualTo(Verdict.Kind.WRONG);
        assertThat(broken.toString()).startsWith(RUN.story() + ", " + RESET).contains("no baton");
    }

    @Test
    void whatLastsBeginsAtEveryAddressBeforeAndAfterTheLastWrite() {
        List<Point> points = RUN.undisturbed().evidence().points();
        int lastWrite = points.stream()
                .filter(Point::isWrite)
                .mapToInt(Point::number)
                .max()
                .orElseThrow();
        List<Point> begun = Sweep.disturbances(RUN.story(), points).stream()
                .filter(each -> each.fault() == Fault.FORBIDDEN_UNTIL_ROLLBACK)
                .map(Disturbance::point)
                .toList();
        assertThat(begun).doesNotHaveDuplicates();
        assertThat(begun.stream().filter(point -> point.number() > lastWrite).map(Point::call))
                .containsExactlyInAnyOrderElementsOf(points.stream()
                        .filter(point -> point.number() > lastWrite)
                        .map(Point::call)
                        .distinct()
                        .toList());
        assertThat(begun.stream().filter(Point::opensEndpoint).map(Point::call))
                .containsExactlyInAnyOrderElementsOf(
                        points.stream().map(Point::call).distinct().toList());
    }

    @Test
    void whoOnlyLooksHasNoContextToLose() {
        Run read = Run.of("SecurityRule read");
        assertThat(Sweep.disturbances(
                        read.story(), read.undisturbed().evidence().points()))
                .extracting(Disturbance::fault)
                .contains(Fault.DIES_AFTER)
                .doesNotContain(Fault.DIES_AFTER_FORGETTING, Fault.DIES_BEFORE_FORGETTING);
    }

    @Test
    void aFaultThatWasPossibleNowhereIsTold() {
        assertThat(Sweep.triedNowhere(List.of(
                        tried(Fault.REVERT, Verdict.Kind.NOT_POSSIBLE),
                        tried(Fault.COMMIT, Verdict.Kind.NOT_POSSIBLE),
                        tried(Fault.COMMIT, Verdict.Kind.CONVERGED))))
                .isEqualTo(Set.of("SecurityRule update, somebody reverts"));
    }

    @Test
    void thePageCountsWhatWasNotPossibleApart() {
        String page = Matrix.of(List.of(
                tried(Fault.REVERT, Verdict.Kind.NOT_POSSIBLE),
                tried(Fault.COMMIT, Verdict.Kind.NOT_POSSIBLE),
                tried(Fault.COMMIT, Verdict.Kind.CONVERGED)));
        assertThat(page)
                .contains("| SecurityRule update | 1 | 1 | 0 | 0 | 0 | 2 |")
                .contains("| somebody commits | 1 | 1 | 0 | 0 | 0 | 1 |")
                .contains("| somebody reverts | 0 | 0 | 0 | 0 | 0 | 1 |");
    }
}
