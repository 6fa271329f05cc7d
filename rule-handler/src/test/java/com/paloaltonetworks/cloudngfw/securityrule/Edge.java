package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A committed local rulestack {@code edge}, and CloudFormation bringing rules to it. */
final class Edge implements AutoCloseable {

    static final String NAME = "edge";
    static final String LIST = "LocalRule";
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    final Driver cloudFormation;
    private Consumer<ApiRequest> before = request -> {};
    private Consumer<ApiRequest> after = request -> {};

    private Edge(ApiSettings api, long seed, Function<Platform, ? extends RequestStreamHandler> wrappers) {
        cloudFormation = Driver.of(
                ResourceModel.TYPE_NAME,
                platform -> wrappers.apply(watched(platform)),
                World.standard().withApi(api),
                seed);
        console().putRulestack(REGION, NAME, json("{\"Scope\":\"Local\",\"Description\":\"as it was\"}"));
        console().commit(REGION, NAME);
    }

    static Edge standard() {
        return with(ApiSettings.standard(), 1);
    }

    static Edge with(ApiSettings api, long seed) {
        return new Edge(api, seed, HandlerWrapper::new);
    }

    static Edge handledBy(Function<Platform, ? extends RequestStreamHandler> wrappers) {
        return handledBy(wrappers, ApiSettings.standard());
    }

    static Edge handledBy(Function<Platform, ? extends RequestStreamHandler> wrappers, ApiSettings api) {
        return new Edge(api, 1, wrappers);
    }

    private Platform watched(Platform platform) {
        return RewiredPlatform.watching(platform, request -> before.accept(request), request -> after.accept(request));
    }

    /** Listens to the handlers' requests. */
    void before(Consumer<ApiRequest> listener) {
        before = listener;
    }

    void after(Consumer<ApiRequest> listener) {
        after = listener;
    }

    Console console() {
        return cloudFormation.service().console();
    }

    static ObjectNode rule(String name, int priority) {
        return json("""
                {"RuleStackName":"%s","RuleListType":"%s","RuleName":"%s","Priority":%d,
                 "Source":{"Cidrs":["10.0.0.0/8"]},"Action":"Allow","Logging":true}""".formatted(NAME, LIST, name, priority));
    }

    static List<ObjectNode> rules(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> rule("rule-" + number, number * 10))
                .toList();
    }

    static ObjectNode changed(ObjectNode rule, String member, String value) {
        return rule.deepCopy().put(member, value);
    }

    static ObjectNode moved(ObjectNode rule, int priority) {
        return rule.deepCopy().put("Priority", priority);
    }

    /** All at once, within half a second. */
    List<Result> create(List<ObjectNode> rules) {
        return create(rules, AT_ONCE);
    }

    List<Result> create(List<ObjectNode> rules, Duration spread) {
        return each(rules, spread, index -> Driver.creating("Rule" + index, rules.get(index)));
    }

    List<Result> update(List<ObjectNode> previous, List<ObjectNode> desired, Duration spread) {
        return each(desired, spread, index -> Driver.updating("Rule" + index, previous.get(index), desired.get(index)));
    }

    List<Result> update(List<ObjectNode> previous, List<ObjectNode> desired) {
        return update(previous, desired, AT_ONCE);
    }

    List<Result> delete(List<ObjectNode> rules, Duration spread) {
        return each(rules, spread, index -> Driver.deleting("Rule" + index, rules.get(index)));
    }

    private List<Result> each(
            List<ObjectNode> rules, Duration spread, Function<Integer, Function<Driver, Callable<Result>>> operation) {
        return cloudFormation.together(
                spread, IntStream.range(0, rules.size()).boxed().map(operation).toList());
    }

    JsonNode rulestack() {
        return cloudFormation.service().tenant().path("Rulestacks").path(0);
    }

    int commits() {
        return rulestack().path("CommitCount").asInt();
    }

    List<String> writes() {
        return cloudFormation.service().requests().writes();
    }

    List<String> running() {
        return places("Running");
    }

    List<String> candidate() {
        return places("Candidate");
    }

    /** The rule that the candidate has at a priority. */
    JsonNode drafted(int priority) {
        for (JsonNode rule : rulestack().path("Candidate").path("Rules").path(LIST)) {
            if (rule.path("Priority").asInt() == priority) {
                return rule.path("RuleEntry");
            }
        }
        return rulestack().path("no such rule");
    }

    /** Such as {@code 10 web}, by priority. */
    private List<String> places(String view) {
        List<String> places = new ArrayList<>();
        rulestack()
                .path(view)
                .path("Rules")
                .path(LIST)
                .forEach(rule -> places.add(rule.path("Priority").asInt() + " "
                        + rule.path("RuleEntry").path("RuleName").asText()));
        return places;
    }

    /** A rule as it is in force. */
    JsonNode inForce(String name) {
        for (JsonNode rule : rulestack().path("Running").path("Rules").path(LIST)) {
            if (rule.path("RuleEntry").path("RuleName").asText().equals(name)) {
                return rule.path("RuleEntry");
            }
        }
        return rulestack().path("no such rule");
    }

    @Override
    public void close() {
        cloudFormation.close();
    }
}
