package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.FirewallCreationTest.EVERYTHING;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One firewall's whole life, with one request of it going wrong: it comes out the same. */
class LostAnswersTest {

    private static final ObjectNode FIRST = firewall(EVERYTHING);
    private static final ObjectNode SECOND = firewall("""
            {"Description":"changed","RuleStackName":"green","LinkId":"link-2",
             "AppIdVersion":"8701-1","AutomaticUpgradeAppIdVersion":true,"SubnetMappings":[{"SubnetId":"subnet-3"}],
             "CloudWatchMetricNamespace":"Other","Tags":[{"Key":"stage","Value":"prod"}]}""");
    private static final ObjectNode THIRD = firewall("{\"GlobalRuleStackName\":\"south\"}");
    private static final List<ObjectNode> UNDISTURBED = life(faults -> {});

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/config/ngfirewalls",
                "PUT /v1/config/ngfirewalls/{}/description",
                "PUT /v1/config/ngfirewalls/{}/subnets",
                "PUT /v1/config/ngfirewalls/{}/contentversion",
                "POST /v1/config/ngfirewalls/{}/rulestack",
                "POST /v1/config/ngfirewalls/{}/globalrulestack",
                "DELETE /v1/config/ngfirewalls/{}/globalrulestack",
                "PUT /v1/config/ngfirewalls/{}/link",
                "DELETE /v1/config/ngfirewalls/{}/link",
                "PUT /v1/config/ngfirewalls/{}/logprofile",
                "POST /v1/config/ngfirewalls/{}/tags",
                "DELETE /v1/config/ngfirewalls/{}/tags",
                "DELETE /v1/config/ngfirewalls/{}",
                "GET /v1/config/ngfirewalls/{}"
            })
    void aFaultOfTheWireChangesNothing(String request) {
        assertThat(life(faults -> faults.dropAnswerOf(request))).isEqualTo(UNDISTURBED);
        assertThat(life(faults -> faults.dropRequest(request))).isEqualTo(UNDISTURBED);
    }

    private static List<ObjectNode> life(Consumer<Faults> fault) {
        try (Scene scene = Scene.standard()) {
            List<ObjectNode> stages = new ArrayList<>();
            fault.accept(scene.cloudFormation().service().faults());
            stages.add(scene.create(FIRST));
            stages.add(scene.update(FIRST, SECOND));
            stages.add(scene.update(SECOND, THIRD));
            stages.add(scene.update(THIRD, firewall()));
            success(scene.cloudFormation().delete(THIRD));
            assertThat(scene.cloudFormation().service().tenant().path("Firewalls"))
                    .isEmpty();
            return stages;
        }
    }
}
