package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lombok.With;
import org.jspecify.annotations.Nullable;

/** One run of a story, disturbed or not, with what CloudFormation does when its operation fails. */
final class Trial {

    /** After it nothing is under way any more, whatever was started. */
    static final Duration AFTERMATH = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Story story;
    private final VirtualScheduler scheduler;
    private final Watch watch;
    private final Cloud cloud;
    private final List<Result> ends = new ArrayList<>();
    private final List<Result> rollback = new ArrayList<>();
    private @Nullable Snapshot atEnd;

    /** Absence is what a delete wants: CloudFormation takes NotFound for success. */
    private static boolean isSuccess(Story story, Result result) {
        return result.succeeded() || (story.action() == Story.Action.DELETE && result.failedWith("NotFound"));
    }

    /**
     * How a run ended.
     *
     * @param ends the story's operation, and its partner's
     * @param rollback what CloudFormation then did
     * @param atEnd the tenant at the moment when the operation ended, of two the later one
     * @param tenant when nothing was under way any more
     */
    @With
    record Ending(
            List<Result> ends, List<Result> rollback, Snapshot atEnd, Snapshot tenant, Evidence evidence, Watch watch) {

        Result result() {
            return ends.get(0);
        }

        /** Whether CloudFormation was told so, of both sides of a swap. */
        boolean saysSuccess() {
            return ends.stream().allMatch(result -> isSuccess(watch.getStory(), result));
        }

        /** Whether it stays: CloudFormation also takes back what was done before it could be cancelled. */
        boolean succeeded() {
            return saysSuccess() && !evidence.cancelled();
        }
    }

    private Trial(Stage stage, @Nullable Disturbance disturbance, UnaryOperator<Interference> between) {
        this.story = stage.story();
        this.scheduler = stage.newScheduler();
        this.watch = new Watch(story, scheduler, disturbance);
        this.cloud = stage.newCloud(scheduler, between.apply(watch));
        watch.setService(cloud.service());
    }

    static Ending of(Stage stage, @Nullable Disturbance disturbance) {
        return of(stage, disturbance, UnaryOperator.identity());
    }

    /** @param between stands between the watch and what it watches */
    static Ending of(Stage stage, @Nullable Disturbance disturbance, UnaryOperator<Interference> between) {
        return new Trial(stage, disturbance, between).run();
    }

    private Ending run() {
        Canaries canaries = watch.getCanaries();
        ProcessOutput.during(() -> scheduler.run(this::play), canaries::search);
        Snapshot tenant = Snapshot.of(cloud.service().tenant());
        canaries.search("the saved state", cloud.service().saveState().toString());
        Stream.concat(ends.stream(), rollback.stream())
                .forEach(result -> canaries.search("a message", result.message()));
        return new Ending(
                List.copyOf(ends),
                List.copyOf(rollback),
                Objects.requireNonNull(atEnd),
                tenant,
                Evidence.of(watch),
                watch);
    }

    private void play(Scheduler.Activities activities) {
        watch.setActivities(activities);
        watch.setArmed(true);
        sideBySide(
                activities,
                ends,
                () -> seenToEnd(operation(story.before(), story.wanted(), false)),
                partner -> () -> seenToEnd(operation(partner.before(), partner.wanted(), false)));
        watch.setArmed(false);
        if (watch.isCancelled() || !ends.stream().allMatch(result -> isSuccess(story, result))) {
            rollBack(activities);
        }
        scheduler.sleep(AFTERMATH);
    }

    /** In the moment of its last event no time passes. */
    private Result seenToEnd(Result result) {
        atEnd = Snapshot.of(cloud.service().tenant());
        return result;
    }

    private void sideBySide(
            Scheduler.Activities activities,
            List<Result> results,
            Supplier<Result> own,
            Function<Story.Partner, Supplier<Result>> others) {
        List<Result> partners = new ArrayList<>();
        if (story.partner() != null) {
            Supplier<Result> other = others.apply(story.partner());
            activities.start(() -> partners.add(other.get()));
        }
        results.add(own.get());
        while (story.partner() != null && partners.isEmpty()) {
            scheduler.sleep(LOOK);
        }
        results.addAll(partners);
    }

    private Result operation(@Nullable Resource before, Resource wanted, boolean back) {
        UnaryOperator<Request> circumstances = circumstances(back);
        return switch (story.action()) {
            case CREATE -> cloud.create(wanted, circumstances, Listener.DEAF);
            case UPDATE -> cloud.update(Objects.requireNonNull(before), wanted, circumstances, Listener.DEAF);
            case DELETE -> cloud.delete(wanted, circumstances, Listener.DEAF);
            case READ -> cloud.read(wanted);
            case LIST -> cloud.list(wanted);
        };
    }

    /** One session of the execution role serves a whole operation. */
    private UnaryOperator<Request> circumstances(boolean back) {
        return request -> {
            JsonNode keys = request.credentials().get();
            return request.toBuilder()
                    .credentials(() -> keys)
                    .rollback(back)
                    .cancelled(back ? () -> false : watch::isCancelled)
                    .build();
        };
    }

    /**
     * A create that failed or was cancelled is deleted if CloudFormation knows its identifier, an update is taken back, a
     * delete is asked for again by the user. AlreadyExists means to CloudFormation that nothing of its own is there.
     */
    private void rollBack(Scheduler.Activities activities) {
        switch (story.action()) {
            case CREATE -> {
                Result created = ends.get(0);
                if (created.physicalId() != null && !created.failedWith("AlreadyExists")) {
                    rollback.add(cloud.delete(known(created), circumstances(true), Listener.DEAF));
                }
            }
            case UPDATE ->
                sideBySide(
                        activities,
                        rollback,
                        () -> operation(story.wanted(), Objects.requireNonNull(story.before()), true),
                        partner ->
                                () -> operation(/* before= */ partner.wanted(), /* wanted= */ partner.before(), true));
            case DELETE -> rollback.add(cloud.delete(story.wanted(), circumstances(true), Listener.DEAF));
            case READ, LIST -> {
                // changes nothing
            }
        }
    }

    private Resource known(Result created) {
        ObjectNode model = created.model() == null ? story.wanted().properties() : created.model();
        return new Resource(story.wanted().kind(), story.wanted().logicalId(), model);
    }
}
