package com.paloaltonetworks.cloudngfw.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What the process around the client provides: time, chance, the network, hands for parallel work, and a memory for tokens.
 *
 * <p>Nothing above this seam reads a clock, sleeps, draws a random number, opens a socket or starts a thread by itself, so
 * the same code runs in Lambda, on the virtual clock of the local engine and under a seeded scheduler.
 */
public interface Platform {

    /** How many pieces of parallel work every platform does at a time; who has more looks at the clock after as many. */
    int HANDS = 8;

    /** The present moment, for deadlines, token lifetimes and signatures. */
    Instant now();

    /** Waits; on a virtual clock this takes no real time. */
    void pause(Duration duration);

    /** A number in [0, 1), for jitter. */
    double chance();

    /** Sends one request over the wire, with a time-out that includes the body. Failures are {@link NgfwException}s. */
    Transport network();

    /** What is remembered from one invocation to the next: the tokens, and nothing else. The same one at every call. */
    TokenCache tokens();

    /**
     * Does all pieces of work, {@link #HANDS} at a time, and returns their results in the order given. When pieces fail, the
     * rest still ends; then the failure of the first failed piece in that order is thrown, unchanged.
     */
    <T> List<T> inParallel(List<? extends Callable<? extends T>> work);
}
