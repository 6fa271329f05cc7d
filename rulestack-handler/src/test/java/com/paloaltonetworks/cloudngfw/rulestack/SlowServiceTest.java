package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.SlowService;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer takes seconds, in containers that have no token yet: what one invocation has no time for, the next ones do. */
class SlowServiceTest {

    @ParameterizedTest(name = "{0} s a call, {1} rules")
    @CsvSource({"3, 20", "5, 8", "7, 8"})
    void aRulestackIsMadeChangedAndRemovedWithoutALongInvocation(int seconds, int rules) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Driver driver = Driver.of(ResourceModel.TYPE_NAME, service.handling(HandlerWrapper::new))) {
            ObjectNode model = Rulestacks.withRules("edge", rules);
            ObjectNode changed = model.deepCopy();
            ArrayNode changedRules = (ArrayNode) changed.path("RuleList");
            changedRules.forEach(rule -> ((ObjectNode) rule).put("Action", "DenySilent"));
            assertSucceeded(service, driver.create(model));
            assertSucceeded(service, driver.update(model, changed));
            assertThat(driver.service()
                            .tenant()
                            .at("/Rulestacks/0/Running/Rules/LocalRule/3/RuleEntry/Action")
                            .asText())
                    .isEqualTo("DenySilent");
            assertSucceeded(service, driver.delete(changed));
            assertThat(driver.service().tenant().path("Rulestacks")).isEmpty();
        }
    }

    private static void assertSucceeded(SlowService service, Result result) {
        assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
        assertThat(result.succeeded()).as(result.message()).isTrue();
    }
}
