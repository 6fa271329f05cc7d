package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.SlowService;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer takes seconds, in containers that have no token yet: what one invocation has no time for, the next ones do. */
class SlowServiceTest {

    @ParameterizedTest(name = "{0} s a call")
    @ValueSource(ints = {3, 5, 7})
    void aFirewallIsMadeChangedAndRemovedWithoutALongInvocation(int seconds) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Scene scene = Scene.of(Driver.of(ResourceModel.TYPE_NAME, service.handling(HandlerWrapper::new)))) {
            ObjectNode made = firewall("""
                    {"RuleStackName":"blue","GlobalRuleStackName":"north","Tags":[{"Key":"stage","Value":"test"}],
                     "LogDestinationConfigs":[{"LogDestination":"logs","LogDestinationType":"S3","LogType":"TRAFFIC"}]}""");
            ObjectNode changed = firewall("""
                    {"RuleStackName":"green","GlobalRuleStackName":"south","Tags":[{"Key":"team","Value":"net"}],
                     "Description":"changed","SubnetMappings":[{"SubnetId":"subnet-2"}]}""");
            scene.create(made);
            scene.update(made, changed);
            assertThat(scene.held().path("RuleStackName").asText()).isEqualTo("green");
            success(scene.cloudFormation().delete(changed));
            assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
        }
    }
}
