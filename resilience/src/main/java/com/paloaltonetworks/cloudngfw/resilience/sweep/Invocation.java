package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.client.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lombok.Getter;
import lombok.Setter;

/**
 * One invocation of a handler as a process that can die: what it then still wants to send does not leave it; what was on its
 * way arrives.
 */
final class Invocation implements Platform {

    private final Platform container;
    private final Observer observer;
    private final Map<String, Integer> calls = new HashMap<>();

    @Getter
    private final int number;

    private final TokenCache tokenCache;

    @Getter
    private boolean dead;

    /** Whether it is to be delivered once more when it has ended. */
    @Getter
    @Setter
    private boolean repeated;

    /** Sees what an invocation asks of the service, and answers. */
    @FunctionalInterface
    interface Observer {
        ApiResponse answer(Invocation invocation, ApiRequest request, Transport wire);
    }

    /** @param number from 1; 0 for one that is not to be disturbed */
    Invocation(int number, Platform container, TokenCache tokenCache, Observer observer) {
        this.number = number;
        this.container = container;
        this.tokenCache = tokenCache;
        this.observer = observer;
    }

    /** How often this invocation has made the call before. */
    int occurrence(String call) {
        return calls.merge(call, 1, Integer::sum) - 1;
    }

    void die() {
        dead = true;
    }

    /** The process stands still and then goes on as if nothing had been. */
    void stall(Duration duration) {
        container.pause(duration);
    }

    private void requireLife() {
        if (dead) {
            throw new ProcessDied();
        }
    }

    @Override
    public Instant now() {
        return container.now();
    }

    @Override
    public double chance() {
        return container.chance();
    }

    @Override
    public void pause(Duration duration) {
        requireLife();
        container.pause(duration);
        requireLife();
    }

    @Override
    public Transport network() {
        return request -> {
            requireLife();
            ApiResponse answer = observer.answer(this, request, container.network());
            requireLife();
            return answer;
        };
    }

    @Override
    public TokenCache tokens() {
        return tokenCache;
    }

    @Override
    public <T> List<T> inParallel(List<? extends Callable<? extends T>> work) {
        requireLife();
        return container.inParallel(work);
    }

    /** Nothing that a handler could catch and live on. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;

        ProcessDied() {
            super("the process died", null, false, false);
        }
    }
}
