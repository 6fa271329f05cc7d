package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitMessages;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitSnapshot;
import com.paloaltonetworks.cloudngfw.simulator.store.Configuration;
import com.paloaltonetworks.cloudngfw.simulator.store.Job;
import com.paloaltonetworks.cloudngfw.simulator.store.Outcome;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The way from candidate to running: commit, validate, revert. A commit covers the whole rulestack, takes a while, and
 * leaves its outcome to be read; there is no job id.
 */
final class Commits {
    private final Backend backend;
    private final BiConsumer<Rulestack, Instant> committed;

    /** @param committed told of each rulestack whose running configuration was renewed, and when */
    Commits(Backend backend, BiConsumer<Rulestack, Instant> committed) {
        this.backend = backend;
        this.committed = committed;
    }

    Reply start(Request request) {
        Rulestack rulestack = writable(request);
        if (rulestack.getCommit() == null) {
            rulestack.setCommitCount(rulestack.getCommitCount() + 1);
            rulestack.setCommit(job(rulestack, backend.now()));
        } else {
            startSecond(rulestack);
        }
        return name(rulestack);
    }

    private void startSecond(Rulestack rulestack) {
        switch (backend.api().secondCommit()) {
            case REJECT -> throw ApiError.invalidOperation("commit in progress for rulestack " + rulestack.getName());
            case MERGE -> {
                // Joins the pending one, and is none of its own.
            }
            case QUEUE -> {
                rulestack.setCommitCount(rulestack.getCommitCount() + 1);
                rulestack.setQueuedCommits(rulestack.getQueuedCommits() + 1);
            }
        }
    }

    /** Status of the latest commit and validation; absent before the first. Guess: a commit validates as it goes. */
    Reply status(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        ObjectNode answer = Json.object().put("RuleStackName", rulestack.getName());
        put(answer, "Commit", rulestack.getCommit(), rulestack.getCommitted());
        Job validation = rulestack.getCommit() == null ? rulestack.getValidation() : rulestack.getCommit();
        put(answer, "Validate", validation, rulestack.getValidated());
        return Reply.of(answer);
    }

    private void put(ObjectNode answer, String prefix, @Nullable Job job, @Nullable Outcome outcome) {
        if (job != null) {
            answer.put(prefix + "Status", "Pending");
        } else if (outcome != null) {
            answer.put(prefix + "Status", outcome.status());
        }
        List<String> messages = job == null && outcome != null ? outcome.messages() : List.of();
        Json.put(answer, prefix + "Messages", Json.texts(messages), backend.emptyLists());
    }

    Reply validate(Request request) {
        Rulestack rulestack = writable(request);
        Instant end = backend.now().plus(backend.world().timings().validate());
        rulestack.setValidation(new Job(end, rulestack.getCandidate(), rulestack.isMarkedForDeletion(), null));
        return name(rulestack);
    }

    /** Drops everybody's uncommitted changes. Guess: a rulestack that was never committed stays as it is. */
    Reply revert(Request request) {
        Rulestack rulestack = writable(request);
        backend.refuseDuringCommit(rulestack);
        revert(rulestack);
        return name(rulestack);
    }

    private static void revert(Rulestack rulestack) {
        Configuration running = rulestack.getRunning();
        rulestack.setMarkedForDeletion(false);
        if (running != null) {
            rulestack.setCandidate(running);
        }
    }

    private Rulestack writable(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        request.caller().requireScope(rulestack.isGlobal());
        return rulestack;
    }

    private static Reply name(Rulestack rulestack) {
        return Reply.unwrapped(Json.object().put("RuleStackName", rulestack.getName()));
    }

    private Job job(Rulestack rulestack, Instant start) {
        boolean atStart = backend.api().commitSnapshot() == CommitSnapshot.START;
        Duration takes = backend.faults()
                .commitDuration(rulestack.getName())
                .orElse(backend.world().timings().commit());
        return new Job(
                start.plus(takes),
                atStart ? rulestack.getCandidate() : null,
                atStart && rulestack.isMarkedForDeletion(),
                backend.faults().commitFailure(rulestack.getName()).orElse(null));
    }

    /** Finishes what has come to its end by now, in order, queued commits included. */
    void advance(Rulestack rulestack, Instant now) {
        Job validation = rulestack.getValidation();
        if (validation != null && !now.isBefore(validation.endsAt())) {
            rulestack.setValidated(check(Objects.requireNonNull(validation.snapshot()), null));
            rulestack.setValidation(null);
        }
        for (Job job = rulestack.getCommit(); job != null && !now.isBefore(job.endsAt()); job = rulestack.getCommit()) {
            rulestack.setCommit(null);
            finish(rulestack, job);
            if (rulestack.getQueuedCommits() > 0) {
                rulestack.setQueuedCommits(rulestack.getQueuedCommits() - 1);
                rulestack.setCommit(job(rulestack, job.endsAt()));
            }
        }
    }

    private void finish(Rulestack rulestack, Job job) {
        Configuration snapshot = job.snapshot() == null ? rulestack.getCandidate() : job.snapshot();
        boolean deletion = job.snapshot() == null ? rulestack.isMarkedForDeletion() : job.deletion();
        Outcome outcome = deletion ? new Outcome(true, List.of()) : check(snapshot, job.failure());
        rulestack.setCommitted(outcome);
        rulestack.setValidated(outcome);
        if (!outcome.success()) {
            return;
        }
        if (deletion) {
            rulestack.setQueuedCommits(0);
            backend.tenant().remove(rulestack);
        } else {
            rulestack.setRunning(snapshot);
            committed.accept(rulestack, job.endsAt());
        }
    }

    /** A commit of the console's: over at once, and with it whatever was pending. */
    Outcome commitNow(Rulestack rulestack, Instant now) {
        rulestack.setCommit(null);
        rulestack.setQueuedCommits(0);
        rulestack.setCommitCount(rulestack.getCommitCount() + 1);
        finish(rulestack, new Job(now, null, false, null));
        return Objects.requireNonNull(rulestack.getCommitted());
    }

    private Outcome check(Configuration configuration, @Nullable String failure) {
        List<String> messages = failure == null ? References.missingIn(configuration) : List.of(failure);
        boolean named = backend.api().commitMessages() == CommitMessages.RULE;
        return new Outcome(messages.isEmpty(), messages.isEmpty() || named ? messages : List.of("commit failed"));
    }
}
