package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan announces, and that the deploy after it does just that. */
class PlanTest {

    private static final String COMMIT = "POST /v1/config/rulestacks/{rulestack}/commit";

    private static final List<String> OF_THE_PLAN = List.of("Changes", "StackChanges", "Writes", "Commits");

    private final Terminal terminal = new Terminal();

    @Test
    void theFirstDeployIsPlannedWithoutMakingTheState() {
        String quickstart = Path.of("..", "examples", "quickstart.yaml").toString();
        JsonNode plan = terminal.succeeds("plan", quickstart, "--stack-name", "q");
        assertThat(terminal.state()).doesNotExist();
        assertThat(changes(plan)).containsExactly("Add RuleStack q-policy", "Add Firewall q-firewall|123456789012");
        assertThat(plan.path("Commits").asInt()).isEqualTo(1);
        deploysAsPlanned(plan, "deploy", quickstart, "--stack-name", "q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decryption-url-filtering",
                "global-and-local",
                "inspection-vpc",
                "separate-rules",
                "service-managed-logging"
            })
    void everyExampleIsDeployedAsPlanned(String name) {
        String[] words = {
            "deploy",
            Path.of("..", "examples", name + ".yaml").toString(),
            "--stack-name",
            "s",
            "--capabilities",
            "CAPABILITY_NAMED_IAM"
        };
        String[] planning = words.clone();
        planning[0] = "plan";
        deploysAsPlanned(terminal.succeeds(planning), words);
    }

    @Test
    void oneChangedRuleAmongEightyIsNamedAlone() {
        JsonNode plan = plannedAndDeployed(rule(40, rule -> rule.put("Action", "DenySilent")));
        assertThat(changes(plan)).containsExactly("Modify Policy edge");
        assertThat(details(plan))
                .containsExactly("/Resources/Policy/Properties/RuleList/40/Action rule r-40 (LocalRule 4100)"
                        + " Change \"Allow\" \"DenySilent\"");
        assertThat(plan.path("Writes")).hasSize(2);
        assertThat(plan.path("Writes").path(COMMIT).asInt()).isEqualTo(1);
        assertThat(plan.path("Commits").asInt()).isEqualTo(1);
    }

    @Test
    void aPlanReadsLikeADifference() {
        deployed(template(80));
        ObjectNode changed = template(80);
        rule(40, rule -> rule.put("Action", "DenySilent")).accept(changed);
        assertThat(terminal.run("plan", file(changed), "--stack-name", "s")).isZero();
        assertThat(terminal.out()).isEqualTo("""
                Stack s would be updated:
                  ~ Policy  PaloAltoNetworks::CloudNGFW::RuleStack  edge
                      ~ rule r-40 (LocalRule 4100): Action  Allow -> DenySilent
                Plan: 0 to add, 1 to change, 0 to replace, 0 to remove; 2 API writes, 1 of them a commit
                """);
        assertThat(terminal.run("plan", file(template(80)), "--stack-name", "s"))
                .isZero();
        assertThat(terminal.out()).isEqualTo("No updates are to be performed.\n");
    }

    @Test
    void renamedSwappedAddedAndRemovedRulesAreToldInTheOrderOfTheTemplate() {
        JsonNode plan = plannedAndDeployed(template -> {
            rule(1, rule -> rule.put("RuleName", "renamed")).accept(template);
            rule(3, rule -> rule.put("Priority", 500)).accept(template);
            rule(4, rule -> rule.put("Priority", 400)).accept(template);
            rules(template).remove(6);
            rules(template).add(rule("late", 9000));
        });
        assertThat(details(plan))
                .containsExactly(
                        "/Resources/Policy/Properties/RuleList/1/RuleName rule renamed (LocalRule 200)"
                                + " Change \"r-1\" \"renamed\"",
                        "/Resources/Policy/Properties/RuleList/3/Priority rule r-3 (LocalRule 500) Change 400 500",
                        "/Resources/Policy/Properties/RuleList/4/Priority rule r-4 (LocalRule 400) Change 500 400",
                        "/Resources/Policy/Properties/RuleList/6 rule r-6 (LocalRule 700) Remove " + rule("r-6", 700)
                                + " null",
                        "/Resources/Policy/Properties/RuleList/79 rule late (LocalRule 9000) Add null "
                                + rule("late", 9000));
    }

    @Test
    void reorderedRulesMeanTheSameAndCostNothing() {
        JsonNode plan = plannedAndDeployed(
                template -> rules(template).add(rules(template).remove(0)));
        assertThat(changes(plan)).containsExactly("Modify Policy edge");
        assertThat(plan.at("/Changes/0/Cause").asText()).isEqualTo("Wording");
        assertThat(details(plan)).isEmpty();
        assertThat(plan.path("Writes")).isEmpty();
        assertThat(plan.path("Commits").asInt()).isZero();
    }

    @Test
    void anotherNameReplacesARulestack() {
        JsonNode plan = plannedAndDeployed(
                template -> ((ObjectNode) template.at("/Resources/Policy/Properties")).put("RuleStackName", "core"));
        assertThat(changes(plan)).containsExactly("Replace Policy edge");
        assertThat(plan.at("/Changes/0/Replacement").asBoolean()).isTrue();
        assertThat(plan.at("/Changes/0/PolicyAction").asText()).isEqualTo("ReplaceAndDelete");
        assertThat(details(plan))
                .containsExactly("/Resources/Policy/Properties/RuleStackName null Change \"edge\" \"core\"");
    }

    @Test
    void whatTheTemplateNoLongerNamesIsRemovedLast() {
        ObjectNode before = template(2);
        ObjectNode lone = before.withObject("/Resources/Lone").put("Type", "PaloAltoNetworks::CloudNGFW::RuleStack");
        lone.withObject("/Properties")
                .put("RuleStackName", "lone")
                .withObject("/RuleStack")
                .put("Scope", "Local");
        deployed(before);
        ObjectNode after = template(3);
        JsonNode plan = terminal.succeeds("plan", file(after), "--stack-name", "s");
        assertThat(changes(plan)).containsExactly("Modify Policy edge", "Remove Lone lone");
        assertThat(plan.at("/Changes/1/PolicyAction").asText()).isEqualTo("Delete");
        deploysAsPlanned(plan, "deploy", file(after), "--stack-name", "s");
    }

    @Test
    void tagsOfTheStackAloneSaySo() {
        deployed(template(2));
        JsonNode plan = terminal.succeeds("plan", file(template(2)), "--stack-name", "s", "--tags", "Env=prod");
        assertThat(plan.at("/Changes/0/Cause").asText()).isEqualTo("StackTags");
        assertThat(plan.at("/Changes/0/Details")).isEmpty();
        assertThat(plan.at("/StackChanges/0"))
                .hasToString(
                        "{\"Path\":\"/Tags/Env\",\"Name\":\"tag of the stack Env\",\"Action\":\"Add\",\"Before\":null,\"After\":\"prod\"}");
        deploysAsPlanned(plan, "deploy", file(template(2)), "--stack-name", "s", "--tags", "Env=prod");
    }

    @Test
    void aDeployThatWouldFailIsAnnounced() {
        deployed(template(2));
        String world = terminal.file("world.json", """
                {"Faults":[{"CommitFails":{"Rulestack":"edge","Message":"device group out of memory"}}]}""");
        Map<String, String> before = state();
        assertThat(terminal.run("plan", file(template(3)), "--stack-name", "s", "--world", world))
                .isEqualTo(1);
        assertThat(terminal.out())
                .contains("+ rule r-2 (LocalRule 300)")
                .contains("The deploy would fail and leave the stack in UPDATE_ROLLBACK_COMPLETE:\n  Policy: ")
                .contains("device group out of memory");
        assertThat(state()).isEqualTo(before);
        JsonNode plan = terminal.exits(1, "plan", file(template(3)), "--stack-name", "s", "--world", world);
        assertThat(plan.path("StackStatus").asText()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void whatIsNotReachedIsNamed() {
        ObjectNode template = template(1);
        rule(0, rule -> rule.put("Priority", 0)).accept(template);
        ObjectNode after = template.withObject("/Resources/After").put("Type", "AWS::EC2::VPC");
        after.put("DependsOn", "Policy");
        assertThat(terminal.run("plan", file(template), "--stack-name", "s")).isEqualTo(1);
        assertThat(terminal.out()).contains("Not reached: After").contains("ROLLBACK_COMPLETE");
        assertThat(terminal.err()).contains("/Resources/Policy/Properties/RuleList/0/Priority");
        assertThat(terminal.state()).doesNotExist();
    }

    @Test
    void aTemplateThatCannotBeReadExitsWithTwo() {
        JsonNode refused = terminal.exits(2, "plan", terminal.file("t.yaml", "Resources: {A: {}}"));
        assertThat(refused.at("/Problems/0/Path").asText()).isEqualTo("/Resources/A");
    }

    @Test
    void hiddenValuesAreStarsAndKeptParametersStay() {
        String template = terminal.file("t.yaml", """
                Parameters:
                  Hidden: {Type: String, NoEcho: true}
                  Scope: {Type: String}
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties:
                      RuleStackName: edge
                      RuleStack: {Scope: !Ref Scope, Description: !Ref Hidden}
                """);
        terminal.succeeds("deploy", template, "--stack-name", "s", "--parameters", "Hidden=shibboleth", "Scope=Local");
        JsonNode plan = terminal.succeeds("plan", template, "--stack-name", "s", "--parameters", "Hidden=abracadabra");
        assertThat(details(plan))
                .containsExactly("/Resources/Policy/Properties/RuleStack/Description null Change \"****\" \"****\"");
        terminal.run("plan", template, "--stack-name", "s", "--parameters", "Hidden=abracadabra");
        assertThat(terminal.everythingPrinted()).doesNotContain("shibboleth").doesNotContain("abracadabra");
    }

    @Test
    void stacksOfOneNameInTwoRegionsMustBeToldApart() {
        for (String region : List.of("us-east-1", "eu-west-1")) {
            terminal.succeeds("deploy", file(template(1)), "--stack-name", "s", "--region", region);
        }
        terminal.exits(2, "plan", file(template(2)), "--stack-name", "s");
        JsonNode plan = terminal.succeeds("plan", file(template(2)), "--stack-name", "s", "--region", "eu-west-1");
        deploysAsPlanned(plan, "deploy", file(template(2)), "--stack-name", "s", "--region", "eu-west-1");
    }

    @Test
    void withoutASeedPlanAndDeployDrawTheSameChances() {
        Terminal drawing = Terminal.withoutSeed();
        String separate = Path.of("..", "examples", "separate-rules.yaml").toString();
        JsonNode plan = drawing.succeeds("plan", separate, "--stack-name", "s");
        assertThat(timeless(drawing.succeeds("plan", separate, "--stack-name", "s")))
                .isEqualTo(timeless(plan));
        ObjectNode announced = plan.deepCopy();
        announced.remove(OF_THE_PLAN);
        assertThat(timeless(announced)).isEqualTo(timeless(drawing.succeeds("deploy", separate, "--stack-name", "s")));
    }

    @Test
    void thePlanIsTheDocumentOfTheDeployWithItsChanges() {
        ObjectNode separate = template(1);
        for (int i = 1; i <= 6; i++) {
            ObjectNode rule = separate.withObject("/Resources/Rule" + i)
                    .put("Type", "PaloAltoNetworks::CloudNGFW::SecurityRule")
                    .putObject("Properties");
            rule.putObject("RuleStackName").put("Ref", "Policy");
            rule.setAll(rule("separate-" + i, 2000 + i));
        }
        JsonNode plan = terminal.succeeds("plan", file(separate), "--stack-name", "s");
        assertThat(plan.fieldNames())
                .toIterable()
                .containsExactly(
                        "StackName",
                        "StackId",
                        "StackStatus",
                        "StackStatusReason",
                        "Changed",
                        "Outputs",
                        "Resources",
                        "Events",
                        "Changes",
                        "StackChanges",
                        "Writes",
                        "Commits");
        deploysAsPlanned(plan, "deploy", file(separate), "--stack-name", "s");
    }

    /** Deploys a rulestack with eighty rules, plans a change of it, deploys it as planned; the plan. */
    private JsonNode plannedAndDeployed(Consumer<ObjectNode> change) {
        deployed(template(80));
        ObjectNode changed = template(80);
        change.accept(changed);
        Map<String, String> before = state();
        JsonNode plan = terminal.succeeds("plan", file(changed), "--stack-name", "s");
        assertThat(state()).as("the state after a plan").isEqualTo(before);
        deploysAsPlanned(plan, "deploy", file(changed), "--stack-name", "s");
        return plan;
    }

    private void deployed(ObjectNode template) {
        terminal.succeeds("deploy", file(template), "--stack-name", "s");
    }

    /** Also that the plan, but for its own members and the time, is the document that the deploy prints. */
    private void deploysAsPlanned(JsonNode plan, String... deploy) {
        JsonNode before = terminal.tenant().path("Requests");
        JsonNode document = terminal.succeeds(deploy);
        Map<String, Integer> writes = new TreeMap<>();
        terminal.tenant().path("Requests").properties().forEach(request -> {
            int sent =
                    request.getValue().asInt() - before.path(request.getKey()).asInt();
            if (sent > 0
                    && !request.getKey().startsWith("GET ")
                    && !request.getKey().startsWith("STS ")) {
                writes.put(request.getKey(), sent);
            }
        });
        assertThat(plan.path("Writes")).isEqualTo(json(writes));
        assertThat(writes.getOrDefault(COMMIT, 0))
                .isEqualTo(plan.path("Commits").asInt());
        ObjectNode announced = plan.deepCopy();
        announced.remove(OF_THE_PLAN);
        assertThat(timeless(announced)).isEqualTo(timeless(document));
    }

    private static JsonNode json(Map<String, Integer> counts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        counts.forEach(object::put);
        return object;
    }

    private static JsonNode timeless(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        copy.path("Events").forEach(event -> ((ObjectNode) event).remove("Timestamp"));
        return copy;
    }

    private static List<String> changes(JsonNode plan) {
        List<String> lines = new ArrayList<>();
        plan.path("Changes")
                .forEach(change -> lines.add(String.join(
                        " ",
                        change.path("Action").asText(),
                        change.path("LogicalResourceId").asText(),
                        change.path("PhysicalResourceId").asText())));
        return lines;
    }

    private static List<String> details(JsonNode plan) {
        List<String> lines = new ArrayList<>();
        plan.at("/Changes/0/Details")
                .forEach(detail -> lines.add(String.join(
                        " ",
                        detail.path("Path").asText(),
                        detail.path("Name").asText(),
                        detail.path("Action").asText(),
                        detail.path("Before").toString(),
                        detail.path("After").toString())));
        return lines;
    }

    /** Every file of the state by its hash. */
    private Map<String, String> state() {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(terminal.state())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(
                        file.toString(),
                        Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }

    private String file(ObjectNode template) {
        return terminal.file("t.json", template.toString());
    }

    private static Consumer<ObjectNode> rule(int index, Consumer<ObjectNode> change) {
        return template -> change.accept((ObjectNode) rules(template).get(index));
    }

    private static ArrayNode rules(ObjectNode template) {
        return (ArrayNode) template.at("/Resources/Policy/Properties/RuleList");
    }

    private static ObjectNode template(int rules) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = template.withObject("/Resources/Policy")
                .put("Type", "PaloAltoNetworks::CloudNGFW::RuleStack")
                .putObject("Properties");
        properties.put("RuleStackName", "edge").putObject("RuleStack").put("Scope", "Local");
        for (int i = 0; i < rules; i++) {
            properties.withArray("RuleList").add(rule("r-" + i, 100 * (i + 1)));
        }
        return template;
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
