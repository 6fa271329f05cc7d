package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operations cost in calls, commits and virtual time, at 200 ms a call and 60 s a commit. */
class RulestackBudgetTest {

    private static final String COMMIT = "POST /v1/config/rulestacks/{rulestack}/commit";

    private final Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new);

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @Test
    void createWritesEachEntryOnceAndCommitsOnce() {
        assertSucceeded(cloudFormation.create(large()));
        List<String> writes = cloudFormation.service().requests().writes();
        assertThat(writes.stream().filter(COMMIT::equals)).hasSize(1);
        // the rulestack, its own certificates in its profiles, tags, 10 objects, 1 file type, 80 rules, the commit
        assertThat(writes).hasSize(1 + 1 + 1 + 10 + 1 + 80 + 1);
    }

    @Test
    void anUpdateToWhatIsInForceWritesNothing() {
        ObjectNode model = large();
        assertSucceeded(cloudFormation.create(model));
        ObjectNode other = model.deepCopy();
        ((ArrayNode) other.path("RuleList")).remove(3);
        ((ObjectNode) other.path("RuleList").get(5)).put("Action", "DenySilent");
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, model));
        assertSucceeded(cloudFormation.update(other, model));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void oneChangedRuleIsOneWriteAndOneCommit() {
        ObjectNode model = large();
        assertSucceeded(cloudFormation.create(model));
        ObjectNode changed = model.deepCopy();
        ((ObjectNode) changed.path("RuleList").get(40)).put("Action", "DenyResetBoth");
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, changed));
        assertThat(cloudFormation.service().requests().writes())
                .containsExactly(
                        "PUT /v1/config/rulestacks/{rulestack}/rulelists/{rulelist}/priorities/{priority}", COMMIT);
    }

    @Test
    void aHalfAppliedUpdateIsFinishedWithoutRepeatingItself() {
        ObjectNode model = large();
        assertSucceeded(cloudFormation.create(model));
        ObjectNode changed = model.deepCopy();
        ((ObjectNode) changed.path("RuleList").get(1)).put("Action", "DenyResetBoth");
        ((ObjectNode) changed.path("RuleList").get(2)).put("Action", "DenyResetBoth");
        cloudFormation
                .service()
                .faults()
                .dropAnswerOf("PUT /v1/config/rulestacks/{rulestack}/rulelists/{rulelist}/priorities/{priority}");
        assertSucceeded(cloudFormation.update(model, changed));
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, changed));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aLargeReshuffleTakesOneCommitAndLeavesOtherRulesAlone() {
        ObjectNode model = large();
        assertSucceeded(cloudFormation.create(model));
        ObjectNode changed = reshuffled(model);
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, changed));
        List<String> writes = cloudFormation.service().requests().writes();
        assertThat(writes.stream().filter(COMMIT::equals)).hasSize(1);
        // swap 2, rotation 3 and a copy for each circle made and removed, rename 1, deletions 8, insertions 6, the
        // commit
        assertThat(writes).hasSize(2 + 3 + 2 * 2 + 1 + 8 + 6 + 1);
        assertThat(rules()).isEqualTo(model(changed));
    }

    @Test
    void readTakesTwelveListsAndOneCallPerEntry() {
        ObjectNode model = large();
        ((ObjectNode) model.at("/RuleStack/Profiles")).put("FileBlockingProfile", "BestPractice");
        model.remove("CustomSecurityProfiles");
        assertSucceeded(cloudFormation.create(model));
        cloudFormation.service().requests().clear();
        Duration before = cloudFormation.elapsed();
        assertSucceeded(cloudFormation.read(model));
        long calls = cloudFormation.service().requests().all().stream()
                .filter(request -> request.startsWith("GET /v1/config/"))
                .count();
        assertThat(calls).isLessThanOrEqualTo(12 + 80 + 10);
        assertThat(cloudFormation.elapsed().minus(before)).isLessThanOrEqualTo(Duration.ofSeconds(8));
    }

    private JsonNode rules() {
        return cloudFormation.service().tenant().at("/Rulestacks/0/Running/Rules/LocalRule");
    }

    /** Priority and name of each rule, in the tenant's form. */
    private JsonNode model(ObjectNode model) {
        ArrayNode expected = cloudFormation.service().tenant().arrayNode();
        rules().forEach(found -> model.path("RuleList").forEach(rule -> {
            if (rule.path("Priority").equals(found.path("Priority"))
                    && rule.path("RuleName").equals(found.at("/RuleEntry/RuleName"))) {
                expected.add(found);
            }
        }));
        assertThat(expected).hasSize(model.path("RuleList").size());
        return expected;
    }

    private static ObjectNode reshuffled(ObjectNode model) {
        ObjectNode changed = model.deepCopy();
        ArrayNode rules = (ArrayNode) changed.path("RuleList");
        swap(rules, 0, 1);
        swap(rules, 10, 11);
        swap(rules, 11, 12);
        ((ObjectNode) rules.get(20)).put("RuleName", "renamed");
        for (int deletion = 0; deletion < 8; deletion++) {
            rules.remove(30);
        }
        for (int insertion = 0; insertion < 6; insertion++) {
            rules.add(Rulestacks.rule("new-" + insertion, 2005 + 10 * insertion));
        }
        return changed;
    }

    private static void swap(ArrayNode rules, int one, int other) {
        JsonNode priority = rules.get(one).path("Priority");
        ((ObjectNode) rules.get(one)).set("Priority", rules.get(other).path("Priority"));
        ((ObjectNode) rules.get(other)).set("Priority", priority);
    }

    private static ObjectNode large() {
        ObjectNode model = Rulestacks.rich("edge");
        ArrayNode rules = (ArrayNode) model.path("RuleList");
        for (int number = rules.size(); number < 80; number++) {
            rules.add(Rulestacks.rule("rule-" + number, 100 + number * 10));
        }
        return model;
    }

    private static void assertSucceeded(Result result) {
        assertThat(result.message()).isNull();
        assertThat(result.succeeded()).isTrue();
    }
}
