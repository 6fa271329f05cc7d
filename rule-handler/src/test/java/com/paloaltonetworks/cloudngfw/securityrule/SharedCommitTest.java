package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitMessages;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.CommitFails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose fault a failed commit is, and whose drafts a commit may carry. */
class SharedCommitTest {

    private static final ObjectNode WEB = Edge.rule("web", 10);

    private Edge edge = Edge.standard();

    @AfterEach
    void close() {
        edge.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aPoisonedRuleFailsAlone(long seed) {
        edge.close();
        edge = Edge.with(ApiSettings.standard(), seed);
        int before = edge.commits();
        List<ObjectNode> rules = new ArrayList<>(Edge.rules(6));
        rules.add(poisoned(Edge.rule("poison", 100)));
        List<Result> results = edge.create(rules);
        assertThat(results.subList(0, 6)).allMatch(Result::succeeded);
        assertThat(results.get(6).failedWith("InvalidRequest")).isTrue();
        assertThat(results.get(6).message()).contains("poison", "no-such-category");
        assertThat(edge.running()).hasSize(6);
        assertThat(edge.candidate()).isEqualTo(edge.running());
        assertThat(edge.commits() - before).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theLastToLookIsNotToBlame(long seed) {
        edge.close();
        edge = Edge.with(ApiSettings.standard(), seed);
        List<Result> results = edge.create(List.of(WEB, poisoned(Edge.rule("poison", 100))));
        assertThat(results.get(0).message()).isNull();
        assertThat(results.get(1).failedWith("InvalidRequest")).isTrue();
        assertThat(edge.running()).containsExactly("10 web").isEqualTo(edge.candidate());
    }

    @Test
    void aPoisonedUpdateGoesBackToWhatIsRunning() {
        edge.cloudFormation.create(WEB);
        Result updated = edge.cloudFormation.update(WEB, poisoned(Edge.moved(WEB, 20)));
        assertThat(updated.failedWith("InvalidRequest")).isTrue();
        assertThat(edge.candidate()).containsExactly("10 web").isEqualTo(edge.running());
        assertThat(edge.rulestack().path("Candidate"))
                .isEqualTo(edge.rulestack().path("Running"));
    }

    @Test
    void aFailedDeletePutsTheRuleBack() {
        edge.cloudFormation.create(WEB);
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule web is needed");
        Result deleted = edge.cloudFormation.delete(WEB);
        assertThat(deleted.failedWith("InvalidRequest")).isTrue();
        assertThat(deleted.message()).contains("web is needed");
        assertThat(edge.candidate()).containsExactly("10 web").isEqualTo(edge.running());
    }

    @Test
    void aCommitThatFailsOnceForOthersReasonsIsRepeated() {
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule stranger is bad");
        List<ObjectNode> rules = Edge.rules(3);
        assertThat(edge.create(rules)).allMatch(Result::succeeded);
    }

    @Test
    void aCommitThatAlwaysFailsForOthersReasonsSaysSo() {
        edge.cloudFormation
                .service()
                .faults()
                .add(new CommitFails(Edge.NAME, "security rule stranger is bad", Integer.MAX_VALUE));
        edge.cloudFormation.withConfiguration("CommitForeignChanges", true);
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 99, json("{\"RuleName\":\"stranger\"}"));
        Result created = edge.cloudFormation.create(WEB);
        assertThat(created.failedWith("NotStabilized")).isTrue();
        assertThat(created.message()).contains("stranger is bad", "was not named");
        assertThat(edge.candidate()).containsExactly("99 stranger");
    }

    @Test
    void aLoneRuleIsToBlameWhateverTheMessageSays() {
        edge.close();
        edge = Edge.with(ApiSettings.standard().withCommitMessages(CommitMessages.NONE), 1);
        Result created = edge.cloudFormation.create(poisoned(WEB));
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(edge.candidate()).isEmpty();
    }

    @Test
    void aRuleThatACommitTookAlongBeforeItWasWithdrawnStays() {
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule web is bad today");
        edge.before(request -> {
            if (request.method().equals("DELETE") && edge.running().isEmpty()) {
                edge.console().commit(REGION, Edge.NAME);
            }
        });
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web").isEqualTo(edge.candidate());
    }

    @Test
    void aWithdrawalWaitsForTheCommitThatMayCarryTheRule() {
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule web is bad today");
        edge.before(request -> {
            if (request.method().equals("DELETE")) {
                edge.console().call(REGION, "POST", "/v1/config/rulestacks/edge/commit", json("{}"));
                edge.before(next -> {});
            }
        });
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web").isEqualTo(edge.candidate());
    }

    @Test
    void anOldFailureDoesNotCount() {
        edge.cloudFormation.create(poisoned(WEB));
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
    }

    @Test
    void draftsOfStrangersAreNotCommitted() {
        int before = edge.commits();
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 99, json("{\"RuleName\":\"stranger\"}"));
        edge.console()
                .putObject(REGION, Edge.NAME, "prefixlists", "office", json("{\"PrefixList\":[\"10.1.0.0/16\"]}"));
        edge.console().putRulestack(REGION, Edge.NAME, json("{\"Scope\":\"Local\",\"Description\":\"a draft\"}"));
        Result created = edge.cloudFormation.create(WEB);
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(created.message())
                .contains("rule stranger", "prefix list office", "settings of rulestack edge", "CommitForeignChanges");
        assertThat(edge.candidate()).containsExactly("99 stranger");
        assertThat(edge.commits()).isEqualTo(before);
    }

    @Test
    void aRuleThatAStrangerRemovesIsNotTakenOutOfForceByWhoeverTakesItsPlace() {
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 10, json("{\"RuleName\":\"stranger\"}"));
        edge.console().commit(REGION, Edge.NAME);
        edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
        List<Result> created = edge.create(List.of(WEB, Edge.rule("dns", 20)));
        assertThat(created).allMatch(result -> result.failedWith("InvalidRequest"));
        assertThat(created).allMatch(result -> result.message().contains("rule stranger (LocalRule 10)"));
        assertThat(edge.running()).containsExactly("10 stranger");
        assertThat(edge.candidate()).isEmpty();
    }

    @Test
    void draftsOfStrangersAreCommittedWhenAllowed() {
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 99, json("{\"RuleName\":\"stranger\"}"));
        edge.cloudFormation.withConfiguration("CommitForeignChanges", true);
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web", "99 stranger");
    }

    @Test
    void rulesOfAnotherStackAreStrangers() {
        edge.cloudFormation.withConfiguration("CommitMode", "Manual");
        edge.cloudFormation.create(WEB);
        edge.cloudFormation.withConfiguration("CommitMode", "Automatic");
        edge.cloudFormation.with(request -> request.toBuilder()
                .systemTags(
                        Map.of(
                                "aws:cloudformation:stack-id",
                                "arn:aws:cloudformation:us-east-1:123456789012:stack/other/99999999-2222-3333-4444-555555555555"))
                .build());
        Result created = edge.cloudFormation.create(Edge.rule("dns", 20));
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(created.message()).contains("rule web");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void importedRulesThatGoTogetherAreNoStrangers(long seed) {
        edge.close();
        edge = Edge.with(ApiSettings.standard(), seed);
        List<ObjectNode> imported = imported("web", "dns", "ntp");
        int before = edge.commits();
        assertThat(edge.delete(imported, Duration.ofSeconds(2)))
                .allSatisfy(result -> assertThat(result.message()).isNull());
        assertThat(edge.running()).isEmpty();
        assertThat(edge.commits() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void aRemovalThatWasThereBeforeAnImportedRuleGoesIsAStrangers() {
        List<ObjectNode> imported = imported("web", "dns");
        edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 20);
        Result deleted = edge.cloudFormation.delete(imported.get(0));
        assertThat(deleted.failedWith("InvalidRequest")).isTrue();
        assertThat(deleted.message()).contains("rule dns", "CommitForeignChanges");
        assertThat(edge.running()).containsExactly("10 web", "20 dns");
        assertThat(edge.candidate()).containsExactly("10 web");
    }

    /** Made in the console, so that they bear no stack's mark. */
    private List<ObjectNode> imported(String... names) {
        List<ObjectNode> rules = new ArrayList<>();
        for (String name : names) {
            int priority = 10 * (rules.size() + 1);
            edge.console().putRule(REGION, Edge.NAME, Edge.LIST, priority, json("{\"RuleName\":\"" + name + "\"}"));
            rules.add(Edge.rule(name, priority));
        }
        edge.console().commit(REGION, Edge.NAME);
        return rules;
    }

    @Test
    void aRepairIsNotBlamedForTheCommitThatItCameTooLateFor() {
        edge.cloudFormation.create(WEB);
        edge.console()
                .putRule(
                        REGION,
                        Edge.NAME,
                        Edge.LIST,
                        10,
                        json("{\"RuleName\":\"web\",\"Category\":{\"URLCategoryNames\":[\"no-such-category\"]}}"));
        edge.console().call(REGION, "POST", "/v1/config/rulestacks/edge/commit", json("{}"));
        Result repaired = edge.cloudFormation.update(poisoned(WEB), Edge.changed(WEB, "Action", "DenySilent"));
        assertThat(repaired.message()).isNull();
        assertThat(edge.inForce("web").path("Action").asText()).isEqualTo("DenySilent");
        assertThat(edge.rulestack().path("Candidate"))
                .isEqualTo(edge.rulestack().path("Running"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "the", "does", "exist", "URL", "category", "priority"})
    void aRuleNamedLikeAWordOfTheMessageIsNotToBlame(String word) {
        List<Result> results = edge.create(List.of(Edge.rule(word, 10), poisoned(Edge.rule("poison", 100))));
        assertThat(results.get(0).message()).isNull();
        assertThat(results.get(1).failedWith("InvalidRequest")).isTrue();
        assertThat(edge.running()).containsExactly("10 " + word);
    }

    @Test
    void rulesMadeOutsideStacksShareTheirCommits() {
        edge.cloudFormation.with(
                request -> request.toBuilder().systemTags(Map.of()).build());
        int before = edge.commits();
        assertThat(edge.create(Edge.rules(5))).allMatch(Result::succeeded);
        assertThat(edge.commits() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void byHandNothingIsCommitted() {
        int before = edge.commits();
        edge.cloudFormation.withConfiguration("CommitMode", "Manual");
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(edge.cloudFormation
                        .update(WEB, Edge.changed(WEB, "Action", "DenySilent"))
                        .succeeded())
                .isTrue();
        assertThat(edge.candidate()).containsExactly("10 web");
        assertThat(edge.running()).isEmpty();
        edge.console().commit(REGION, Edge.NAME);
        assertThat(edge.cloudFormation.delete(WEB).succeeded()).isTrue();
        assertThat(edge.cloudFormation.delete(WEB).failedWith("NotFound")).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
        assertThat(edge.commits() - before).as("by the console").isEqualTo(1);
    }

    @Test
    void whoRevertsMeanwhileIsOverruled() {
        edge.before(request -> {
            if (!edge.candidate().isEmpty()) {
                edge.console().revert(REGION, Edge.NAME);
                edge.before(next -> {});
            }
        });
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
    }

    /** A URL category is not waited for, so the service itself finds it missing when it commits. */
    private static ObjectNode poisoned(ObjectNode rule) {
        ObjectNode poisoned = rule.deepCopy();
        poisoned.putObject("Category").putArray("URLCategoryNames").add("no-such-category");
        return poisoned;
    }
}
