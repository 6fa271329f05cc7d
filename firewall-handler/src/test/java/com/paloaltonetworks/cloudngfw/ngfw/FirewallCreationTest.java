package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALLS;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.paloaltonetworks.cloudngfw.simulator.World.Generation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirewallCreationTest {

    static final String EVERYTHING = """
            {"Description":"edge of the world","RuleStackName":"blue","GlobalRuleStackName":"north","LinkId":"link-1",
             "AppIdVersion":"8700-1","AutomaticUpgradeAppIdVersion":false,
             "SubnetMappings":[{"SubnetId":"subnet-1"},{"SubnetId":"subnet-2"}],
             "LogDestinationConfigs":[
               {"LogDestination":"traffic","LogDestinationType":"CloudWatchLogs","LogType":"TRAFFIC"},
               {"LogDestination":"threats","LogDestinationType":"S3","LogType":"THREAT"}],
             "CloudWatchMetricNamespace":"PaloAltoCloudNGFW",
             "Tags":[{"Key":"team","Value":"network"}]}""";

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void createSucceedsOnlyWhenTheFirewallIsReady() {
        ObjectNode made = scene.create(firewall());
        assertThat(made.at("/ReadFirewall/FirewallStatus").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(made.at("/ReadFirewall/EndpointServiceName").asText()).startsWith("com.amazonaws.vpce.us-east-1.");
        assertThat(cloudFormation.elapsed()).isBetween(Duration.ofSeconds(720), Duration.ofSeconds(790));
    }

    @Test
    void theWholeModelIsInForceAndReadBackByTheIdentifierAlone() {
        ObjectNode desired = firewall(EVERYTHING);
        ObjectNode made = scene.create(desired);
        assertThat(written(made)).isEqualTo(desired);
        assertThat(success(cloudFormation.read(desired))).isEqualTo(made);
        assertThat(made.at("/ReadFirewall/RuleStackStatus").asText()).isEqualTo("Success");
        assertThat(made.at("/ReadFirewall/GlobalRuleStackStatus").asText()).isEqualTo("Success");
        assertThat(made.at("/ReadFirewall/Attachments")).hasSize(2);
        assertThat(made.at("/ReadFirewall/LogDestinationConfigs")).hasSize(2);
    }

    @Test
    void aSimpleFirewallTakesOneWrite() {
        scene.create(firewall(
                "{\"RuleStackName\":\"blue\",\"Description\":\"d\",\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}"));
        assertThat(cloudFormation.service().requests().writes()).containsExactly("POST " + FIREWALLS);
    }

    @Test
    void contentVersionGlobalRulestackAndLogsAreWrittenAfterwards() {
        scene.create(firewall(EVERYTHING));
        assertThat(cloudFormation.service().requests().writes())
                .containsExactly(
                        "POST " + FIREWALLS,
                        "PUT " + FIREWALL + "/contentversion",
                        "POST " + FIREWALL + "/globalrulestack",
                        "PUT " + FIREWALL + "/logprofile");
    }

    @Test
    void aFirewallInZonesIsReadBackWithItsZones() {
        ObjectNode made = scene.create(firewall("""
                {"EndpointMode":"CustomerManaged","MultiVpcEnable":true,
                 "SubnetMappings":[{"AvailabilityZone":"us-east-1a"},{"AvailabilityZoneId":"use1-az2"}]}"""));
        assertThat(made.at("/SubnetMappings").findValuesAsText("AvailabilityZone"))
                .containsExactlyInAnyOrder("us-east-1a", "us-east-1b");
        assertThat(made.at("/SubnetMappings").findValuesAsText("AvailabilityZoneId"))
                .containsExactlyInAnyOrder("use1-az1", "use1-az2");
        assertThat(made.at("/MultiVpcEnable").asBoolean()).isTrue();
        assertThat(cloudFormation.service().requests().writes()).containsExactly("POST " + FIREWALLS);
    }

    @Test
    void tagsOfTheStackAreMergedBelowThoseOfTheResource() {
        cloudFormation.with(request -> request.toBuilder()
                .stackTags(Map.of("team", "stack", "stage", "prod"))
                .build());
        scene.create(firewall("{\"Tags\":[{\"Key\":\"team\",\"Value\":\"own\"}]}"));
        assertThat(scene.held().at("/Tags").findValuesAsText("Value")).containsExactlyInAnyOrder("own", "prod");
    }

    @Test
    void aFailedCreationTellsTheVendorsReasonAndCanBeDeleted() {
        cloudFormation.service().faults().failFirewall("CREATE_FAIL", "Subnet subnet-1 has no free addresses");
        Result result = cloudFormation.create(firewall());
        failure(result, "GeneralServiceException", "CREATE_FAIL", "Subnet subnet-1 has no free addresses");
        assertThat(result.physicalId()).isEqualTo("edge|123456789012");
        success(cloudFormation.delete(firewall()));
        assertThat(cloudFormation.service().tenant().path("Firewalls")).isEmpty();
    }

    @Test
    void somebodyElsesFirewallIsNotTouched() {
        scene.create(firewall());
        cloudFormation.service().requests().clear();
        Result second = cloudFormation.create(firewall("{\"Description\":\"mine\"}"));
        failure(second, "AlreadyExists", "edge already exists");
        assertThat(second.physicalId()).isNull();
        assertThat(second.model()).isNull();
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aTenantOfGenerationTwoIsRefusedBeforeAnyWrite() {
        try (Scene second = Scene.of(World.standard().withTenantGeneration(Generation.V2))) {
            Driver driver = second.cloudFormation();
            failure(driver.create(firewall()), "InvalidRequest", "generation V2");
            failure(driver.update(firewall(), firewall("{\"Description\":\"d\"}")), "InvalidRequest", "generation V2");
            failure(driver.delete(firewall()), "InvalidRequest", "generation V2");
            assertThat(driver.service().requests().writes()).isEmpty();
        }
    }

    @Test
    void theProgressTellsWhatIsWaitedFor() {
        scene.create(firewall(EVERYTHING));
        assertThat(cloudFormation.messages())
                .contains("Firewall edge is CREATING", "Firewall edge is UPDATING")
                .anyMatch(message -> message.startsWith("Rulestack"));
    }

    @Test
    void noFirewallRoleIsSaidAsSuch() {
        World untagged = World.standard()
                .withRoles(World.standard().roles().stream()
                        .map(role -> role.withTags(Map.of("CloudNGFWRulestackAdmin", "Yes")))
                        .toList());
        try (Scene second = Scene.of(untagged)) {
            failure(second.cloudFormation().create(firewall()), "AccessDenied", "CloudNGFWFirewallAdmin");
        }
    }
}
