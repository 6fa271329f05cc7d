package com.paloaltonetworks.cloudngfw.local;

import static com.paloaltonetworks.cloudngfw.local.Terminal.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A template with many mistakes: all of them are told at once, and nothing is written. */
class WrongTemplatesTest {

    private static final String MISTAKES = """
            Resources:
              Policy:
                Type: PaloAltoNetworks::CloudNGFW::RuleStack
                Properties:
                  RuleStackName: edge
                  RuleStack: {Scope: Local}
                  SecurityObjects:
                    PrefixLists:
                      - {Name: nets, PrefixList: [10.0.0.0/33]}
                  RuleList:
                    - {RuleName: a, RuleListType: LocalRule, Priority: 10, Action: Allow}
                    - {RuleName: a, RuleListType: LocalRule, Priority: 20, Action: Allow}
                    - {RuleName: b, RuleListType: LocalRule, Priority: 10, Action: Allow}
                    - {RuleName: c, RuleListType: PreRule, Priority: 30, Action: Allow}
                    - {RuleName: d, RuleListType: LocalRule, Priority: 0, Action: Allow}
                    - {RuleName: e, RuleListType: LocalRule, Priority: 50, Action: Permit}
                    - RuleName: f
                      RuleListType: LocalRule
                      Priority: 60
                      Action: Allow
                      ProtPortList: ['TCP:99999']
                    - RuleName: g
                      RuleListType: LocalRule
                      Priority: 70
                      Action: Allow
                      Source: {PrefixLists: [nowhere], Cidrs: [300.0.0.1/8]}
            """;

    private static final String RULES = "/Resources/Policy/Properties/RuleList/";
    private static final List<String> WRONG_PLACES = List.of(
            "/Resources/Policy/Properties/SecurityObjects/PrefixLists/0/PrefixList/0",
            RULES + "1/RuleName",
            RULES + "2/Priority",
            RULES + "3/RuleListType",
            RULES + "4/Priority",
            RULES + "5/Action",
            RULES + "6/ProtPortList/0",
            RULES + "7/Source/PrefixLists/0",
            RULES + "7/Source/Cidrs/0");

    private final Terminal terminal = new Terminal();

    @Test
    void validateListsEveryMistakeAndExitsWithTwo() {
        JsonNode problems = validated();
        assertThat(problems.findValuesAsText("Path")).containsExactlyInAnyOrderElementsOf(WRONG_PLACES);
        assertThat(problems.findValuesAsText("Severity")).containsOnly("error");
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.path("Message").asText()).isNotBlank();
            assertThat(problem.has("Value")).isTrue();
            assertThat(problem.has("Remedy")).isTrue();
        });
        assertThat(terminal.state()).doesNotExist();
    }

    @Test
    void aDeployFailsInTheHandlerListsEveryMistakeAndWritesNothing() {
        JsonNode failed = terminal.exits(1, "deploy", terminal.file("t.yaml", MISTAKES), "--stack-name", "s");
        List<String> told = terminal.err().lines().toList();
        assertThat(failed.path("StackStatus").asText()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(failure(failed, "Policy")).contains("/RuleList/").hasSizeLessThanOrEqualTo(1024);
        assertThat(told).hasSameSizeAs(WRONG_PLACES);
        assertThat(WRONG_PLACES)
                .allSatisfy(path ->
                        assertThat(told).anySatisfy(line -> assertThat(line).contains(path)));
        assertThat(terminal.tenant().path("Requests").properties()).isEmpty();
        terminal.assertEmptyTenant();
    }

    @Test
    void aMisspeltPropertyIsToldOnceWithTheNearestName() {
        JsonNode problems =
                terminal.exits(2, "validate", terminal.file("t.yaml", """
                Resources:
                  Policy:
                    Type: PaloAltoNetworks::CloudNGFW::RuleStack
                    Properties: {RuleStackName: edge, RulList: []}
                """)).path("Problems");
        assertThat(problems).hasSize(1);
        assertThat(problems.path(0).path("Remedy").asText()).isEqualTo("did you mean RuleList?");
    }

    private JsonNode validated() {
        return terminal.exits(2, "validate", terminal.file("t.yaml", MISTAKES)).path("Problems");
    }
}
