package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.EDGE;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.RULES;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.WALL;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Saving, going on, and the console. */
class SavedStateTest {
    private static final String REGION = "us-east-1";

    private final TestTenant tenant = TestTenant.standard().withFirewall();
    private final Console console = tenant.simulator.console();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void aSavedTenantGoesOnWhereItWas() throws JsonProcessingException {
        tenant.caller.as(AdminKind.RULESTACK);
        accepted(tenant.caller.post(RULES, rule(1, "r")));
        accepted(tenant.caller.post(EDGE + "/commit", "{}"));
        tenant.simulator.faults().throttle("GET /v1/config/rulestacks", 1);
        tenant.clock.passSeconds(30);
        JsonNode state = TestCaller.MAPPER.readTree(tenant.simulator.saveState().toString());
        try (Simulator next = Simulator.start(World.standard(), tenant.clock, state)) {
            assertThat(next.tenant()).isEqualTo(tenant.simulator.tenant());
            assertThat(next.saveState()).isEqualTo(state);
            TestCaller caller = new TestCaller(next, tenant.clock);
            assertThat(caller.get(EDGE + "/commit")
                            .response()
                            .path("CommitStatus")
                            .asText())
                    .isEqualTo("Pending");
            tenant.clock.passSeconds(30);
            assertThat(caller.get(EDGE + "/commit")
                            .response()
                            .path("CommitStatus")
                            .asText())
                    .isEqualTo("Success");
            assertThat(next.requests().count("POST /v1/config/ngfirewalls")).isEqualTo(1);
            assertThat(caller.get("/v1/config/rulestacks").reason()).startsWith("Throttling");
        }
    }

    @Test
    void aStateHoldsNoSecret() {
        AwsKeys keys = tenant.simulator.credentialsOf(
                tenant.simulator.world().roles().get(0).arn());
        JsonNode token = tenant.caller.token(AdminKind.RULESTACK, keys, "{}").response();
        assertThat(tenant.simulator.saveState().toString())
                .doesNotContain(
                        keys.secretAccessKey(),
                        keys.sessionToken(),
                        token.path("TokenId").asText(),
                        token.path("SubscriptionKey").asText());
    }

    @Test
    void aStateOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> Simulator.start(World.standard(), tenant.clock, json("{'Rulestacks':[{'what':1}]}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokensDieWithTheProcess() {
        accepted(tenant.caller.get(EDGE));
        try (Simulator next = Simulator.start(World.standard(), tenant.clock, tenant.simulator.saveState())) {
            JsonNode token = tenant.caller.token(AdminKind.RULESTACK).response();
            var headers = Map.of("Authorization", token.path("TokenId").asText(), "x-api-key", "k");
            assertThat(TestCaller.send("GET", URI.create(next.api(REGION) + EDGE), headers, null)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void theConsoleEditsWithoutBeingCounted() {
        int before = tenant.simulator.requests().all().size();
        console.putRule(REGION, "edge", "LocalRule", 10, json("{'RuleName':'one'}"));
        console.putRule(REGION, "edge", "LocalRule", 10, json("{'RuleName':'two'}"));
        console.putRule(REGION, "edge", "LocalRule", 11, json("{'RuleName':'gone'}"));
        console.deleteRule(REGION, "edge", "LocalRule", 11);
        console.putObject(REGION, "edge", "prefixlists", "p", json("{'PrefixList':['10.0.0.1']}"));
        console.putObject(REGION, "edge", "prefixlists", "p", json("{'PrefixList':['10.0.0.2']}"));
        console.putObject(REGION, "edge", "fqdnlists", "f", json("{'FqdnList':['a.example']}"));
        console.deleteObject(REGION, "edge", "fqdnlists", "f");
        console.putRulestack(REGION, "edge", json("{'Description':'by hand'}"));
        console.tagRulestack(REGION, "edge", Map.of("k", "v", "x", "y"));
        console.untagRulestack(REGION, "edge", "x");
        console.commit(REGION, "edge");
        var stack = tenant.stack();
        assertThat(stack.path("Running")).isEqualTo(stack.path("Candidate"));
        assertThat(stack.path("Running").path("Entry").path("Description").asText())
                .isEqualTo("by hand");
        assertThat(stack.path("Running").path("Rules").path("LocalRule").findValuesAsText("RuleName"))
                .containsExactly("two");
        assertThat(stack.path("Running")
                        .path("PrefixLists")
                        .path(0)
                        .path("PrefixList")
                        .path(0)
                        .asText())
                .isEqualTo("10.0.0.2");
        assertThat(stack.path("Running").path("FqdnLists")).isEmpty();
        assertThat(stack.path("Tags").findValuesAsText("Key")).containsExactly("k");
        assertThat(tenant.simulator.requests().all()).hasSize(before);
    }

    @Test
    void theConsoleChangesAndDropsFirewallsAndRulestacks() {
        console.tagFirewall(REGION, "fw", Map.of("a", "b", "c", "d"));
        console.untagFirewall(REGION, "fw", "c");
        console.changeSubnets(REGION, "fw", List.of("subnet-9"), List.of("subnet-1"));
        assertThat(tenant.firewall().path("SubnetMappings").findValuesAsText("SubnetId"))
                .containsExactly("subnet-9");
        assertThat(tenant.firewall().path("Tags").findValuesAsText("Key")).containsExactly("a");
        console.deleteFirewall(REGION, "fw");
        console.deleteRulestack(REGION, "edge");
        assertThat(tenant.caller.get(WALL).reason()).endsWith("does not exist");
        assertThat(tenant.simulator.tenant().path("Rulestacks")).isEmpty();
    }

    @Test
    void whatTheServiceRefusesThrowsInTheConsole() {
        assertThatThrownBy(() -> console.deleteRule(REGION, "edge", "LocalRule", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("security rule LocalRule 1 does not exist");
        console.putRule(REGION, "edge", "LocalRule", 1, json("{'RuleName':'r','Source':{'Feeds':['x']}}"));
        assertThatThrownBy(() -> console.commit(REGION, "edge"))
                .hasMessageContaining("intelligent feed x does not exist");
        console.revert(REGION, "edge");
        assertThat(tenant.stack().path("RuleStackState").asText()).isEqualTo("Running");
    }

    @Test
    void theLogKnowsWrites() {
        var log = tenant.simulator.requests();
        assertThat(log.writes())
                .containsExactly(
                        "POST /v1/config/rulestacks",
                        "POST /v1/config/rulestacks/{rulestack}/commit",
                        "POST /v1/config/ngfirewalls");
        assertThat(log.counts()).containsEntry("GET /v1/mgmt/tokens/cloudfirewalladmin", 1);
        assertThat(tenant.simulator
                        .tenant()
                        .path("Requests")
                        .path("POST /v1/config/rulestacks")
                        .asInt())
                .isEqualTo(1);
        log.clear();
        assertThat(log.all()).isEmpty();
    }
}
