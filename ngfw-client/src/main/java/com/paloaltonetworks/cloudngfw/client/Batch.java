package com.paloaltonetworks.cloudngfw.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Calls with answers of different kinds, made several at a time. */
public final class Batch {

    private final List<Callable<Object>> calls = new ArrayList<>();

    /** @return its answer, from when the batch was made */
    public <T> Supplier<T> add(Callable<T> call) {
        AtomicReference<T> answer = new AtomicReference<>();
        calls.add(() -> answer.getAndSet(call.call()));
        return answer::get;
    }

    /** Makes all calls, as {@link Platform#inParallel} does, whose failures are thrown. */
    public void make(Platform platform) {
        platform.inParallel(calls);
    }
}
