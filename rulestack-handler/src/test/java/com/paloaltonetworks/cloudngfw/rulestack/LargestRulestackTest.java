package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import org.junit.jupiter.api.Test;

/** The size that docs/limits.md states, at 200 ms a call and eight calls at a time. */
class LargestRulestackTest {

    private static final int LARGEST = 950;

    @Test
    void theLargestIsReadAndChangedAndMoreIsRefusedWithASentence() {
        try (Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new)) {
            ObjectNode model = Rulestacks.withRules("edge", LARGEST);
            assertThat(cloudFormation.create(model).message()).isNull();
            assertThat(cloudFormation.read(model).model().path("RuleList")).hasSize(LARGEST);
            ObjectNode changed = model.deepCopy();
            ((ObjectNode) changed.path("RuleList").get(LARGEST / 2)).put("Action", "DenySilent");
            assertThat(cloudFormation.update(model, changed).message()).isNull();
            for (int number = LARGEST + 1; number <= LARGEST + 40; number++) {
                cloudFormation
                        .service()
                        .console()
                        .putRule(
                                Driver.REGION,
                                "edge",
                                "LocalRule",
                                number * 10,
                                Driver.json("{\"RuleName\":\"rule-" + number + "\",\"Action\":\"Allow\"}"));
            }
            Result refused = cloudFormation.read(model);
            assertThat(refused.succeeded()).isFalse();
            assertThat(refused.message()).contains("divide it into several rulestacks");
        }
    }
}
