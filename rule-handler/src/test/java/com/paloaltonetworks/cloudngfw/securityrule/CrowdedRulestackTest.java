package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.SlowService;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** So much is uncommitted beside a rule that no callback context could hold its names. */
class CrowdedRulestackTest {

    private static final int CROWD = 1000;

    @Test
    void aThousandDraftsAreLookedAtOverSeveralInvocations() {
        SlowService service = new SlowService(Duration.ofSeconds(3));
        try (Driver driver = Driver.of(ResourceModel.TYPE_NAME, service.handling(HandlerWrapper::new))) {
            driver.withConfiguration("CommitForeignChanges", true);
            crowd(driver.service().console());
            Result created = driver.create(own());
            assertThat(created.message()).isNull();
            assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
        }
    }

    @Test
    void anImportedRuleGoesBesideAThousandEarlierRemovals() {
        try (Driver driver = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new)) {
            driver.withConfiguration("CommitForeignChanges", true);
            Console console = driver.service().console();
            crowd(console);
            console.putRule(REGION, "edge", "LocalRule", 5, rule("imported"));
            console.commit(REGION, "edge");
            for (int number = 1; number <= CROWD; number++) {
                console.deleteRule(REGION, "edge", "LocalRule", 100 + number);
            }
            Result deleted = driver.delete(own().put("RuleName", "imported").put("Priority", 5));
            assertThat(deleted.message()).isNull();
            assertThat(driver.service().tenant().at("/Rulestacks/0/Running/Rules/LocalRule"))
                    .isEmpty();
        }
    }

    private static void crowd(Console console) {
        console.putRulestack(REGION, "edge", json("{\"Scope\":\"Local\"}"));
        console.commit(REGION, "edge");
        for (int number = 1; number <= CROWD; number++) {
            console.putRule(REGION, "edge", "LocalRule", 100 + number, rule("their-rule-number-" + number));
        }
    }

    private static ObjectNode rule(String name) {
        return json("{\"Action\":\"Allow\"}").put("RuleName", name);
    }

    private static ObjectNode own() {
        return json("{\"RuleStackName\":\"edge\",\"RuleListType\":\"LocalRule\",\"Priority\":5,\"RuleName\":\"own\","
                + "\"Action\":\"Allow\"}");
    }
}
