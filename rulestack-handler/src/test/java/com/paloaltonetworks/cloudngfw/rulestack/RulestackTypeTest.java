package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulestackTypeTest {

    private final Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new);

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @Test
    void createSucceedsOnlyOnceCommitted() {
        ObjectNode edge = Rulestacks.withRules("edge", 3);
        Result created = cloudFormation.create(edge);
        assertThat(created.message()).isNull();
        assertThat(created.succeeded()).isTrue();
        assertThat(created.model().path("RuleStackState").asText()).isEqualTo("Running");
        assertThat(rulestack().path("CommitCount").asInt()).isEqualTo(1);
        assertThat(rulestack().path("Running")).isEqualTo(rulestack().path("Candidate"));
    }

    @Test
    void createAndReadReturnTheSameModel() {
        ObjectNode rich = Rulestacks.rich("edge");
        Result created = cloudFormation.create(rich);
        assertThat(created.message()).isNull();
        assertThat(cloudFormation.read(rich).model()).isEqualTo(created.model());
    }

    @Test
    void aFileTypeWantedAsItIsFromTheStartIsReadBackAndWrittenOnce() {
        ObjectNode edge = withFileType("pdf", "alert");
        assertThat(cloudFormation.create(edge).message()).isNull();
        assertThat(cloudFormation.read(edge).model().at("/CustomSecurityProfiles/FileTypes"))
                .isEqualTo(edge.at("/CustomSecurityProfiles/FileTypes"));
        cloudFormation.service().requests().clear();
        assertThat(cloudFormation.update(edge, edge).message()).isNull();
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aFileTypeThatIsNoLongerWantedIsNotReadBack() {
        ObjectNode before = withFileType("exe", "block");
        cloudFormation.create(before);
        ObjectNode after = withFileType("pdf", "block");
        assertThat(cloudFormation.update(before, after).message()).isNull();
        assertThat(cloudFormation.read(after).model().at("/CustomSecurityProfiles/FileTypes"))
                .isEqualTo(after.at("/CustomSecurityProfiles/FileTypes"));
        assertThat(rulestack().path("Running")).isEqualTo(rulestack().path("Candidate"));
    }

    @Test
    void aFileTypeThatAFailedCommitHasWithdrawnIsNotReadBack() {
        ObjectNode before = withFileType("pdf", "block");
        cloudFormation.create(before);
        ObjectNode after = withFileType("exe", "block");
        cloudFormation.service().faults().failNextCommit("edge", "out of memory");
        assertThat(cloudFormation.update(before, after).message()).contains("out of memory");
        assertThat(cloudFormation.update(after, before).message()).isNull();
        assertThat(cloudFormation.read(before).model().at("/CustomSecurityProfiles/FileTypes"))
                .isEqualTo(before.at("/CustomSecurityProfiles/FileTypes"));
    }

    /** With one file type, in both directions. */
    private static ObjectNode withFileType(String type, String action) {
        ObjectNode edge = Rulestacks.withRules("edge", 1);
        edge.withObject("/RuleStack/Profiles").put("FileBlockingProfile", "Custom");
        edge.withArray("/CustomSecurityProfiles/FileTypes")
                .addObject()
                .put("FileType", type)
                .put("Direction", "both")
                .put("Action", action);
        return edge;
    }

    @Test
    void aRulestackOfThatNameIsSomebodyElses() {
        cloudFormation.create(Rulestacks.withRules("edge", 1));
        Result again = cloudFormation.create(Rulestacks.withRules("edge", 2));
        assertThat(again.failedWith("AlreadyExists")).isTrue();
        assertThat(again.physicalId()).isNull();
        assertThat(again.model()).isNull();
    }

    @Test
    void deleteLeavesNothing() {
        ObjectNode edge = Rulestacks.withRules("edge", 3);
        cloudFormation.create(edge);
        Result deleted = cloudFormation.delete(edge);
        assertThat(deleted.message()).isNull();
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
        assertThat(cloudFormation.read(edge).failedWith("NotFound")).isTrue();
        assertThat(cloudFormation.delete(edge).failedWith("NotFound")).isTrue();
    }

    private com.fasterxml.jackson.databind.JsonNode rulestack() {
        return cloudFormation.service().tenant().path("Rulestacks").path(0);
    }

    static ObjectNode model(String text) {
        return json(text);
    }
}
