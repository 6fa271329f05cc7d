package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.Ngfw;
import com.paloaltonetworks.cloudngfw.client.Platform;
import java.util.Map;
import java.util.function.Consumer;
import lombok.Builder;
import lombok.Getter;
import lombok.experimental.Accessors;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one invocation. Nothing of it outlives the invocation but {@link #progress()}.
 *
 * @param <M> the type's model
 */
@Getter
@Builder
@Accessors(fluent = true)
public final class Operation<M> {

    /** The wanted model; for READ and DELETE perhaps no more than the identifier. */
    private final M desired;

    /** The model before an update; null otherwise. */
    private final @Nullable M previous;

    /** Wanted tags: the stack's, overlaid with the resource's own. */
    private final Map<String, String> tags;

    private final Map<String, String> previousTags;

    /** {@code aws:cloudformation:stack-name}, {@code …:stack-id}, {@code …:logical-id}; empty outside a stack. */
    private final Map<String, String> systemTags;

    private final String account;
    private final String region;

    /** The same in all invocations of one operation. */
    private final String token;

    private final @Nullable String nextToken;
    private final TypeConfiguration configuration;
    private final Platform platform;
    private final Ngfw ngfw;
    private final Progress progress;
    private final Budget budget;
    private final Consumer<String> log;
}
