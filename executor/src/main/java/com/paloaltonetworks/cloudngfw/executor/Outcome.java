package com.paloaltonetworks.cloudngfw.executor;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What one piece of work came to: a value or what it threw. */
public record Outcome<T>(@Nullable T value, @Nullable Throwable thrown) {

    public static <T> Outcome<T> of(Callable<? extends T> work) {
        try {
            return new Outcome<>(work.call(), null);
        } catch (Throwable thrown) { // handed on to the caller, errors included
            return new Outcome<>(null, thrown);
        }
    }

    /** All values in order, or the first failure in that order. */
    public static <T> List<T> valuesOf(List<Outcome<T>> outcomes) {
        outcomes.forEach(outcome -> rethrow(outcome.thrown()));
        return outcomes.stream().<T>map(Outcome::value).toList();
    }

    /** Throws what is unchecked unchanged, and the rest in an IllegalStateException; nothing for null. */
    public static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }
}
