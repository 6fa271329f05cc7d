package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.EDGE;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.RULES;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.WALL;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AssociationResponse;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AssociationStatus;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CustomCategoryShape;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyLists;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyRulestackName;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.ErrorStatus;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.RuleNames;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.StrictFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both behaviours of every setting that is not about commits; those are in {@link CommitSettingsTest}. */
class ApiSettingsTest {
    private static final String ASSOCIATION = "{\"AccountId\":\"" + TestTenant.ACCOUNT + "\",\"RuleStackName\":\"%s\"}";

    @ParameterizedTest
    @EnumSource
    void anErrorHasItsStatus(ErrorStatus setting) {
        try (TestTenant tenant = TestTenant.with(api -> api.withErrorStatus(setting))) {
            var got = tenant.caller.get(EDGE);
            assertThat(got.status()).isEqualTo(setting == ErrorStatus.HTTP200 ? 200 : 400);
            assertThat(got.code()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyListLooksAsSet(EmptyLists setting) {
        try (TestTenant tenant =
                TestTenant.with(api -> api.withEmptyLists(setting)).withRulestack()) {
            accepted(tenant.caller.post(RULES, rule(1, "r")));
            var prefixLists = tenant.caller.get(EDGE + "/prefixlists").response();
            var source = tenant.caller
                    .get(RULES + "/priorities/1")
                    .response()
                    .path("RuleEntryCandidate")
                    .path("Source");
            for (var list : new JsonNode[] {
                prefixLists.path("PrefixListCandidate"),
                source.path("Countries"),
                tenant.caller.get(EDGE).response().path("Tags")
            }) {
                switch (setting) {
                    case ABSENT -> assertThat(list.isMissingNode()).isTrue();
                    case NULL -> assertThat(list.isNull()).isTrue();
                    case EMPTY -> assertThat(list.isArray() && list.isEmpty()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoRulesOfOneNameAreFreeOrNot(RuleNames setting) {
        try (TestTenant tenant =
                TestTenant.with(api -> api.withRuleNames(setting)).withRulestack()) {
            accepted(tenant.caller.post(RULES, rule(1, "r")));
            accepted(tenant.caller.put(RULES + "/priorities/1", rule(1, "r")));
            var second = tenant.caller.post(RULES, rule(2, "r"));
            if (setting == RuleNames.UNIQUE) {
                assertThat(second.reason()).isEqualTo("security rule LocalRule r already exists");
            } else {
                accepted(second);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownFieldsAreIgnoredOrRefused(StrictFields setting) {
        try (TestTenant tenant =
                TestTenant.with(api -> api.withStrictFields(setting)).withRulestack()) {
            var got = tenant.caller.put(
                    EDGE, json("{'RuleStackEntry':{'Colour':'red'}}").toString());
            if (setting == StrictFields.ON) {
                assertThat(got.reason()).isEqualTo("invalid request: RuleStackEntry/colour is not supported");
            } else {
                accepted(got);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadCategoryIsFlatOrNested(CustomCategoryShape setting) {
        try (TestTenant tenant =
                TestTenant.with(api -> api.withCustomCategoryShape(setting)).withRulestack()) {
            accepted(tenant.caller.post(EDGE + "/urlcustomcategories", "{\"Name\":\"c\",\"URLTargets\":[\"x\"]}"));
            var read = tenant.caller
                    .get(EDGE + "/urlcustomcategories/c?candidate=true")
                    .response()
                    .path("URLCategoryCandidate");
            boolean nested = setting == CustomCategoryShape.NESTED;
            assertThat((nested ? read.path("URLCategoryEntry") : read).has("URLTargets"))
                    .isTrue();
            assertThat(read.has("pk")).isEqualTo(nested);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAssociationAnswersInOrOutsideTheEnvelope(AssociationResponse setting) {
        try (TestTenant tenant =
                TestTenant.with(api -> api.withAssociationResponse(setting)).withFirewall()) {
            var got = accepted(tenant.caller.post(WALL + "/rulestack", ASSOCIATION.formatted("edge")));
            assertThat((setting == AssociationResponse.WRAPPED ? got.response() : got.json())
                            .path("RuleStackName")
                            .asText())
                    .isEqualTo("edge");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewAssociationIsReportedAtOnceOrLate(AssociationStatus setting) {
        try (TestTenant tenant =
                TestTenant.with(api -> api.withAssociationStatus(setting)).withFirewall()) {
            JsonNode before = tenant.status();
            accepted(tenant.caller.post(WALL + "/rulestack", ASSOCIATION.formatted("edge")));
            if (setting == AssociationStatus.LATE) {
                assertThat(tenant.status()).isEqualTo(before);
                tenant.clock.passSeconds(20);
            }
            assertThat(tenant.status().path("RuleStackStatus").asText()).isEqualTo("Precommit");
            tenant.clock.passSeconds(20);
            assertThat(tenant.status().path("RuleStackStatus").asText()).isEqualTo("Success");
            assertThat(tenant.status().path("RuleStackCommitInfo")).isNotEqualTo(before.path("RuleStackCommitInfo"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEmptyNameTakesTheLocalRulestackOffOrIsRefused(EmptyRulestackName setting) {
        try (TestTenant tenant =
                TestTenant.with(api -> api.withEmptyRulestackName(setting)).withFirewall()) {
            var got = tenant.caller.post(WALL + "/rulestack", ASSOCIATION.formatted(""));
            if (setting == EmptyRulestackName.ACCEPT) {
                accepted(got);
                assertThat(tenant.firewall().has("RuleStackName")).isFalse();
                assertThat(tenant.status().path("RuleStackStatus").asText()).isEmpty();
            } else {
                assertThat(got.reason()).startsWith("invalid request");
            }
        }
    }

    @Test
    void settingsCanChangeWhileItRuns() {
        try (TestTenant tenant = TestTenant.standard()) {
            World world = tenant.simulator.world();
            tenant.simulator.world(world.withApi(world.api().withErrorStatus(ErrorStatus.HTTP200)));
            assertThat(tenant.caller.get(EDGE).status()).isEqualTo(200);
        }
    }
}
