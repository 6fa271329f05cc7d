package com.paloaltonetworks.cloudngfw.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import lombok.SneakyThrows;

/** The real world: the system's clock, real waiting, real chance, the wire. One for the life of a process. */
public final class LambdaPlatform implements Platform {

    private final Transport network = new JdkNetwork();
    private final TokenCache tokens = new TokenCache();
    private final ThreadPoolExecutor pool;

    public LambdaPlatform() {
        int besidesTheCaller = HANDS - 1;
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "cloud-ngfw");
            thread.setDaemon(true);
            return thread;
        };
        pool = new ThreadPoolExecutor(
                besidesTheCaller, besidesTheCaller, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    /** Really waits, between two tries of a request: in Lambda no clock can be moved. */
    @Override
    public void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public Transport network() {
        return network;
    }

    @Override
    public TokenCache tokens() {
        return tokens;
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (Callable<? extends T> piece : work) {
            tasks.add(new FutureTask<>(piece::call));
        }
        tasks.stream().skip(1).forEach(pool::execute);
        // The caller takes part: whatever no thread has begun yet is done here, so work within work cannot get stuck.
        tasks.forEach(FutureTask::run);
        List<T> results = new ArrayList<>();
        Throwable first = null;
        for (FutureTask<T> task : tasks) {
            try {
                results.add(task.get());
            } catch (ExecutionException e) {
                first = first == null ? e.getCause() : first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NgfwException(NgfwException.Kind.NETWORK, "interrupted while requests were under way", e);
            }
        }
        if (first != null) {
            throwUnchanged(first);
        }
        return results;
    }

    @SneakyThrows
    private static void throwUnchanged(Throwable failure) {
        throw failure;
    }
}
