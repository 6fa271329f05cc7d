package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.executor.NoAnswer;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/**
 * Brings parcels to processes: mostly each to the one container that is there, but also twice in turn, twice at once, or to
 * one that stands still for longer than CloudFormation waits.
 */
final class Courier {

    /** Our own ceiling (I3): CloudFormation waits for 60 s. */
    private static final Duration LONGEST_INVOCATION = Duration.ofSeconds(45);

    /** How long CloudFormation waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scheduler scheduler;
    private final Canaries canaries;
    private final List<String> offences;
    private final Invocation.Observer observer;

    @Setter
    private Scheduler.Activities activities;

    private TokenCache tokens = new TokenCache();
    private @Nullable Parcel latest;

    /** @param offences what the handlers do and must not is added to it */
    Courier(Scheduler scheduler, Canaries canaries, List<String> offences, Invocation.Observer observer) {
        this.scheduler = scheduler;
        this.canaries = canaries;
        this.offences = offences;
        this.observer = observer;
    }

    /**
     * Delivers a parcel of the operation that is disturbed.
     *
     * @param number of the invocation, from 1
     * @param standsStill whether CloudFormation may have to go without the answer
     */
    byte[] deliver(int number, Parcel parcel, boolean standsStill) throws IOException {
        latest = parcel;
        return deliver(new Invocation(number, parcel.container(), tokens, observer), parcel, standsStill);
    }

    /** Delivers any other. */
    byte[] deliver(Parcel parcel) throws IOException {
        return deliver(undisturbed(parcel, tokens), parcel, false);
    }

    private byte[] deliver(Invocation invocation, Parcel parcel, boolean standsStill) throws IOException {
        Instant began = scheduler.now();
        byte[] answer = standsStill ? outwait(invocation, parcel) : run(invocation, parcel);
        Duration took = Duration.between(began, scheduler.now());
        if (took.compareTo(LONGEST_INVOCATION) > 0) {
            offences.add("an invocation took " + took.toSeconds() + " s");
        }
        if (invocation.isRepeated()) {
            run(undisturbed(parcel, tokens), parcel);
        }
        return answer;
    }

    private Invocation undisturbed(Parcel parcel, TokenCache tokensOfContainer) {
        return new Invocation(0, parcel.container(), tokensOfContainer, observer);
    }

    private byte[] run(Invocation invocation, Parcel parcel) throws IOException {
        try {
            byte[] answer = parcel.deliverTo(invocation, this::heard);
            canaries.search("an event", new String(answer, StandardCharsets.UTF_8));
            return answer;
        } catch (RuntimeException | IOException | Error leaving) {
            canaries.search("an exception", leaving);
            throw leaving;
        }
    }

    private void heard(String line) {
        canaries.search("the log", line);
        if (line.contains("Bug:")) {
            offences.add("the log says: " + line.strip());
        }
    }

    /** Runs it as an activity of its own, and goes away when it stands still for too long. */
    private byte[] outwait(Invocation invocation, Parcel parcel) throws IOException {
        List<byte[]> answers = new ArrayList<>();
        aside(invocation, parcel, answers);
        Instant end = scheduler.now().plus(PATIENCE);
        while (answers.isEmpty() && scheduler.now().isBefore(end)) {
            scheduler.sleep(Duration.ofMillis(100));
        }
        if (answers.isEmpty()) {
            throw new NoAnswer("still runs");
        }
        return answers.get(0);
    }

    /** The latest parcel once more, at the same time in another container; CloudFormation hears the first one's answer. */
    void duplicate() {
        aside(undisturbed(latest, new TokenCache()), latest, new ArrayList<>());
    }

    private void aside(Invocation invocation, Parcel parcel, List<byte[]> answers) {
        activities.start(() -> {
            try {
                answers.add(run(invocation, parcel));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** The next container begins without tokens. */
    void processDied() {
        tokens = new TokenCache();
    }
}
