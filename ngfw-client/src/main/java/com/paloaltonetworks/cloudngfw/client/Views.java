package com.paloaltonetworks.cloudngfw.client;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An object in both views; at least one is there.
 *
 * @param candidate what edits touch; null when marked for deletion
 * @param running what firewalls enforce; null before the first commit
 */
public record Views<T>(@Nullable T candidate, @Nullable T running) {

    Views<T> map(UnaryOperator<T> change) {
        return new Views<>(
                candidate == null ? null : change.apply(candidate), running == null ? null : change.apply(running));
    }
}
