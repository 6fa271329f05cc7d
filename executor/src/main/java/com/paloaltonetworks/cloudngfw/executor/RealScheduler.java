package com.paloaltonetworks.cloudngfw.executor;

import com.paloaltonetworks.cloudngfw.client.Platform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Activities as threads on the wall clock. */
public final class RealScheduler implements Scheduler {

    private final Clock clock = Clock.systemUTC();
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "activity");
        thread.setDaemon(true);
        return thread;
    });

    public RealScheduler(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public double chance() {
        return random.nextDouble();
    }

    @Override
    public void sleep(Duration duration) {
        Instant end = now().plus(duration);
        for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = Duration.between(now(), end)) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        Semaphore hands = new Semaphore(Platform.HANDS);
        List<Future<Outcome<T>>> futures = work.stream()
                .map(piece -> threads.submit(() -> RealScheduler.<T>withOne(hands, piece)))
                .toList();
        return Outcome.valuesOf(futures.stream().map(RealScheduler::await).toList());
    }

    private static <T> Outcome<T> withOne(Semaphore hands, Callable<? extends T> piece) {
        hands.acquireUninterruptibly();
        try {
            return Outcome.of(piece);
        } finally {
            hands.release();
        }
    }

    private static <T> Outcome<T> await(Future<Outcome<T>> future) {
        return Outcome.<Outcome<T>>of(future::get).value();
    }

    @Override
    public void run(Consumer<Activities> root) {
        Phaser running = new Phaser(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        start(() -> root.accept(activity -> start(activity, running, failure)), running, failure);
        running.arriveAndAwaitAdvance();
        Outcome.rethrow(failure.get());
    }

    private void start(Runnable activity, Phaser running, AtomicReference<Throwable> failure) {
        running.register();
        threads.execute(() -> {
            try {
                activity.run();
            } catch (Throwable thrown) { // an activity's failure is the run's failure, errors included
                failure.compareAndSet(null, thrown);
            } finally {
                running.arriveAndDeregister();
            }
        });
    }
}
