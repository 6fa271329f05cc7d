package com.paloaltonetworks.cloudngfw.local;

import static com.paloaltonetworks.cloudngfw.local.Terminal.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates of a rulestack that fails to commit, or whose rules belong to others. */
class RulestackUpdatesTest {

    private final Terminal terminal = new Terminal();

    @Test
    void aFailedCommitAmongEightyRulesLeavesWhatRanBefore() {
        ObjectNode template = template(80, 0);
        terminal.succeeds("deploy", terminal.file("before.json", template.toString()), "--stack-name", "s");
        JsonNode before = terminal.rulestack("edge").path("Running");
        assertThat(before.at("/Rules/LocalRule")).hasSize(80);

        ArrayNode rules = (ArrayNode) template.at("/Resources/Policy/Properties/RuleList");
        ((ObjectNode) rules.get(3)).put("Action", "DenySilent");
        ((ObjectNode) rules.get(4)).put("Priority", 9000);
        rules.remove(7);
        rules.add(rule("late", 5));
        JsonNode failed = terminal.exits(
                1,
                "deploy",
                terminal.file("after.json", template.toString()),
                "--stack-name",
                "s",
                "--world",
                terminal.file("world.json", """
                        {"Faults":[{"CommitFails":{"Rulestack":"edge","Message":"device group out of memory"}}]}"""));

        assertThat(failed.path("StackStatus").asText()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(failure(failed, "Policy")).contains("device group out of memory");
        assertThat(terminal.rulestack("edge").path("Running")).isEqualTo(before);
        assertThat(terminal.rulestack("edge").path("Candidate")).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} rules of its own")
    @ValueSource(ints = {0, 2})
    void aRulestackThatIsUpdatedKeepsTheRulesOfOthersRunning(int ownRules) {
        ObjectNode template = template(ownRules, 5);
        terminal.succeeds("deploy", terminal.file("before.json", template.toString()), "--stack-name", "s");
        List<String> before = running();
        assertThat(before).hasSize(ownRules + 5);

        ((ObjectNode) template.at("/Resources/Policy/Properties/RuleStack")).put("Description", "changed");
        JsonNode updated =
                terminal.succeeds("deploy", terminal.file("after.json", template.toString()), "--stack-name", "s");

        assertThat(updated.path("StackStatus").asText()).isEqualTo("UPDATE_COMPLETE");
        assertThat(terminal.rulestack("edge").at("/Running/Entry/Description").asText())
                .isEqualTo("changed");
        assertThat(running()).isEqualTo(before);
        terminal.assertNothingUncommitted();
        assertThat(terminal.succeeds("drift", "s").path("StackDriftStatus").asText())
                .isEqualTo("IN_SYNC");
        terminal.succeeds("delete", "s");
        terminal.assertEmptyTenant();
    }

    private List<String> running() {
        List<String> names = new ArrayList<>();
        terminal.rulestack("edge")
                .at("/Running/Rules/LocalRule")
                .forEach(rule -> names.add(rule.at("/RuleEntry/RuleName").asText()));
        return names;
    }

    /** A rulestack named edge, and rules that are resources of their own. */
    private static ObjectNode template(int ownRules, int separateRules) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = resource(template, "Policy", "RuleStack");
        properties.put("RuleStackName", "edge");
        properties.putObject("RuleStack").put("Scope", "Local").put("Description", "as made");
        for (int i = 1; i <= ownRules; i++) {
            properties.withArray("RuleList").add(rule("own-" + i, 100 * i));
        }
        for (int i = 1; i <= separateRules; i++) {
            ObjectNode separate = resource(template, "Rule" + i, "SecurityRule");
            separate.putObject("RuleStackName").put("Ref", "Policy");
            separate.setAll(rule("separate-" + i, 1000 + i));
        }
        return template;
    }

    private static ObjectNode resource(ObjectNode template, String logicalId, String type) {
        return template.withObject("/Resources/" + logicalId)
                .put("Type", "PaloAltoNetworks::CloudNGFW::" + type)
                .putObject("Properties");
    }

    private static ObjectNode rule(String name, int priority) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("RuleName", name)
                .put("RuleListType", "LocalRule")
                .put("Priority", priority)
                .put("Protocol", "any")
                .put("Action", "Allow");
    }
}
