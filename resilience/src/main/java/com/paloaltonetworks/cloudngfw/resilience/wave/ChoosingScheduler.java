package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Outcome;
import com.paloaltonetworks.cloudngfw.executor.Relay;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler under which all chances are even, everybody waits whole seconds and calls take no time, so that handlers meet at
 * the same moments; who acts first there is chosen.
 */
final class ChoosingScheduler implements Scheduler {

    private static final Comparator<Turn> EARLIEST =
            Comparator.comparing(Turn::due).thenComparingInt(Turn::whose);

    private final Interleavings orders;
    private final List<Turn> turns = new ArrayList<>();
    private final Relay relay = new Relay(this::passBaton);
    private volatile Instant now;
    private @Nullable Positions positions;
    private int activities;
    private int running;

    ChoosingScheduler(Interleavings orders, Instant start) {
        this.orders = orders;
        this.now = start;
    }

    /**
     * @param whose of those that are due at the same moment, the activity that was started first goes on first
     * @param act what is to be done when it is this one's turn; null for what others do not see
     */
    private record Turn(Instant due, int whose, @Nullable Act act, Semaphore gate) {
        @Override
        public String toString() {
            return whose + " " + due + " " + act;
        }
    }

    /** What tells one state from another. */
    void knows(Positions all) {
        positions = all;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Something has happened within the second. */
    void advanceTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    @Override
    public double chance() {
        return 0.5;
    }

    @Override
    public void sleep(Duration duration) {
        Instant due = now.plus(duration).truncatedTo(ChronoUnit.SECONDS);
        await(new Turn(due, running, null, new Semaphore(0)));
    }

    /** Waits until it is the turn of this act. */
    void await(Act act) {
        await(new Turn(now, running, act, new Semaphore(0)));
    }

    private void await(Turn turn) {
        leaveWhatIsKnown();
        turns.add(turn);
        passBaton();
        turn.gate().acquireUninterruptibly();
        leaveWhatIsKnown();
    }

    /** Everybody's way out of a course that needs no end. */
    private void leaveWhatIsKnown() {
        if (orders.isKnown()) {
            throw new CourseKnown();
        }
    }

    /** Thrown out of every wait. */
    static final class CourseKnown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One after the other: what one handler reads at a time commutes. */
    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        return Outcome.valuesOf(work.stream().map(Outcome::<T>of).toList());
    }

    @Override
    public void run(Consumer<Activities> root) {
        start(() -> root.accept(this::start));
        Throwable thrown = relay.run();
        leaveWhatIsKnown();
        Outcome.rethrow(thrown);
    }

    void start(Runnable activity) {
        Turn turn = new Turn(now, ++activities, null, new Semaphore(0));
        turns.add(turn);
        relay.start(turn.gate(), activity);
    }

    private void passBaton() {
        Turn next = unseen(now)
                .orElseGet(() -> chosen().orElseGet(() ->
                        unseen(Instant.MAX).orElseThrow(() -> new IllegalStateException("Nobody is left to run"))));
        turns.remove(next);
        running = next.whose();
        advanceTo(next.due());
        next.gate().release();
    }

    private Optional<Turn> unseen(Instant until) {
        return turns.stream()
                .filter(turn -> turn.act() == null && !turn.due().isAfter(until))
                .min(EARLIEST);
    }

    private Optional<Turn> chosen() {
        List<Turn> open = turns.stream()
                .filter(turn -> turn.act() != null)
                .sorted(Comparator.comparing(turn -> turn.act().who()))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Act act = orders.choose(open.stream().map(Turn::act).toList(), this::state);
        return open.stream().filter(turn -> act.equals(turn.act())).findFirst();
    }

    private String state() {
        return Objects.requireNonNull(positions)
                .state(now + " " + turns.stream().sorted(EARLIEST).toList());
    }
}
