package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.wave.Act.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All orders in which acts can happen, one course after the other, depth first. Of orders that differ only in acts that
 * commute, one (by sleep sets: what was tried before its siblings in the tree need not come again before something disturbs it);
 * and of courses that come to the same state, one: the others end there.
 */
final class Interleavings {

    /** Far more than any two handlers have needed; an endless search is none. */
    private static final int MOST = 50_000;

    private final List<Fork> path = new ArrayList<>();

    /** What was left out where a state was met: it was tried elsewhere. */
    private final Map<String, Set<Act>> leftOut = new HashMap<>();

    private final Set<Kind> duringCommits = EnumSet.noneOf(Kind.class);
    private int depth;
    private boolean known;

    /** A point at which several could go on. */
    private static final class Fork {
        private final List<Act> open;
        private final Set<Act> asleep;
        private Act chosen;

        Fork(List<Act> open, Set<Act> asleep, Act chosen) {
            this.open = open;
            this.asleep = asleep;
            this.chosen = chosen;
        }
    }

    /**
     * Who of those that could goes on.
     *
     * @param state tells of all that what follows depends on; nothing that was tried in the same state comes again
     */
    Act choose(List<Act> open, Supplier<String> state) {
        if (!known && depth == path.size()) {
            Set<Act> asleep = asleep();
            List<Act> untried = untried(open, asleep, state.get());
            untried.stream()
                    .findFirst()
                    .ifPresentOrElse(act -> path.add(new Fork(untried, asleep, act)), () -> known = true);
        }
        return known ? open.get(0) : path.get(depth++).chosen;
    }

    /** In a state that was met before, only what was left out then: that it was tried elsewhere may not be true from here. */
    private List<Act> untried(List<Act> open, Set<Act> asleep, String state) {
        Collection<Act> candidates = leftOut.getOrDefault(state, Set.copyOf(open));
        Set<Act> left = new HashSet<>(candidates);
        left.retainAll(asleep);
        boolean met = leftOut.put(state, left) != null;
        return open.stream()
                .filter(act -> !asleep.contains(act) && (!met || candidates.contains(act)))
                .toList();
    }

    private Set<Act> asleep() {
        Set<Act> asleep = new HashSet<>();
        if (depth > 0) {
            Fork last = path.get(depth - 1);
            asleep.addAll(last.asleep);
            asleep.removeIf(act -> !act.commutesWith(last.chosen));
        }
        return asleep;
    }

    /** Whether all that can come now has been before, in another order of acts that commute. */
    boolean isKnown() {
        return known;
    }

    /** What has happened while a commit was pending, in any of the courses. */
    Set<Kind> duringCommits() {
        return duringCommits;
    }

    /** Lets a scenario happen in every order on every kind of service, or on those between which it makes a difference. */
    static Map<Mode, Explored> everywhere(Scenario scenario) {
        Map<Mode, Explored> explored = new LinkedHashMap<>();
        for (Mode mode : Mode.ALL) {
            Explored alike = explored.entrySet().stream()
                    .filter(other ->
                            other.getKey().isLike(mode, other.getValue().duringCommits()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> explore(scenario.withMode(mode)));
            explored.put(mode, alike);
        }
        return explored;
    }

    /** Lets a scenario happen in one order after the other, until there is none left. */
    static Explored explore(Scenario scenario) {
        Interleavings orders = new Interleavings();
        List<Course> broken = new ArrayList<>();
        Set<Map<String, Integer>> commits = new HashSet<>();
        int courses = 0;
        boolean more = true;
        while (more && courses < MOST) {
            courses++;
            Optional<Course> course = orders.course(scenario);
            course.map(Course::commits).ifPresent(commits::add);
            course.filter(each -> !each.violations().isEmpty()).ifPresent(broken::add);
            more = orders.next();
        }
        return new Explored(courses, orders.leftOut.size(), !more, orders.duringCommits, commits, broken);
    }

    /**
     * @param courses how many were begun; most end where they lead to nothing new
     * @param states how many there were, each different from the others
     * @param all whether there are no more
     * @param commits how many commits of each rulestack courses took
     */
    record Explored(
            int courses,
            int states,
            boolean all,
            Set<Kind> duringCommits,
            Set<Map<String, Integer>> commits,
            List<Course> broken) {}

    /** Empty when it led to nothing new. */
    private Optional<Course> course(Scenario scenario) {
        try {
            return Optional.of(Wave.run(scenario, this));
        } catch (ChoosingScheduler.CourseKnown before) {
            return Optional.empty();
        }
    }

    /** Turns to the next order; false when there is none left. */
    boolean next() {
        depth = 0;
        known = false;
        while (!path.isEmpty()) {
            Fork last = path.get(path.size() - 1);
            last.asleep.add(last.chosen);
            for (Act act : last.open) {
                if (!last.asleep.contains(act)) {
                    last.chosen = act;
                    return true;
                }
            }
            path.remove(path.size() - 1);
        }
        return false;
    }
}
