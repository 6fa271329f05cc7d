package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While an update is under way, somebody puts a rule in the console where one of its own was. */
class TakenPlaceTest {

    private final Driver cloudFormation = Driver.of(
            ResourceModel.TYPE_NAME,
            platform -> new HandlerWrapper(RewiredPlatform.watching(platform, this::beforeSending, request -> {})));
    private Predicate<ApiRequest> moment = request -> false;
    private int countdown;

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @Test
    void afterTheWriteTheRestIsTakenBackAndTheMessageSaysWhatIsNot() {
        ObjectNode before = Rulestacks.withRules("edge", 5);
        cloudFormation.create(before);
        JsonNode running = rules("Running");
        moment = TakenPlaceTest::asksForTheStatus;
        countdown = 1;

        Result updated = cloudFormation.update(before, denying(before));

        assertThat(updated.failedWith("InvalidRequest")).as(updated.message()).isTrue();
        assertThat(updated.message())
                .contains("LocalRule priority 30 by rule ops")
                .endsWith("; rule rule-3 is not put back, because LocalRule 30 is taken by rule ops");
        assertThat(rules("Running")).isEqualTo(running);
        assertThat(rules("Candidate").findValuesAsText("RuleName"))
                .containsExactly("rule-1", "rule-2", "ops", "rule-4", "rule-5");
        assertThat(rules("Candidate").findValuesAsText("Action"))
                .containsExactly("Allow", "Allow", "DenySilent", "Allow", "Allow");
    }

    @Test
    void halfWayThroughALargeWriteTheRestIsTakenBack() {
        ObjectNode before = Rulestacks.withRules("edge", 800);
        cloudFormation.create(before);
        JsonNode running = rules("Running");
        moment = request -> request.method().equals("PUT");
        countdown = 400;

        Result updated = cloudFormation.update(before, denying(before));

        assertThat(updated.failedWith("InvalidRequest")).as(updated.message()).isTrue();
        assertThat(updated.message()).contains("LocalRule priority 30 by rule ops", "rule-3 is not put back");
        assertThat(rules("Running")).isEqualTo(running);
        assertThat(rules("Candidate").findValuesAsText("Action").stream().filter("DenySilent"::equals))
                .hasSize(1);
    }

    @Test
    void aRuleThatHadMovedStaysWhereItStandsAsItWas() {
        ObjectNode before = Rulestacks.withRules("edge", 3);
        cloudFormation.create(before);
        ObjectNode after = before.deepCopy();
        ObjectNode moved = (ObjectNode) after.path("RuleList").get(2);
        moved.put("Priority", 35).put("Action", "DenySilent");
        moment = TakenPlaceTest::asksForTheStatus;
        countdown = 1;
        cloudFormation.service().faults().failNextCommit("edge", "rule-3: out of memory");

        Result updated = cloudFormation.update(before, after);

        assertThat(updated.message())
                .contains("out of memory")
                .endsWith("; rule rule-3 stays at LocalRule 35, because LocalRule 30 is taken by rule ops");
        assertThat(rules("Candidate").findValuesAsText("RuleName"))
                .containsExactly("rule-1", "rule-2", "ops", "rule-3");
        assertThat(rules("Candidate").findValuesAsText("Action"))
                .containsExactly("Allow", "Allow", "DenySilent", "Allow");
    }

    /** Removed here, replaced there: the place is no longer ours to empty. */
    @Test
    void aRemovalLeavesAnothersRuleAloneThatHasTakenThePlace() {
        ObjectNode before = Rulestacks.withRules("edge", 3);
        cloudFormation.create(before);
        ObjectNode after = before.deepCopy();
        ((ArrayNode) after.path("RuleList")).remove(2);
        moment = request -> true;
        countdown = 1;

        assertThat(cloudFormation.update(before, after).message()).isNull();

        assertThat(rules("Running").findValuesAsText("RuleName")).containsExactly("rule-1", "rule-2", "ops");
    }

    private JsonNode rules(String view) {
        return cloudFormation.service().tenant().at("/Rulestacks/0/" + view + "/Rules/LocalRule");
    }

    private static ObjectNode denying(ObjectNode model) {
        ObjectNode changed = model.deepCopy();
        ((ArrayNode) changed.path("RuleList")).forEach(rule -> ((ObjectNode) rule).put("Action", "DenyResetBoth"));
        return changed;
    }

    private void beforeSending(ApiRequest request) {
        if (countdown > 0 && moment.test(request) && --countdown == 0) {
            cloudFormation
                    .service()
                    .console()
                    .putRule(
                            REGION,
                            "edge",
                            "LocalRule",
                            30,
                            json("{\"RuleName\":\"ops\",\"Action\":\"DenySilent\",\"Logging\":true}"));
        }
    }

    private static boolean asksForTheStatus(ApiRequest request) {
        return request.method().equals("GET") && request.uri().getPath().endsWith("/commit");
    }
}
