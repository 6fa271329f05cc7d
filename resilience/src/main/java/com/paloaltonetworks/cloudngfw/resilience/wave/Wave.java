package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitMessages;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.RuleNames;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Lets a scenario happen. */
public final class Wave {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Until firewalls that were there before are ready. */
    private static final Duration BEFORE = Duration.ofHours(1);

    /** Far longer than any operation may take. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private static final String BROKEN_OFF = "the end of a wave";

    private final Scenario scenario;
    private final Scheduler scheduler;
    private final Scene scene;
    private final Operator operator;
    private final Watch watch;
    private final Cloud cloud;
    private final Keys keys;
    private final Map<String, Result> results = new TreeMap<>();
    private final Map<String, Result> rolledBack = new TreeMap<>();
    private final Set<Integer> failing = new TreeSet<>();
    private final Instant begin = START.plus(BEFORE);
    private Instant end = begin;

    private Wave(Scene scene, Turnstile turnstile, List<? extends Invariant> further) {
        this.scenario = scene.scenario();
        this.scheduler = scene.scheduler();
        this.scene = scene;
        this.operator = new Operator(scene);
        List<Invariant> invariants = new ArrayList<>(List.of(
                new InForce(scene, operator),
                new OwnEntriesOnly(scene, operator),
                new CommitsWhenIdle(scene),
                new FewCommits(scene),
                new ShortAndDiscreet(scene),
                new Blame(scene, operator),
                new Quiet(scene, operator)));
        invariants.addAll(further);
        this.watch = new Watch(scene, invariants, turnstile);
        this.cloud = new Cloud(world(scenario), scheduler, scenario.latency(), new LostContexts(scene, watch));
        this.keys = new Keys(scheduler);
        scene.opens(cloud.service());
    }

    public static Course run(Scenario scenario) {
        Scheduler scheduler =
                new Patience(new VirtualScheduler(Lots.mixed(scenario.seed()), START), START.plus(LONGEST));
        return new Wave(new Scene(scenario, scheduler), Turnstile.OPEN, List.of()).play();
    }

    /** In the order that is next. */
    static Course run(Scenario scenario, Interleavings orders) {
        ChoosingScheduler scheduler = new ChoosingScheduler(orders, START);
        Scenario timed = OneByOne.timed(scenario);
        Scene scene = new Scene(timed, scheduler);
        Positions positions = new Positions(scene);
        scheduler.knows(positions);
        return new Wave(scene, new OneByOne(scheduler, timed, orders.duringCommits()), List.of(positions)).play();
    }

    private static World world(Scenario scenario) {
        World standard = World.standard();
        ApiSettings api = scenario.mode()
                .api()
                .withCommitMessages(scenario.has(Knob.NAMELESS_MESSAGES) ? CommitMessages.NONE : CommitMessages.RULE)
                .withRuleNames(scenario.has(Knob.UNIQUE_NAMES) ? RuleNames.UNIQUE : RuleNames.FREE);
        ObjectNode configuration = standard.typeConfiguration().deepCopy();
        configuration.put("CommitForeignChanges", scenario.has(Knob.FOREIGN_CHANGES_ALLOWED));
        return standard.withApi(api)
                .withTimings(standard.timings().withCommit(scenario.commit()))
                .withTypeConfiguration(configuration);
    }

    /** To its end, or to where something broke that is no invariant's matter. */
    private Course play() {
        try {
            return played();
        } catch (ChoosingScheduler.CourseKnown known) {
            throw known;
        } catch (RuntimeException | Error broken) {
            scene.broken(BROKEN_OFF, "wave", stackOf(broken));
            return course(Map.of());
        }
    }

    private Course played() {
        new Ground(cloud.service().console(), scenario.changes()).lay();
        if (scenario.has(Knob.STALE_FAILURE)) {
            failACommit();
        }
        scheduler.run(activities -> scheduler.sleep(BEFORE));
        Map<String, Integer> before = commits();
        scheduler.run(activities -> {
            for (int stack : stacks()) {
                operation(activities, stack).carryOut(changesOf(stack));
            }
            if (scenario.has(Knob.OPERATOR)) {
                activities.start(operator::work);
            }
            if (scenario.has(Knob.RULESTACK_REMOVED)) {
                activities.start(operator::removeOne);
            }
        });
        scheduler.run(activities -> settle());
        Map<String, Integer> commits = commits();
        before.forEach((rulestack, count) -> commits.computeIfPresent(rulestack, (name, all) -> all - count));
        watch.atRest(course(commits));
        return course(commits);
    }

    private static String stackOf(Throwable broken) {
        StringWriter stack = new StringWriter();
        broken.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }

    private void failACommit() {
        Change first = scenario.changes().get(0);
        for (String rulestack : commits().keySet()) {
            cloud.service().faults().failNextCommit(rulestack, "security rule " + first.id() + " is bad");
            console("POST", rulestack);
        }
    }

    private ObjectNode console(String method, String rulestack) {
        String commit = "/v1/config/rulestacks/" + rulestack + "/commit";
        return cloud.service().console().call(Cloud.REGION, method, commit, JsonNodeFactory.instance.objectNode());
    }

    private Course course(Map<String, Integer> commits) {
        return new Course(
                scenario,
                scene.trail(),
                results,
                rolledBack,
                commits,
                Duration.between(begin, end),
                scene.violations());
    }

    private Set<Integer> stacks() {
        return scenario.changes().stream().map(Change::stack).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Change> changesOf(int stack) {
        return scenario.changes().stream()
                .filter(change -> change.stack() == stack)
                .toList();
    }

    private StackOperation operation(Scheduler.Activities activities, int stack) {
        BooleanSupplier cancelled = () -> isCancelled() || failing.contains(stack);
        return new StackOperation(scheduler, activities, change -> operate(change, cancelled), cancelled, ended -> {
            results.putAll(ended);
            if (cancelled.getAsBoolean()) {
                rollBack(activities, changesOf(stack));
            }
        });
    }

    private boolean isCancelled() {
        return scenario.cancelAfter() != null && scheduler.now().isAfter(begin.plus(scenario.cancelAfter()));
    }

    /** What was begun is taken back: updates at once, creations after what needed them is gone. */
    private void rollBack(Scheduler.Activities activities, List<Change> changes) {
        List<Change> back = new ArrayList<>();
        for (Change change : changes) {
            Result result = results.get(change.id());
            boolean nothing = result == null || (change.before() == null && result.physicalId() == null);
            if (!nothing) {
                Set<String> dependents = changes.stream()
                        .filter(other -> other.needs().contains(change.id()) && other.before() == null)
                        .map(Change::id)
                        .filter(results::containsKey)
                        .filter(id -> results.get(id).physicalId() != null)
                        .collect(Collectors.toCollection(TreeSet::new));
                back.add(change.reversed(change.before() == null ? dependents : Set.of()));
            }
        }
        scene.note("stack", "rolls back " + back.stream().map(Change::id).toList());
        BooleanSupplier never = () -> false;
        new StackOperation(scheduler, activities, change -> operate(change, never), never, rolledBack::putAll)
                .carryOut(back);
    }

    private Result operate(Change change, BooleanSupplier cancelled) {
        watch.begins(change);
        Result result = switch (change.kind()) {
            case CREATE ->
                cloud.create(change.resource(), request -> circumstances(change, request, cancelled), Listener.DEAF);
            case UPDATE ->
                cloud.update(
                        change.before(),
                        change.resource(),
                        request -> circumstances(change, request, cancelled),
                        Listener.DEAF);
            case DELETE ->
                cloud.delete(change.resource(), request -> circumstances(change, request, cancelled), Listener.DEAF);
        };
        watch.ends(change, result);
        boolean failed = result.status() == Result.Status.FAILED && !Course.isDone(change, result);
        if (failed && scenario.has(Knob.ROLLS_BACK_ON_FAILURE)) {
            failing.add(change.stack());
        }
        end = scheduler.now();
        return result;
    }

    private Request circumstances(Change change, Request request, BooleanSupplier cancelled) {
        return Stacks.in(change.stack(), request).toBuilder()
                .credentials(keys.keptFrom(request.credentials()))
                .cancelled(cancelled)
                .build();
    }

    private Map<String, Integer> commits() {
        Map<String, Integer> commits = new TreeMap<>();
        for (JsonNode rulestack : cloud.service().tenant().path("Rulestacks")) {
            commits.put(
                    rulestack.path("RuleStackName").asText(),
                    rulestack.path("CommitCount").asInt());
        }
        return commits;
    }

    /** Until the last commit is over. */
    private void settle() {
        boolean pending = true;
        while (pending) {
            scheduler.sleep(scenario.commit().plusSeconds(1));
            pending = commits().keySet().stream().anyMatch(this::isPending);
        }
    }

    private boolean isPending(String rulestack) {
        return console("GET", rulestack).path("CommitStatus").asText().equals("Pending");
    }
}
