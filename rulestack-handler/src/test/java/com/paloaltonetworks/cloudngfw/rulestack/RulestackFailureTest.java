package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left after something went wrong, and what the user is told. */
class RulestackFailureTest {

    private static final String POISON =
            "{\"RuleName\":\"theirs\",\"Action\":\"Allow\",\"Category\":{\"URLCategoryNames\":[\"no-such-category\"]}}";

    private final Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new);

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @Test
    void aFailedFirstCommitLeavesNothing() {
        cloudFormation.service().faults().failNextCommit("edge", "rule-1: address group is too large");
        Result created = cloudFormation.create(Rulestacks.withRules("edge", 3));
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(created.message())
                .contains("Commit of rulestack edge failed: ", "rule-1: address group is too large");
        assertThat(created.physicalId()).isEqualTo("edge");
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }

    @Test
    void aFailedCommitOfAnUpdateLeavesCandidateAndRunningAsTheyWere() {
        ObjectNode model = Rulestacks.withRules("edge", 80);
        cloudFormation.create(model);
        JsonNode before = rulestack().path("Running");
        ObjectNode changed = model.deepCopy();
        ((ArrayNode) changed.path("RuleList")).remove(7);
        ((ObjectNode) changed.path("RuleList").get(3)).put("Action", "DenySilent");
        ((ArrayNode) changed.path("RuleList")).add(Rulestacks.rule("poison", 5));
        cloudFormation.service().faults().failNextCommit("edge", "out of memory");

        Result updated = cloudFormation.update(model, changed);

        assertThat(updated.message()).contains("out of memory");
        assertThat(updated.failedWith("InvalidRequest")).isTrue();
        assertThat(rulestack().path("Running")).isEqualTo(before);
        assertThat(rulestack().path("Candidate")).isEqualTo(before);
        cloudFormation.service().requests().clear();
        assertThat(cloudFormation.update(changed, model).message()).isNull();
        assertThat(rulestack().path("Running")).isEqualTo(before);
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/config/rulestacks",
                "POST /v1/config/rulestacks/{rulestack}/tags",
                "POST /v1/config/rulestacks/{rulestack}/prefixlists",
                "POST /v1/config/rulestacks/{rulestack}/certificates",
                "POST /v1/config/rulestacks/{rulestack}/rulelists/{rulelist}",
                "PUT /v1/config/rulestacks/{rulestack}",
                "POST /v1/config/rulestacks/{rulestack}/commit",
                "GET /v1/config/rulestacks/{rulestack}/commit",
                "GET /v1/config/rulestacks/{rulestack}"
            })
    void aLostAnswerChangesNothingInTheEnd(String call) {
        cloudFormation.service().faults().dropAnswerOf(call);
        Result created = cloudFormation.create(Rulestacks.rich("edge"));
        assertThat(created.message()).isNull();
        assertThat(rulestack().path("Candidate")).isEqualTo(rulestack().path("Running"));
        assertThat(rulestack().at("/Candidate/Rules/LocalRule")).hasSize(4);
    }

    /** Somebody's rule names a category that does not exist, and is gone before anybody looks whose fault that was. */
    @Test
    void aFailureOfOthersWhoHaveWithdrawnIsFollowedByAnotherCommit() {
        AtomicReference<Consumer<ApiRequest>> after = new AtomicReference<>(request -> {});
        try (Driver watched = Driver.of(
                ResourceModel.TYPE_NAME,
                platform -> new HandlerWrapper(RewiredPlatform.watching(
                        platform, request -> {}, request -> after.get().accept(request))))) {
            ObjectNode model = Rulestacks.withRules("edge", 2);
            watched.create(model);
            Console console = watched.service().console();
            console.putRule(Driver.REGION, "edge", "LocalRule", 500, json(POISON));
            after.set(request -> {
                if (hasFailed(console)) {
                    after.set(next -> {});
                    console.deleteRule(Driver.REGION, "edge", "LocalRule", 500);
                }
            });
            ObjectNode changed = model.deepCopy();
            ((ArrayNode) changed.path("RuleList")).remove(0);
            watched.withConfiguration("CommitForeignChanges", true);
            assertThat(watched.update(model, changed).message()).isNull();
            assertThat(watched.service().tenant().at("/Rulestacks/0/Running/Rules/LocalRule"))
                    .hasSize(1);
        }
    }

    private static boolean hasFailed(Console console) {
        return console.call(Driver.REGION, "GET", "/v1/config/rulestacks/edge/commit", json("{}"))
                .path("CommitStatus")
                .asText()
                .equals("Failed");
    }

    @Test
    void rulesOfOthersAreLeftAlone() {
        ObjectNode model = Rulestacks.withRules("edge", 2);
        cloudFormation.create(model);
        cloudFormation
                .service()
                .console()
                .putRule(
                        Driver.REGION,
                        "edge",
                        "LocalRule",
                        500,
                        json("{\"RuleName\":\"theirs\",\"Action\":\"Allow\"}"));
        cloudFormation.service().console().commit(Driver.REGION, "edge");
        ObjectNode changed = model.deepCopy();
        ((ObjectNode) changed.path("RuleStack")).put("Description", "new");
        ((ArrayNode) changed.path("RuleList")).remove(0);
        assertThat(cloudFormation.update(model, changed).succeeded()).isTrue();
        assertThat(rulestack().at("/Running/Rules/LocalRule").findValuesAsText("RuleName"))
                .containsExactly("rule-2", "theirs");
        assertThat(rulestack().at("/Running/Entry/Description").asText()).isEqualTo("new");
    }

    @Test
    void aPlaceTakenByAnothersRuleIsNamedBeforeAnythingIsWritten() {
        ObjectNode model = Rulestacks.withRules("edge", 2);
        cloudFormation.create(model);
        cloudFormation
                .service()
                .console()
                .putRule(
                        Driver.REGION,
                        "edge",
                        "LocalRule",
                        500,
                        json("{\"RuleName\":\"theirs\",\"Action\":\"Allow\"}"));
        cloudFormation.service().requests().clear();
        ObjectNode changed = model.deepCopy();
        ((ArrayNode) changed.path("RuleList")).add(Rulestacks.rule("ours", 500));
        Result updated = cloudFormation.update(model, changed);
        assertThat(updated.message()).contains("LocalRule priority 500 by rule theirs");
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsCommittedAllTheSame() {
        ObjectNode model = Rulestacks.withRules("edge", 1);
        cloudFormation.create(model);
        cloudFormation.service().faults().dropAnswerOf("DELETE /v1/config/rulestacks/{rulestack}");
        assertThat(cloudFormation.delete(model).message()).isNull();
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }

    @Test
    void aRulestackInUseIsNotDeletedAndItsFirewallIsNamed() {
        ObjectNode model = Rulestacks.withRules("edge", 1);
        cloudFormation.create(model);
        addFirewall();
        Result refused = cloudFormation.delete(model);
        assertThat(refused.failedWith("InvalidRequest")).isTrue();
        assertThat(refused.message()).contains("in use by firewall wall");
        assertThat(rulestack().path("Candidate")).isEqualTo(rulestack().path("Running"));
    }

    @Test
    void aRulestackWaitsForItsFirewallToGo() {
        ObjectNode model = Rulestacks.withRules("edge", 1);
        cloudFormation.create(model);
        addFirewall();
        cloudFormation.service().console().deleteFirewall(Driver.REGION, "wall");
        assertThat(cloudFormation.delete(model).message()).isNull();
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }

    private void addFirewall() {
        cloudFormation.service().console().call(Driver.REGION, "POST", "/v1/config/ngfirewalls", json("""
                {"FirewallName":"wall","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "SubnetMappings":[{"SubnetId":"subnet-1"}],"RuleStackName":"edge"}"""));
        cloudFormation.scheduler().run(activities -> cloudFormation.scheduler().sleep(Duration.ofMinutes(20)));
    }

    @Test
    void theScopeCannotChange() {
        ObjectNode model = Rulestacks.withRules("edge", 0);
        cloudFormation.create(model);
        ObjectNode global = model.deepCopy();
        ((ObjectNode) global.path("RuleStack")).put("Scope", "Global");
        cloudFormation.service().requests().clear();
        Result updated = cloudFormation.update(model, global);
        assertThat(updated.failedWith("NotUpdatable")).isTrue();
        assertThat(updated.message()).contains("from Local to Global", "another name");
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void deployNoLeavesTheCandidateUncommitted() {
        ObjectNode model = Rulestacks.withRules("edge", 2);
        ((ObjectNode) model.path("RuleStack")).put("Deploy", "NO");
        assertThat(cloudFormation.create(model).succeeded()).isTrue();
        assertThat(rulestack().path("CommitCount").asInt()).isZero();
        ObjectNode deployed = model.deepCopy();
        ((ObjectNode) deployed.path("RuleStack")).put("Deploy", "YES");
        assertThat(cloudFormation.update(model, deployed).succeeded()).isTrue();
        assertThat(rulestack().path("CommitCount").asInt()).isEqualTo(1);
    }

    @Test
    void aTagThatExistsAlreadyIsNotAResourceThatDoesAndWhatWasMadeIsTold() {
        String twice = "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"tag Env already exists\"}}";
        try (Driver refusing = Driver.of(
                ResourceModel.TYPE_NAME,
                platform -> new HandlerWrapper(new RewiredPlatform(
                        platform,
                        network -> request -> request.method().equals("POST")
                                        && request.uri().getPath().endsWith("/tags")
                                ? new ApiResponse(200, Map.of(), twice)
                                : network.send(request))))) {
            ObjectNode model = Rulestacks.withRules("edge", 0);
            model.putArray("Tags").add(json("{\"Key\":\"env\",\"Value\":\"test\"}"));
            Result created = refusing.create(model);
            assertThat(created.failedWith("InvalidRequest"))
                    .as(created.message())
                    .isTrue();
            assertThat(created.message()).contains("tag Env already exists", "; what it wrote is still there");
            assertThat(created.physicalId()).isEqualTo("edge");
        }
    }

    @Test
    void stackAndResourceTagsAreMergedAndOthersStay() {
        ObjectNode model = Rulestacks.withRules("edge", 0);
        model.putArray("Tags").add(json("{\"Key\":\"env\",\"Value\":\"test\"}"));
        cloudFormation.with(request -> request.toBuilder()
                .stackTags(Map.of("team", "net", "env", "stack"))
                .previousStackTags(Map.of("team", "net", "env", "stack"))
                .build());
        cloudFormation.create(model);
        assertThat(rulestack().path("Tags").toString()).contains("\"env\",\"Value\":\"test\"", "\"team\"");
        cloudFormation.service().console().tagRulestack(Driver.REGION, "edge", Map.of("theirs", "1"));
        ObjectNode untagged = model.deepCopy();
        untagged.remove("Tags");
        assertThat(cloudFormation.update(model, untagged).succeeded()).isTrue();
        assertThat(rulestack().path("Tags").findValuesAsText("Key")).containsExactlyInAnyOrder("env", "team", "theirs");
        assertThat(rulestack().path("Tags").toString()).contains("\"env\",\"Value\":\"stack\"");
    }

    @Test
    void everythingWrongIsListedAtOnceBeforeTheFirstWrite() {
        Result created = cloudFormation.create(json("""
                {"RuleStackName":"edge","RuleStack":{"Scope":"Local","Deploy":"perhaps","AccountId":"1"},"Surprise":1,
                 "SecurityObjects":{"PrefixLists":[{"Name":"office","PrefixList":["10.0.0.300"]}]},
                 "RuleList":[
                  {"RuleName":"a","RuleListType":"LocalRule","Priority":1,"Source":{"PrefixLists":["offices"]}},
                  {"RuleName":"a","RuleListType":"PreRule","Priority":1,"Destination":{"Countries":["false"]}},
                  {"RuleName":"c","RuleListType":"LocalRule","Priority":"1","ProtPortList":["TCP:70000"]}]}"""));
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(created.message().length()).isLessThanOrEqualTo(1024);
        assertThat(created.message())
                .contains(
                        "Surprise",
                        "/RuleStack/Deploy",
                        "/RuleStack/AccountId",
                        "/SecurityObjects/PrefixLists/0/PrefixList/0",
                        "/RuleList/0/Source/PrefixLists/0",
                        "/RuleList/1/RuleListType",
                        "/RuleList/1/Destination/Countries/0",
                        "/RuleList/2/Priority",
                        "/RuleList/2/ProtPortList/0");
        assertThat(cloudFormation.service().requests().all()).isEmpty();
    }

    private JsonNode rulestack() {
        return cloudFormation.service().tenant().path("Rulestacks").path(0);
    }
}
