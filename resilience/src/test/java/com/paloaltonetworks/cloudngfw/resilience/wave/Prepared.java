package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud.REGION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Latency;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scene in which nothing has happened but what a test says: ground is laid, no handler runs, and the console does it all. */
final class Prepared {

    static final String EDGE = "edge-0";
    static final Resource RULE = Models.rule("rule-1", EDGE, 10);
    static final Resource CHANGED = RULE.with("Action", "DenySilent");
    static final Resource MOVED = RULE.with("Priority", 20);

    private final Scene scene;
    private final Operator operator;
    private final Console console;

    Prepared(Set<Knob> knobs, Change... changes) {
        this(knobs, Latency.of(0), changes);
    }

    Prepared(Latency latency, Change... changes) {
        this(Set.of(), latency, changes);
    }

    private Prepared(Set<Knob> knobs, Latency latency, Change... changes) {
        Scenario scenario =
                new Scenario(1, Mode.ALL.get(0), knobs, Duration.ofMinutes(1), latency, List.of(changes), null);
        VirtualScheduler scheduler = new VirtualScheduler(1, Instant.EPOCH);
        Simulator service = Simulator.start(World.standard(), scheduler::now);
        this.scene = new Scene(scenario, scheduler);
        this.operator = new Operator(scene);
        this.console = service.console();
        scene.opens(service);
        new Ground(console, scenario.changes()).lay();
    }

    static Change create(Resource rule) {
        return change(null, rule);
    }

    static Change change(@Nullable Resource before, @Nullable Resource after) {
        return new Change(
                (after == null ? before : after).logicalId(), 0, before, after, Set.of(), Duration.ZERO, false);
    }

    static Change poisoned(@Nullable Resource before, Resource after) {
        return new Change(after.logicalId(), 0, before, Models.poisoned(after), Set.of(), Duration.ZERO, true);
    }

    static Change ofSecondStack(Change change) {
        return new Change(
                change.id(), 1, change.before(), change.after(), change.needs(), change.arrival(), change.poisoned());
    }

    Scene scene() {
        return scene;
    }

    Operator operator() {
        return operator;
    }

    Console console() {
        return console;
    }

    Delivery delivery(Change change) {
        return new Delivery(1, change, scene.scheduler().now(), Duration.ZERO);
    }

    /** Puts a rule where it is to stand, as uncommitted as any. */
    void put(Resource rule) {
        put(rule, rule.logicalId());
    }

    /** Under another name. */
    void put(Resource rule, String name) {
        ObjectNode entry = rule.properties().deepCopy();
        entry.remove(List.of("RuleStackName", "RuleListType", "Priority"));
        console.putRule(REGION, EDGE, Models.LIST, priority(rule), entry.put("RuleName", name));
    }

    void remove(Resource rule) {
        console.deleteRule(REGION, EDGE, Models.LIST, priority(rule));
    }

    private static int priority(Resource rule) {
        return rule.properties().path("Priority").asInt();
    }

    void commit() {
        console.commit(REGION, EDGE);
    }

    void letPass(Duration time) {
        scene.scheduler().run(activities -> scene.scheduler().sleep(time));
    }

    Course rest(Map<String, Result> results) {
        return rest(results, Map.of());
    }

    Course rest(Map<String, Result> results, Map<String, Result> rolledBack) {
        return new Course(
                scene.scenario(), scene.trail(), results, rolledBack, Map.of(), Duration.ZERO, scene.violations());
    }

    List<String> broken() {
        return scene.violations().stream().map(Violation::invariant).toList();
    }

    static Result success() {
        return result(Result.Status.SUCCESS, null, null);
    }

    static Result failure(String code, String message) {
        return result(Result.Status.FAILED, code, message);
    }

    private static Result result(Result.Status status, @Nullable String code, @Nullable String message) {
        return new Result(status, code, message, null, "id", List.of(), null, "token", 1);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Call call(String method, String path) {
        return call(method, path, object());
    }

    static Call call(String method, String path, ObjectNode body) {
        return new Call(method, path, null, Map.of(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Answer answer(String body) {
        return Answer.of(200, "application/json", body);
    }
}
