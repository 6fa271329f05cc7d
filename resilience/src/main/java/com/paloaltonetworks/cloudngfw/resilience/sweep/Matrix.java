package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Sweep.Try;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page that tells what the sweep tried and what came of it. */
final class Matrix {

    private static final String HEAD = """
            # Fault sweep

            Every call that an operation makes of the service, STS included, is recorded once without faults and then disturbed, one fault at one
            call at a time, with the real handlers driven as CloudFormation drives them and the simulator in the same process. How a run is judged
            stands in [decision 27](../decisions/0027-what-the-fault-sweep-counts-as-clean.md). This page is written by
            `mvn -B -pl resilience -am verify -Dtest=FaultSweepTest -Dsurefire.failIfNoSpecifiedTests=false -Dsweep.page=../docs/verification/fault-sweep.md`,
            and the same test holds it against a fresh run.

            - *converged*: the wanted state is in force, exactly.
            - *failed cleanly*: a clear failure, or a cancellation; after CloudFormation's rollback (or the user's second delete) exactly the state before, or the
              resource gone. A cancelled operation that ended before it noticed is taken back too, so none converges.
            - *documented orphan*: a create whose process died and whose callback context was lost finds its own work and answers AlreadyExists.
            - *lost or wrong*: anything else.
            - *not possible*: nobody could do there what the fault says (revert a rulestack that does not exist yet); not among the points.
            """;

    private static final String COLUMNS =
            "points | converged | failed cleanly | documented orphan | lost or wrong | not possible |";

    private Matrix() {}

    static String of(List<Try> tries) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## All operations\n\n| operation | ")
                .append(COLUMNS)
                .append("\n|---|--:|--:|--:|--:|--:|--:|\n");
        List<String> stories =
                tries.stream().map(each -> each.story().name()).distinct().toList();
        for (String story : stories) {
            append(page, story, of(tries, story));
        }
        append(page, "**all**", tries);
        for (String story : stories) {
            page.append("\n## ").append(story).append("\n\n| fault | ").append(COLUMNS);
            page.append("\n|---|--:|--:|--:|--:|--:|--:|\n");
            byFault(of(tries, story)).forEach((fault, each) -> append(page, fault.toString(), each));
        }
        return page.toString();
    }

    private static List<Try> of(List<Try> tries, String story) {
        return tries.stream().filter(each -> each.story().name().equals(story)).toList();
    }

    private static Map<Fault, List<Try>> byFault(List<Try> tries) {
        return tries.stream()
                .collect(Collectors.groupingBy(
                        each -> each.disturbance().fault(), () -> new EnumMap<>(Fault.class), Collectors.toList()));
    }

    private static void append(StringBuilder page, String name, List<Try> tries) {
        Map<Verdict.Kind, Long> counts = tries.stream()
                .collect(Collectors.groupingBy(each -> each.verdict().kind(), TreeMap::new, Collectors.counting()));
        long impossible = counts.getOrDefault(Verdict.Kind.NOT_POSSIBLE, 0L);
        List<Object> cells = new ArrayList<>(List.of(name, tries.size() - impossible));
        for (Verdict.Kind kind : List.of(
                Verdict.Kind.CONVERGED,
                Verdict.Kind.FAILED_CLEANLY,
                Verdict.Kind.DOCUMENTED_ORPHAN,
                Verdict.Kind.WRONG,
                Verdict.Kind.NOT_POSSIBLE)) {
            cells.add(counts.getOrDefault(kind, 0L));
        }
        page.append(cells.stream().map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
