package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.EDGE;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.RULES;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitMessages;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitSnapshot;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commits, and what the sources leave open about them. */
class CommitSettingsTest {
    private static TestTenant tenant(UnaryOperator<ApiSettings> settings) {
        return TestTenant.with(settings).withRulestack();
    }

    /** Posts a commit, and half of its time later a rule. */
    private static TestCaller.Got editInTheMiddle(TestTenant tenant) {
        accepted(tenant.caller.post(EDGE + "/commit", "{}"));
        tenant.clock.passSeconds(30);
        return tenant.caller.post(RULES, rule(1, "late"));
    }

    private static List<String> runningRules(TestTenant tenant) {
        return tenant.stack().path("Running").path("Rules").path("LocalRule").findValuesAsText("RuleName");
    }

    @Test
    void beforeAnyCommitThereIsNoStatus() {
        try (TestTenant tenant = tenant(api -> api)) {
            var status = accepted(tenant.caller.get(EDGE + "/commit")).response();
            assertThat(status).isEqualTo(json("{'RuleStackName':'edge'}"));
        }
    }

    @Test
    void aCommitAnswersAtTopLevel() {
        try (TestTenant tenant = tenant(api -> api)) {
            assertThat(tenant.caller.post(EDGE + "/commit", "{}").json())
                    .isEqualTo(json("{'RuleStackName':'edge','ResponseStatus':{'ErrorCode':0}}"));
        }
    }

    @Test
    void aCommitWithoutChangesSucceeds() {
        try (TestTenant tenant = tenant(api -> api)) {
            tenant.commit();
            tenant.commit();
            assertThat(tenant.commitStatus()).isEqualTo("Success");
            assertThat(tenant.stack().path("CommitCount").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aValidationSetsOnlyItsOwnStatus() {
        try (TestTenant tenant = tenant(api -> api)) {
            accepted(tenant.caller.post(
                    RULES,
                    json("{'Priority':1,'RuleEntry':{'RuleName':'r','Destination':{'FqdnLists':['f']}}}")
                            .toString()));
            accepted(tenant.caller.post(EDGE + "/validate", "{}"));
            assertThat(tenant.caller
                            .get(EDGE + "/commit")
                            .response()
                            .path("ValidateStatus")
                            .asText())
                    .isEqualTo("Pending");
            tenant.clock.passSeconds(10);
            var status = tenant.caller.get(EDGE + "/commit").response();
            assertThat(status.path("ValidateStatus").asText()).isEqualTo("Failed");
            assertThat(status.path("ValidateMessages").path(0).asText()).endsWith("FQDN list f does not exist");
            assertThat(status.has("CommitStatus")).isFalse();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Source':{'PrefixLists':['x']}}               | prefix list x does not exist",
                "{'Destination':{'PrefixLists':['x']}}          | prefix list x does not exist",
                "{'Destination':{'FqdnLists':['x']}}            | FQDN list x does not exist",
                "{'Source':{'Feeds':['x']}}                     | intelligent feed x does not exist",
                "{'Source':{'Countries':['XX']}}                | country XX does not exist",
                "{'Category':{'Feeds':['x']}}                   | intelligent feed x does not exist",
                "{'Category':{'URLCategoryNames':['x']}}        | URL category x does not exist",
                "{'InboundInspectionCertificate':'x'}           | certificate x does not exist",
            })
    void aReferenceToNothingFailsTheCommit(String rule, String message) {
        try (TestTenant tenant = tenant(api -> api)) {
            var entry = json(rule).put("RuleName", "r");
            accepted(tenant.caller.post(
                    RULES, json("{'Priority':7}").set("RuleEntry", entry).toString()));
            tenant.commit();
            assertThat(tenant.commitStatus()).isEqualTo("Failed");
            assertThat(TestCaller.texts(
                            tenant.caller.get(EDGE + "/commit").response().path("CommitMessages")))
                    .containsExactly("security rule r (LocalRule, priority 7): " + message);
        }
    }

    @Test
    void referencesToWhatIsThereAreFine() {
        try (TestTenant tenant = tenant(api -> api)) {
            accepted(tenant.caller.post(EDGE + "/certificates", "{\"Name\":\"c\",\"CertificateSelfSigned\":true}"));
            accepted(tenant.caller.post(EDGE + "/urlcustomcategories", "{\"Name\":\"u\",\"URLTargets\":[\"x\"]}"));
            accepted(tenant.caller.post(
                    RULES,
                    json("{'Priority':1,'RuleEntry':{'RuleName':'r','Source':{'Countries':['DE'],"
                                    + "'Feeds':['PaloAltoNetworks-TorExitIPAddresses']},"
                                    + "'Category':{'URLCategoryNames':['gambling','u']},"
                                    + "'InboundInspectionCertificate':'c'}}")
                            .toString()));
            accepted(tenant.caller.put(
                    EDGE,
                    json("{'RuleStackEntry':{'Profiles':{'OutboundTrustCertificate':'c'}}}")
                            .toString()));
            tenant.commit();
            assertThat(tenant.commitStatus()).isEqualTo("Success");
        }
    }

    @Test
    void aProfileOrFeedWithoutItsCertificateFailsTheCommit() {
        try (TestTenant tenant = tenant(api -> api)) {
            accepted(tenant.caller.put(
                    EDGE,
                    json("{'RuleStackEntry':{'Profiles':{'OutboundUntrustCertificate':'c'}}}")
                            .toString()));
            accepted(tenant.caller.post(
                    EDGE + "/feeds",
                    json("{'Name':'f','FeedURL':'https://x','Type':'IP_LIST','Frequency':'DAILY','Certificate':'d'}")
                            .toString()));
            tenant.commit();
            assertThat(TestCaller.texts(
                            tenant.caller.get(EDGE + "/commit").response().path("CommitMessages")))
                    .containsExactly(
                            "rulestack profile OutboundUntrustCertificate: certificate c does not exist",
                            "intelligent feed f: certificate d does not exist");
        }
    }

    @Test
    void messagesThatNameNoRuleAreASetting() {
        try (TestTenant tenant = tenant(api -> api.withCommitMessages(CommitMessages.NONE))) {
            accepted(tenant.caller.post(
                    RULES,
                    json("{'Priority':1,'RuleEntry':{'RuleName':'r','Source':{'Feeds':['x']}}}")
                            .toString()));
            tenant.commit();
            assertThat(TestCaller.texts(
                            tenant.caller.get(EDGE + "/commit").response().path("CommitMessages")))
                    .containsExactly("commit failed");
        }
    }

    @Test
    void aSecondCommitIsRefusedByDefault() {
        try (TestTenant tenant = tenant(api -> api)) {
            accepted(tenant.caller.post(EDGE + "/commit", "{}"));
            assertThat(tenant.caller.post(EDGE + "/commit", "{}").reason())
                    .isEqualTo("InvalidOperation: commit in progress for rulestack edge");
        }
    }

    @Test
    void aSecondCommitThatIsMergedEndsWithTheFirst() {
        try (TestTenant tenant = tenant(api -> api.withSecondCommit(SecondCommit.MERGE))) {
            accepted(editInTheMiddle(tenant));
            accepted(tenant.caller.post(EDGE + "/commit", "{}"));
            tenant.clock.passSeconds(30);
            assertThat(tenant.commitStatus()).isEqualTo("Success");
            assertThat(runningRules(tenant)).isEmpty();
            assertThat(tenant.stack().path("CommitCount").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aSecondCommitThatIsQueuedStartsWhenTheFirstEnds() {
        try (TestTenant tenant = tenant(api -> api.withSecondCommit(SecondCommit.QUEUE))) {
            accepted(editInTheMiddle(tenant));
            accepted(tenant.caller.post(EDGE + "/commit", "{}"));
            tenant.clock.passSeconds(89);
            assertThat(tenant.commitStatus()).isEqualTo("Pending");
            assertThat(runningRules(tenant)).isEmpty();
            tenant.clock.passSeconds(1);
            assertThat(tenant.commitStatus()).isEqualTo("Success");
            assertThat(runningRules(tenant)).containsExactly("late");
            assertThat(tenant.stack().path("CommitCount").asInt()).isEqualTo(2);
        }
    }

    @Test
    void anEditDuringACommitWaitsForTheNextByDefault() {
        try (TestTenant tenant = tenant(api -> api)) {
            accepted(editInTheMiddle(tenant));
            tenant.clock.passSeconds(30);
            assertThat(tenant.commitStatus()).isEqualTo("Success");
            assertThat(runningRules(tenant)).isEmpty();
            assertThat(tenant.stack().path("RuleStackState").asText()).isEqualTo("Uncommitted");
        }
    }

    @Test
    void anEditDuringACommitIsInItWhenTheSnapshotIsTakenAtTheEnd() {
        try (TestTenant tenant = tenant(api -> api.withCommitSnapshot(CommitSnapshot.END))) {
            accepted(editInTheMiddle(tenant));
            tenant.clock.passSeconds(30);
            assertThat(tenant.commitStatus()).isEqualTo("Success");
            assertThat(runningRules(tenant)).containsExactly("late");
        }
    }

    @Test
    void editsDuringACommitCanBeRefused() {
        try (TestTenant tenant = tenant(api -> api.withEditsDuringCommit(EditsDuringCommit.REJECT))) {
            assertThat(editInTheMiddle(tenant).reason()).contains("commit in progress");
            assertThat(tenant.caller.post(EDGE + "/revert", "{}").reason()).contains("commit in progress");
            tenant.clock.passSeconds(30);
            accepted(tenant.caller.post(RULES, rule(1, "later")));
        }
    }

    @Test
    void aFailedCommitLeavesBothViewsAsTheyWere() {
        try (TestTenant tenant = tenant(api -> api)) {
            tenant.commit();
            accepted(tenant.caller.post(RULES, rule(1, "r")));
            tenant.simulator.faults().failNextCommit("edge", "security rule r: device says no");
            var before = tenant.stack();
            tenant.commit();
            var after = tenant.stack();
            assertThat(tenant.commitStatus()).isEqualTo("Failed");
            assertThat(after.path("Candidate")).isEqualTo(before.path("Candidate"));
            assertThat(after.path("Running")).isEqualTo(before.path("Running"));
            tenant.commit();
            assertThat(tenant.commitStatus()).isEqualTo("Success");
        }
    }

    @Test
    void aDeletionDuringACommitNeedsOneOfItsOwn() {
        try (TestTenant tenant = tenant(api -> api)) {
            accepted(tenant.caller.post(EDGE + "/commit", "{}"));
            accepted(tenant.caller.delete(EDGE));
            tenant.clock.passSeconds(60);
            assertThat(tenant.stack().path("Running").isNull()).isFalse();
            assertThat(tenant.stack().path("Candidate").isNull()).isTrue();
            tenant.commit();
            assertThat(tenant.simulator.tenant().path("Rulestacks")).isEmpty();
        }
    }
}
