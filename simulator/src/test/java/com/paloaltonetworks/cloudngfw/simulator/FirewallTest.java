package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.ACCOUNT;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.EDGE;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.STACKS;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.WALL;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.WALLS;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.firewall;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.World.Generation;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallTest {
    private final TestTenant tenant = TestTenant.standard().withFirewall();
    private final TestCaller caller = tenant.caller;

    @AfterEach
    void close() {
        tenant.close();
    }

    private static TestTenant freshly() {
        TestTenant fresh = TestTenant.standard().withCommittedRulestack();
        fresh.caller.as(AdminKind.FIREWALL);
        return fresh;
    }

    private static String body(String body) {
        return json(body).put("AccountId", ACCOUNT).toString();
    }

    private String firewallStatus() {
        return tenant.status().path("FirewallStatus").asText();
    }

    @Test
    void aFreshOneIsCreatingWithoutEndpoints() {
        try (TestTenant fresh = freshly()) {
            var created = accepted(fresh.caller.post(WALLS, firewall("edge"))).response();
            assertThat(created.path("UpdateToken").asText()).isEqualTo("1");
            assertThat(created.path("AutomaticUpgradeAppIdVersion").asBoolean()).isTrue();
            assertThat(fresh.status().path("FirewallStatus").asText()).isEqualTo("CREATING");
            assertThat(fresh.status().path("RuleStackStatus").asText("x")).isEmpty();
            assertThat(fresh.status().path("Attachments").isArray()).isTrue();
            assertThat(fresh.status().path("Attachments")).isEmpty();
            assertThat(fresh.firewall().path("EndpointServiceName").asText()).isEqualTo("Creating");
        }
    }

    @Test
    void itIsCompleteWhenItsTimeIsOverAndThenTheRulestackGoesToTheDevices() {
        try (TestTenant fresh = freshly()) {
            accepted(fresh.caller.post(WALLS, firewall("edge")));
            fresh.clock.passSeconds(719);
            assertThat(fresh.status().path("FirewallStatus").asText()).isEqualTo("CREATING");
            fresh.clock.passSeconds(1);
            List<String> stages = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                assertThat(fresh.status().path("FirewallStatus").asText()).isEqualTo("CREATE_COMPLETE");
                stages.add(fresh.status().path("RuleStackStatus").asText());
                fresh.clock.passSeconds(5);
            }
            assertThat(stages)
                    .containsExactly("Precommit", "PrecommitDone", "PrevalidateDone", "Committing", "Success");
            assertThat(fresh.status()
                            .path("RuleStackCommitInfo")
                            .path("CommitTS")
                            .asText())
                    .isEqualTo("2030-01-01T00:13:21 UTC");
            assertThat(fresh.status().path("Attachments").path(0).path("Status").asText())
                    .isEqualTo("ACCEPTED");
            assertThat(fresh.firewall().path("EndpointServiceName").asText())
                    .startsWith("com.amazonaws.vpce.us-east-1.vpce-svc-");
        }
    }

    @Test
    void itIsNotMadeOnARulestackThatIsNotReady() {
        try (TestTenant fresh = TestTenant.standard().withRulestack()) {
            fresh.caller.as(AdminKind.FIREWALL);
            assertThat(fresh.caller.post(WALLS, firewall("none")).reason()).isEqualTo("rulestack none does not exist");
            assertThat(fresh.caller.post(WALLS, firewall("edge")).reason())
                    .isEqualTo("InvalidOperation: commit process unfinished for rulestack edge");
            fresh.caller.as(AdminKind.RULESTACK);
            accepted(fresh.caller.post(EDGE + "/commit", "{}"));
            fresh.caller.as(AdminKind.FIREWALL);
            assertThat(fresh.caller.post(WALLS, firewall("edge")).reason()).contains("commit process unfinished");
            fresh.clock.passSeconds(60);
            accepted(fresh.caller.post(WALLS, firewall("edge")));
        }
    }

    @Test
    void aV2TenantHasNoV1Firewalls() {
        World world = World.standard().withTenantGeneration(Generation.V2);
        try (TestTenant v2 = new TestTenant(world).withCommittedRulestack()) {
            v2.caller.as(AdminKind.FIREWALL);
            assertThat(v2.caller.post(WALLS, firewall("edge")).reason()).startsWith("UnsupportedOperation");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'FirewallName':'a_b','VpcId':'v','EndpointMode':'ServiceManaged','SubnetMappings':[{'SubnetId':'s'}]} | FirewallName must match",
                "{'FirewallName':'a','EndpointMode':'ServiceManaged','SubnetMappings':[{'SubnetId':'s'}]}               | VpcId is required",
                "{'FirewallName':'a','VpcId':'v','EndpointMode':'Mine','SubnetMappings':[{'SubnetId':'s'}]}              | EndpointMode must be",
                "{'FirewallName':'a','VpcId':'v','EndpointMode':'ServiceManaged'}                                       | SubnetMappings is required",
                "{'FirewallName':'a','VpcId':'v','EndpointMode':'ServiceManaged','SubnetMappings':[{'AvailabilityZone':'us-east-1a'}]} | need a SubnetId",
                "{'FirewallName':'a','VpcId':'v','EndpointMode':'CustomerManaged','SubnetMappings':[{'SubnetId':'s'}]}   | need an AvailabilityZone",
                "{'FirewallName':'a','VpcId':'v','EndpointMode':'ServiceManaged','MultiVpc':true,'SubnetMappings':[{'SubnetId':'s'}]} | MultiVpcEnable is for",
            })
    void aBadBodyIsAnInvalidRequest(String body, String reason) {
        assertThat(caller.post(WALLS, body(body)).reason())
                .startsWith("invalid request: ")
                .contains(reason);
    }

    @Test
    void namesAreUniqueAndAccountsMustBeOnboarded() {
        assertThat(caller.post(WALLS, firewall("edge")).reason()).isEqualTo("firewall fw already exists");
        assertThat(caller.post(WALLS, firewall("edge").replace(ACCOUNT, "999999999999"))
                        .reason())
                .contains("account 999999999999 is not onboarded");
        assertThat(caller.get(WALL + "?accountid=999999999999").reason()).isEqualTo("firewall fw does not exist");
    }

    @Test
    void zonesComeBackWithNameAndId() {
        accepted(caller.post(
                WALLS,
                body("{'FirewallName':'zones','VpcId':'v','EndpointMode':'CustomerManaged','MultiVpcEnable':true,"
                        + "'SubnetMappings':[{'AvailabilityZone':'us-east-1a'},{'AvailabilityZoneId':'use1-az2'}]}")));
        tenant.clock.passSeconds(720);
        var read = caller.get(WALLS + "/zones").response();
        assertThat(read.path("Firewall").path("SubnetMappings"))
                .isEqualTo(json("{'S':[{'AvailabilityZone':'us-east-1a','AvailabilityZoneId':'use1-az1'},"
                                + "{'AvailabilityZone':'us-east-1b','AvailabilityZoneId':'use1-az2'}]}")
                        .path("S"));
        assertThat(read.path("Status").path("Attachments")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CREATE_FAIL", "UPDATE_FAIL", "DELETE_FAIL"})
    void aScriptedFailureEndsTheTransitionWithItsReason(String status) {
        tenant.simulator.faults().failFirewall(status, "no capacity left");
        switch (status) {
            case "CREATE_FAIL" -> accepted(caller.post(WALLS, firewall("edge").replace("\"fw\"", "\"fw2\"")));
            case "UPDATE_FAIL" ->
                accepted(caller.put(WALL + "/subnets", body("{'AssociateSubnetMappings':[{'SubnetId':'subnet-2'}]}")));
            default -> accepted(caller.call("DELETE", WALL, body("{}")));
        }
        tenant.clock.passSeconds(720);
        var got =
                caller.get(status.equals("CREATE_FAIL") ? WALLS + "/fw2" : WALL).response();
        assertThat(got.path("Status").path("FirewallStatus").asText()).isEqualTo(status);
        assertThat(got.path("Status").path("FailureReason").asText()).isEqualTo("no capacity left");
        assertThat(got.path("Firewall").path("SubnetMappings")).hasSize(1);
    }

    @Test
    void aPushThatFailsSaysWhy() {
        tenant.simulator.faults().failFirewall("Failed", "device says no");
        accepted(caller.post(WALL + "/rulestack", body("{'RuleStackName':'edge'}")));
        tenant.clock.passSeconds(20);
        assertThat(tenant.status().path("RuleStackStatus").asText()).isEqualTo("Failed");
        assertThat(tenant.status()
                        .path("RuleStackCommitInfo")
                        .path("CommitMessages")
                        .path(0)
                        .asText())
                .isEqualTo("device says no");
    }

    @Test
    void aCommitOfItsRulestackGoesToTheDevices() {
        assertThat(tenant.status().path("RuleStackStatus").asText()).isEqualTo("Success");
        caller.as(AdminKind.RULESTACK);
        tenant.commit();
        assertThat(tenant.status().path("RuleStackStatus").asText()).isEqualTo("Precommit");
        tenant.clock.passSeconds(20);
        assertThat(tenant.status().path("RuleStackStatus").asText()).isEqualTo("Success");
    }

    @Test
    void itsRulestackCannotBeDeleted() {
        caller.as(AdminKind.RULESTACK);
        assertThat(caller.delete(EDGE).reason()).isEqualTo("InvalidOperation: rulestack edge is in use by firewall fw");
    }

    @Test
    void subnetsChangeInTheirTimeAndOneChangeAtATime() {
        String both = "{'AssociateSubnetMappings':[{'SubnetId':'subnet-2'}],"
                + "'DisassociateSubnetMappings':[{'SubnetId':'subnet-1'},{'SubnetId':'subnet-2'}]}";
        var changed = accepted(caller.put(WALL + "/subnets", body(both))).response();
        assertThat(changed.path("SubnetMappings").findValuesAsText("SubnetId")).containsExactly("subnet-2");
        assertThat(firewallStatus()).isEqualTo("UPDATING");
        assertThat(tenant.status().path("Attachments").path(0).path("Status").asText())
                .isEqualTo("PENDING");
        for (String call : List.of("/subnets", "/contentversion")) {
            assertThat(caller.put(WALL + call, body("{}")).reason())
                    .isEqualTo("InvalidOperation: firewall fw is UPDATING");
        }
        assertThat(caller.call("DELETE", WALL, body("{}")).reason()).contains("is UPDATING");
        accepted(caller.put(WALL + "/description", body("{'Description':'d'}")));
        tenant.clock.passSeconds(120);
        assertThat(firewallStatus()).isEqualTo("UPDATE_COMPLETE");
        assertThat(tenant.status().path("Attachments").path(0).path("Status").asText())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theLastSubnetStays() {
        String all = "{'DisassociateSubnetMappings':[{'SubnetId':'subnet-1'}]}";
        assertThat(caller.put(WALL + "/subnets", body(all)).reason()).contains("at least one subnet mapping");
    }

    @Test
    void contentVersionFeaturesDescriptionAndLinkChange() {
        accepted(caller.put(
                WALL + "/contentversion", body("{'AppIdVersion':'9010-8910','AutomaticUpgradeAppIdVersion':false}")));
        tenant.clock.passSeconds(120);
        accepted(caller.put(WALL + "/features", body("{'Features':{'EgressNAT':{'Enabled':true}}}")));
        tenant.clock.passSeconds(120);
        accepted(caller.put(WALL + "/description", body("{'Description':'d'}")));
        accepted(caller.put(WALL + "/link", body("{'LinkId':'l'}")));
        assertThat(tenant.firewall().path("LinkStatus").asText()).isEqualTo("Updating");
        tenant.clock.passSeconds(20);
        var read = tenant.firewall();
        assertThat(read.path("AppIdVersion").asText()).isEqualTo("9010-8910");
        assertThat(read.path("AutomaticUpgradeAppIdVersion").asBoolean(true)).isFalse();
        assertThat(read.path("Features").path("EgressNAT").path("Enabled").asBoolean())
                .isTrue();
        assertThat(read.path("Description").asText()).isEqualTo("d");
        assertThat(read.path("LinkStatus").asText()).isEqualTo("Active");
        assertThat(read.path("UpdateToken").asText()).isEqualTo("5");
        accepted(caller.call("DELETE", WALL + "/link", body("{}")));
        assertThat(tenant.firewall().has("LinkId")).isFalse();
        assertThat(tenant.firewall().has("LinkStatus")).isFalse();
    }

    @Test
    void aStaleTokenIsRefused() {
        accepted(caller.put(WALL + "/description", body("{'Description':'d','UpdateToken':'1'}")));
        for (String call : List.of("/description", "/subnets", "/contentversion", "/rulestack")) {
            assertThat(caller.put(WALL + call, body("{'Description':'e','RuleStackName':'edge','UpdateToken':'1'}"))
                            .reason())
                    .endsWith("please provide latest token");
        }
    }

    @Test
    void aGlobalRulestackIsPutOnAndTakenOff() {
        caller.as(AdminKind.GLOBAL_RULESTACK);
        accepted(caller.post(STACKS, "{\"RuleStackName\":\"corp\",\"RuleStackEntry\":{\"Scope\":\"Global\"}}"));
        accepted(caller.post(STACKS + "/corp/commit", "{}"));
        tenant.clock.passSeconds(60);
        assertThat(caller.put(WALL + "/globalrulestack", body("{'RuleStackName':'edge'}"))
                        .reason())
                .contains("is not a global rulestack");
        accepted(caller.put(WALL + "/globalrulestack", body("{'RuleStackName':'corp'}")));
        tenant.clock.passSeconds(20);
        assertThat(tenant.firewall().path("GlobalRuleStackName").asText()).isEqualTo("corp");
        assertThat(tenant.status().path("GlobalRuleStackStatus").asText()).isEqualTo("Success");
        accepted(caller.call("DELETE", WALL + "/globalrulestack", body("{}")));
        assertThat(caller.call("DELETE", WALL + "/globalrulestack", body("{}")).reason())
                .contains("rulestack association")
                .endsWith(" does not exist");
    }

    @Test
    void tagsAndLogProfileChangeAtOnce() {
        accepted(caller.post(WALL + "/tags", body("{'Tags':[{'Key':'a','Value':'1'},{'Key':'b','Value':'2'}]}")));
        accepted(caller.call("DELETE", WALL + "/tags", body("{'TagKeys':['a']}")));
        assertThat(caller.get(WALL + "/tags?accountid=" + ACCOUNT).response().path("Tags"))
                .isEqualTo(tenant.firewall().path("Tags"));
        assertThat(tenant.firewall().path("Tags").findValuesAsText("Key")).containsExactly("b");
        assertThat(caller.get(WALL + "/tags").reason()).isEqualTo("invalid request: AccountId is required");

        String profile = "{'LogDestinationConfigs':[{'LogDestination':'g','LogDestinationType':'CloudWatchLogs',"
                + "'LogType':'TRAFFIC'}],'CloudWatchMetricNamespace':'n','AdvancedThreatLog':true}";
        accepted(caller.put(WALL + "/logprofile", body(profile)));
        var read = caller.get(WALL + "/logprofile?accountid=" + ACCOUNT).response();
        assertThat(read.path("LogDestinationConfigs")
                        .path(0)
                        .path("LogDestination")
                        .asText())
                .isEqualTo("g");
        assertThat(read.path("CloudWatchMetricNamespace").asText()).isEqualTo("n");
        accepted(caller.put(WALL + "/logprofile", body("{'LogDestinationConfigs':[]}")));
        assertThat(caller.get(WALL + "/logprofile?accountid=" + ACCOUNT).response())
                .isEqualTo(json("{'AccountId':'" + ACCOUNT + "','FirewallName':'fw'}"));
        assertThat(firewallStatus()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aLogTypeHasOneDestination() {
        String one = "{'LogDestination':'g','LogDestinationType':'S3','LogType':'THREAT'}";
        assertThat(caller.put(WALL + "/logprofile", body("{'LogDestinationConfigs':[" + one + "," + one + "]}"))
                        .reason())
                .contains("each LogType once");
    }

    @Test
    void listsAreFilteredByRulestackAndVpc() {
        assertThat(caller.get(WALLS + "?rulestackname=edge").response().path("Firewalls"))
                .isEqualTo(json("{'F':[{'FirewallName':'fw','AccountId':'" + ACCOUNT + "'}]}")
                        .path("F"));
        assertThat(caller.get(WALLS + "?rulestackname=other").response().has("Firewalls"))
                .isFalse();
        assertThat(caller.call("GET", WALLS, "{\"VpcIds\":[\"vpc-2\"]}")
                        .response()
                        .has("Firewalls"))
                .isFalse();
        assertThat(caller.get(WALLS + "?describe=true")
                        .response()
                        .path("FirewallsDescribe")
                        .path(0)
                        .path("Status")
                        .path("FirewallStatus")
                        .asText())
                .isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void deletionTakesItsTimeAndEndsWithNothing() {
        accepted(caller.call("DELETE", WALL, body("{}")));
        assertThat(firewallStatus()).isEqualTo("DELETING");
        tenant.clock.passSeconds(300);
        assertThat(caller.get(WALL).reason()).isEqualTo("firewall fw does not exist");
        caller.as(AdminKind.RULESTACK);
        accepted(caller.delete(EDGE));
    }
}
