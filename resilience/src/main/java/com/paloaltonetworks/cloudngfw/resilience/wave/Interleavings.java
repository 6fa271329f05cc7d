package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All orders in which acts can happen, one course after the other, depth first; of orders that differ only in acts that
 * commute, one (by sleep sets: what was tried before its siblings in the tree need not come again before something disturbs it).
 */
final class Interleavings {

    private final List<Fork> path = new ArrayList<>();

    /** What was left out where a state was met: it was tried elsewhere. */
    private final Map<String, Set<Act>> leftOut = new HashMap<>();

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

    /**
     * Lets a scenario happen in one order after the other.
     *
     * @param most how many orders at most
     */
    static Explored explore(Scenario scenario, int most) {
        Interleavings orders = new Interleavings();
        List<Course> broken = new ArrayList<>();
        int told = 0;
        int courses = 0;
        boolean more = true;
        while (more && told < most) {
            Optional<Course> course = orders.course(scenario);
            courses++;
            told += course.isPresent() ? 1 : 0;
            course.filter(each -> !each.violations().isEmpty()).ifPresent(broken::add);
            more = orders.next();
        }
        return new Explored(told, !more, broken, courses);
    }

    /**
     * @param orders how many there were, each different from the others
     * @param all whether there are no more
     */
    record Explored(int orders, boolean all, List<Course> broken, int courses) {}

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
