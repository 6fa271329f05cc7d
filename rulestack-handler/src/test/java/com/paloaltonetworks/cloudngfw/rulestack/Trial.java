package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.Interruption;
import com.paloaltonetworks.cloudngfw.core.testing.Interruptions;
import com.paloaltonetworks.cloudngfw.core.testing.Written;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One simulated tenant with the rulestack {@code edge}, and what may be said about an operation on it afterwards. */
final class Trial implements AutoCloseable {

    private static final String COMMIT = "POST /v1/config/rulestacks/{rulestack}/commit";
    private static final String TAGS = "/v1/config/rulestacks/{rulestack}/tags";

    private final Interruptions interruptions = new Interruptions(HandlerWrapper::new);
    private final Driver cloudFormation;

    Trial(World world, long seed) {
        cloudFormation = Driver.of(ResourceModel.TYPE_NAME, interruptions::on, world, seed);
    }

    Driver cloudFormation() {
        return cloudFormation;
    }

    /** Interrupts the invocations of the next operation. */
    Trial interrupted(List<Interruption> next) {
        interruptions.expect(next);
        cloudFormation.service().requests().clear();
        return this;
    }

    List<Interruption> interruptionsMet() {
        return interruptions.met();
    }

    Trial undisturbed() {
        return interrupted(List.of());
    }

    ObjectNode create(ObjectNode model) {
        return success(cloudFormation.create(model));
    }

    ObjectNode update(ObjectNode before, ObjectNode after) {
        return success(cloudFormation.update(before, after));
    }

    private static ObjectNode success(Result result) {
        assertThat(result.succeeded())
                .as("%s: %s", result.errorCode(), result.message())
                .isTrue();
        return result.model();
    }

    /** What the service holds when this model is all that ever was wanted: made anew, under another name, in this tenant. */
    HeldContent wanted(ObjectNode model) {
        undisturbed().create(model.deepCopy().put("RuleStackName", "twin"));
        return HeldContent.of(rulestack("twin").path("Running")).askedBy(model);
    }

    HeldContent held(String view) {
        return HeldContent.of(rulestack("edge").path(view));
    }

    JsonNode rulestack(String name) {
        return StreamSupport.stream(
                        cloudFormation.service().tenant().path("Rulestacks").spliterator(), false)
                .filter(rulestack -> rulestack.path("RuleStackName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The writes of the last operation to the candidate: neither commits, nor tags, which are in force at once. */
    List<String> writes() {
        return cloudFormation.service().requests().writes().stream()
                .filter(write -> !write.equals(COMMIT) && !write.endsWith(TAGS))
                .toList();
    }

    int commits() {
        return cloudFormation.service().requests().count(COMMIT);
    }

    List<String> tagWrites() {
        return cloudFormation.service().requests().writes().stream()
                .filter(write -> write.endsWith(TAGS))
                .toList();
    }

    /** What a template says and a read does not show. */
    static List<String> notShown(ObjectNode model, ObjectNode read) {
        ObjectNode written = readable(model);
        ((ObjectNode) written.path("RuleStack")).remove("Deploy");
        return Written.notShown(written, read);
    }

    /** What can be read back of a model: file types under a custom profile only (decision 7). */
    static ObjectNode readable(ObjectNode model) {
        boolean custom =
                model.at("/RuleStack/Profiles/FileBlockingProfile").asText().equals("Custom");
        return custom ? model.deepCopy() : model.deepCopy().without("CustomSecurityProfiles");
    }

    /**
     * How many circles there are in which rules change places, whether two swap or many rotate: each is broken by a copy at a
     * free priority, which is a write to make it and another to remove it.
     */
    static int circles(ObjectNode before, ObjectNode after) {
        Map<String, String> places = new HashMap<>();
        after.path("RuleList")
                .forEach(rule ->
                        places.put(RandomRulestacks.key(rule, "RuleName"), RandomRulestacks.key(rule, "Priority")));
        Map<String, String> moves = new HashMap<>();
        before.path("RuleList").forEach(rule -> {
            String to = places.get(RandomRulestacks.key(rule, "RuleName"));
            String from = RandomRulestacks.key(rule, "Priority");
            if (to != null && !to.equals(from)) {
                moves.put(from, to);
            }
        });
        int circles = 0;
        Set<String> seen = new HashSet<>();
        for (String start : moves.keySet()) {
            List<String> path = new ArrayList<>();
            String place = start;
            while (place != null && seen.add(place)) {
                path.add(place);
                place = moves.get(place);
            }
            circles += place != null && path.contains(place) ? 1 : 0;
        }
        return circles;
    }

    @Override
    public void close() {
        cloudFormation.close();
    }
}
