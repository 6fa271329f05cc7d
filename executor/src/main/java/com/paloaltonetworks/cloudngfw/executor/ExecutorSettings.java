package com.paloaltonetworks.cloudngfw.executor;

import java.time.Duration;

/**
 * Choices of the local executor that CloudFormation does not publish.
 *
 * @param attempts how often an invocation that fails with a retriable code is made in all
 * @param backoff the wait before the second attempt; it doubles each time
 */
public record ExecutorSettings(int attempts, Duration backoff) {

    public static final ExecutorSettings STANDARD = new ExecutorSettings(5, Duration.ofSeconds(2));
}
