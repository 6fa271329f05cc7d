package com.paloaltonetworks.cloudngfw.local;

import static com.paloaltonetworks.cloudngfw.local.Terminal.REGION;
import static com.paloaltonetworks.cloudngfw.local.Terminal.failure;
import static com.paloaltonetworks.cloudngfw.local.Terminal.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user can rely on, seen from the command line alone, from the quickstart's first deploy to its deletion. */
class AcceptanceTest {

    private static final String QUICKSTART = "../examples/quickstart.yaml";

    private final Terminal terminal = new Terminal();

    @Test
    void theQuickstartGoesFromDeployToAnEmptyTenant() {
        JsonNode created = deploy();
        assertThat(created.path("StackStatus").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(created.path("Outputs").findValuesAsText("OutputKey"))
                .containsExactlyInAnyOrder("RuleStackName", "RuleStackState", "FirewallStatus", "EndpointServiceName");
        assertThat(only(created.path("Outputs"), "OutputKey", "FirewallStatus")
                        .path("OutputValue")
                        .asText())
                .isEqualTo("CREATE_COMPLETE");

        JsonNode tenant = terminal.tenant();
        JsonNode rulestack = only(tenant.path("Rulestacks"), "RuleStackName", "q-policy");
        assertThat(rulestack.path("Candidate")).isEqualTo(rulestack.path("Running"));
        assertThat(rulestack.path("CommitCount").asInt()).isEqualTo(1);
        assertThat(only(tenant.path("Firewalls"), "FirewallName", "q-firewall")
                        .at("/Status/FirewallStatus")
                        .asText())
                .isEqualTo("CREATE_COMPLETE");

        JsonNode again = deploy();
        assertThat(again.path("Changed").asBoolean()).isFalse();
        assertThat(again.path("StackStatus").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(writes(terminal.tenant())).isEqualTo(writes(tenant));
        assertThat(differences()).isEmpty();

        terminal.succeeds("delete", "q");
        terminal.assertEmptyTenant();
    }

    private static Map<String, Integer> writes(JsonNode tenant) {
        Map<String, Integer> writes = new TreeMap<>();
        tenant.path("Requests").properties().forEach(request -> {
            if (!request.getKey().startsWith("GET ") && !request.getKey().startsWith("STS ")) {
                writes.put(request.getKey(), request.getValue().asInt());
            }
        });
        return writes;
    }

    @Test
    void driftNamesWhatChangedBehindTheBackUntilItIsRestored() {
        deploy();
        ObjectNode rule = (ObjectNode) terminal.rulestack("q-policy")
                .at("/Running/Rules/LocalRule/1/RuleEntry")
                .deepCopy();
        changeInConsole(
                rule.deepCopy().put("Action", "DenySilent"),
                "intruder",
                "subnet-0000000000000bad0",
                "subnet-0a1b2c3d4e5f60712");

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "RuleStack /RuleList/1/Action Allow DenySilent NOT_EQUAL",
                        "Firewall /Tags/0/Value network intruder NOT_EQUAL",
                        "Firewall /SubnetMappings/1 {\"SubnetId\":\"subnet-0a1b2c3d4e5f60712\"} null REMOVE",
                        "Firewall /SubnetMappings/2 null {\"SubnetId\":\"subnet-0000000000000bad0\"} ADD");

        changeInConsole(rule, "network", "subnet-0a1b2c3d4e5f60712", "subnet-0000000000000bad0");
        assertThat(differences()).isEmpty();
        assertThat(terminal.succeeds("drift", "q").path("StackDriftStatus").asText())
                .isEqualTo("IN_SYNC");
    }

    private void changeInConsole(ObjectNode rule, String tag, String associate, String disassociate) {
        terminal.inConsole(console -> {
            console.putRule(REGION, "q-policy", "LocalRule", 200, rule);
            console.commit(REGION, "q-policy");
            console.tagFirewall(REGION, "q-firewall", Map.of("Team", tag));
            console.changeSubnets(REGION, "q-firewall", List.of(associate), List.of(disassociate));
        });
    }

    @Test
    void driftShowsADeletedObjectAsDeleted() {
        deploy();
        terminal.inConsole(console -> console.deleteFirewall(REGION, "q-firewall"));
        JsonNode drift = terminal.succeeds("drift", "q");
        assertThat(drift.path("StackDriftStatus").asText()).isEqualTo("DRIFTED");
        assertThat(statuses(drift)).containsExactlyInAnyOrder("RuleStack IN_SYNC", "Firewall DELETED");
    }

    private static List<String> statuses(JsonNode drift) {
        List<String> statuses = new ArrayList<>();
        drift.path("Resources")
                .forEach(resource ->
                        statuses.add(resource.path("LogicalResourceId").asText() + " "
                                + resource.path("StackResourceDriftStatus").asText()));
        return statuses;
    }

    @Test
    void aFirewallThatCannotBeMadeRollsEverythingBackWithTheVendorsReason() {
        JsonNode failed = deployInWorld(1, """
                {"Faults":[{"FirewallFails":{"Status":"CREATE_FAIL","Reason":"No capacity left in use1-az1"}}]}""");
        assertThat(failed.path("StackStatus").asText()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(failure(failed, "Firewall")).contains("No capacity left in use1-az1");
        terminal.assertEmptyTenant();
    }

    @Test
    void tokensThatExpireOnTheWayAreBoughtAnew() {
        JsonNode created = deployInWorld(0, """
                {"Faults":[{"Match":"POST /v1/config/rulestacks/{}/commit","Effect":"expire-tokens"},
                           {"Match":"POST /v1/config/ngfirewalls","Effect":"expire-tokens"}]}""");
        assertThat(created.path("StackStatus").asText()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void anUntaggedRoleIsRefusedWithTheTagItNeeds() {
        JsonNode failed = deployInWorld(1, role("{}"));
        assertThat(failure(failed, "RuleStack"))
                .contains("arn:aws:iam::123456789012:role/CloudNgfwAdmin", "CloudNGFWRulestackAdmin");
        terminal.assertEmptyTenant();
    }

    @Test
    void theWrongKindOfAdministratorIsRefusedWithTheTagItNeeds() {
        JsonNode failed = deployInWorld(1, role("{\"CloudNGFWRulestackAdmin\":\"Yes\"}"));
        assertThat(failure(failed, "Firewall")).contains("CloudNGFWFirewallAdmin");
        terminal.assertEmptyTenant();
    }

    private static String role(String tags) {
        return """
                {"Roles":[{"Arn":"arn:aws:iam::123456789012:role/CloudNgfwAdmin","Tags":%s,
                           "Trust":["arn:aws:iam::123456789012:role/CloudNgfwExecutionRole"]}]}""".formatted(tags);
    }

    @Test
    void accessThatIsSwitchedOffIsSaidAndHowToSwitchItOn() {
        JsonNode failed = deployInWorld(1, "{\"ProgrammaticAccess\":false}");
        assertThat(failure(failed, "RuleStack")).containsIgnoringCase("programmatic access is switched off");
        terminal.assertEmptyTenant();
    }

    private JsonNode deploy() {
        return terminal.succeeds("deploy", QUICKSTART, "--stack-name", "q");
    }

    private JsonNode deployInWorld(int exit, String world) {
        String file = terminal.file("world.json", world);
        return terminal.exits(exit, "deploy", QUICKSTART, "--stack-name", "q", "--world", file);
    }

    /** What drift detection finds: {@code LogicalId path expected actual kind}. */
    private List<String> differences() {
        List<String> differences = new ArrayList<>();
        terminal.succeeds("drift", "q")
                .path("Resources")
                .forEach(resource -> resource.path("PropertyDifferences")
                        .forEach(difference -> differences.add(Stream.of(
                                        "PropertyPath", "ExpectedValue", "ActualValue", "DifferenceType")
                                .map(member -> difference.path(member).asText())
                                .reduce(
                                        resource.path("LogicalResourceId").asText(),
                                        (words, word) -> words + " " + word))));
        return differences;
    }
}
