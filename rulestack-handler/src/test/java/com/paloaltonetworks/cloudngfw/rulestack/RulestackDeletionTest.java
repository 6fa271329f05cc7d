package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deletions that arrive while something else is going on. */
class RulestackDeletionTest {

    private final Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new);

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    /** As after a create that was cancelled: the commit that it started goes on. */
    @Test
    void aDeletionDuringTheFirstCommitLeavesNothing() {
        ObjectNode model = Rulestacks.withRules("edge", 2);
        ObjectNode draft = model.deepCopy();
        draft.withObject("/RuleStack").put("Deploy", "NO");
        assertThat(cloudFormation.create(draft).message()).isNull();
        cloudFormation
                .service()
                .console()
                .call(Driver.REGION, "POST", "/v1/config/rulestacks/edge/commit", Driver.json("{}"));
        assertThat(cloudFormation.delete(model).message()).isNull();
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }
}
