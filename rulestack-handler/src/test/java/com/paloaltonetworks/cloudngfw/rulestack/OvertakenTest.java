package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody commits a rulestack while an update is half written, and then the service refuses the rest. */
class OvertakenTest {

    private static final String REFUSAL =
            "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"Invalid input: rule is bad\"}}";

    private final Driver cloudFormation = Driver.of(
            ResourceModel.TYPE_NAME,
            platform -> new HandlerWrapper(new RewiredPlatform(
                    platform,
                    network -> request ->
                            isRefused(request) ? new ApiResponse(200, Map.of(), REFUSAL) : network.send(request))));
    private boolean disturbed;
    private int writes;
    private Runnable commit = () -> cloudFormation
            .service()
            .console()
            .call(Driver.REGION, "POST", "/v1/config/rulestacks/edge/commit", Driver.json("{}"));

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @Test
    void theFailureTellsWhatMayBeInForceAndTheCandidateIsWhatItWas() {
        ObjectNode before = Rulestacks.withRules("edge", 20);
        cloudFormation.create(before);
        JsonNode rules = rules("Running");
        ObjectNode after = before.deepCopy();
        after.path("RuleList").forEach(rule -> ((ObjectNode) rule).put("Action", "DenySilent"));
        disturbed = true;

        Result updated = cloudFormation.update(before, after);

        assertThat(updated.failedWith("InvalidRequest")).as(updated.message()).isTrue();
        assertThat(updated.message())
                .contains("rule is bad", "; a commit that ran meanwhile may have brought a part of it into force");
        assertThat(rules("Candidate")).isEqualTo(rules);
        assertThat(actions("Running")).contains("Allow", "DenySilent");
        disturbed = false;
        assertThat(cloudFormation.update(after, before).message()).isNull();
        assertThat(rules("Running")).isEqualTo(rules);
    }

    @Test
    void theFailureTellsWhatACommitThatIsOverHasTakenAlong() {
        commit = () -> cloudFormation.service().console().commit(Driver.REGION, "edge");
        ObjectNode before = Rulestacks.withRules("edge", 20);
        cloudFormation.create(before);
        ObjectNode after = before.deepCopy();
        after.path("RuleList").forEach(rule -> ((ObjectNode) rule).put("Action", "DenySilent"));
        disturbed = true;

        Result updated = cloudFormation.update(before, after);

        assertThat(updated.message()).contains("rule is bad", "; a part of what it wants is in force, and stays");
        assertThat(actions("Running")).contains("Allow", "DenySilent");
        assertThat(rules("Candidate")).isEqualTo(rules("Running"));
    }

    private JsonNode rules(String view) {
        return cloudFormation.service().tenant().at("/Rulestacks/0/" + view + "/Rules/LocalRule");
    }

    private List<String> actions(String view) {
        return StreamSupport.stream(rules(view).spliterator(), false)
                .map(rule -> rule.findValue("Action").asText())
                .toList();
    }

    /** From the seventeenth rule on; the commit begins before the ninth. */
    private synchronized boolean isRefused(ApiRequest request) {
        if (!disturbed || !request.method().equals("PUT")) {
            return false;
        }
        writes++;
        if (writes == 9) {
            commit.run();
        }
        return writes >= 17 && writes <= 20;
    }
}
