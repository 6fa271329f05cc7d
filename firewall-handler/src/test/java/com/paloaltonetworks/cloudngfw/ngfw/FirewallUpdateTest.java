package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.FirewallCreationTest.EVERYTHING;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallUpdateTest {

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        {"Description":"a"}              | {"Description":"b"}              | PUT /description
        {"Description":"a"}              | {}                               | PUT /description
        {}                               | {"Description":"b"}              | PUT /description
        {}                               | {"AppIdVersion":"8700-1"}        | PUT /contentversion
        {}                               | {"AutomaticUpgradeAppIdVersion":false}                          | PUT /contentversion
        {"AutomaticUpgradeAppIdVersion":false}                             | {}                               | PUT /contentversion
        {"AutomaticUpgradeAppIdVersion":false}                             | {"AutomaticUpgradeAppIdVersion":true} | PUT /contentversion
        {"LinkId":"link-1"}              | {"LinkId":"link-2"}              | PUT /link
        {"LinkId":"link-1"}              | {}                               | DELETE /link
        {"CloudWatchMetricNamespace":"a"}| {"CloudWatchMetricNamespace":"b"}| PUT /logprofile
        {"CloudWatchMetricNamespace":"a"}| {}                               | PUT /logprofile
        {"RuleStackName":"blue"}         | {"RuleStackName":"green"}        | POST /rulestack
        {"RuleStackName":"blue"}         | {}                               | POST /rulestack
        {}                               | {"RuleStackName":"blue"}         | POST /rulestack
        {"GlobalRuleStackName":"north"}  | {"GlobalRuleStackName":"south"}  | POST /globalrulestack
        {"GlobalRuleStackName":"north"}  | {}                               | DELETE /globalrulestack
        {"RuleStackName":"blue"}         | {"GlobalRuleStackName":"north"}  | POST /rulestack, POST /globalrulestack
        {"GlobalRuleStackName":"north"}  | {"RuleStackName":"blue"}         | POST /rulestack, DELETE /globalrulestack
        {"Tags":[{"Key":"a","Value":"1"}]} | {"Tags":[{"Key":"a","Value":"2"}]} | POST /tags
        {"Tags":[{"Key":"a","Value":"1"}]} | {}                             | DELETE /tags
        {"Tags":[{"Key":"a","Value":"1"}]} | {"Tags":[{"Key":"b","Value":"1"}]} | DELETE /tags, POST /tags
        """)
    void onlyTheDifferenceIsWrittenAndThenInForce(String before, String after, String writes) {
        ObjectNode previous = firewall(before);
        ObjectNode desired = firewall(after);
        scene.create(previous);
        assertThat(scene.writesOf(previous, desired))
                .containsExactly(List.of(writes.split(", ", -1)).stream()
                        .map(write -> write.replace(" /", " " + FIREWALL + "/"))
                        .toArray(String[]::new));
        ObjectNode read = success(cloudFormation.read(desired));
        desired.properties()
                .forEach(member -> assertThat(read.get(member.getKey())).isEqualTo(member.getValue()));
        previous.properties().stream()
                .filter(member ->
                        !desired.has(member.getKey()) && !member.getKey().startsWith("Automatic"))
                .forEach(member -> assertThat(read.has(member.getKey())).isFalse());
        assertThat(scene.writesOf(previous, desired)).as("twice").isEmpty();
    }

    @Test
    void anUpdateOfEverythingAtOnceWaitsBetweenSubnetsAndContentVersion() {
        ObjectNode previous = firewall(EVERYTHING);
        scene.create(previous);
        ObjectNode desired = firewall("""
                {"Description":"changed","RuleStackName":"green","GlobalRuleStackName":"south","LinkId":"link-2",
                 "AppIdVersion":"8701-1","AutomaticUpgradeAppIdVersion":true,
                 "SubnetMappings":[{"SubnetId":"subnet-2"},{"SubnetId":"subnet-3"}],
                 "LogDestinationConfigs":[
                   {"LogDestination":"decrypted","LogDestinationType":"KinesisDataFirehose","LogType":"DECRYPTION"}],
                 "CloudWatchMetricNamespace":"Other","Tags":[{"Key":"stage","Value":"prod"}]}""");
        assertThat(scene.writesOf(previous, desired))
                .containsExactly(
                        "PUT " + FIREWALL + "/description",
                        "PUT " + FIREWALL + "/subnets",
                        "PUT " + FIREWALL + "/contentversion",
                        "POST " + FIREWALL + "/rulestack",
                        "POST " + FIREWALL + "/globalrulestack",
                        "PUT " + FIREWALL + "/link",
                        "PUT " + FIREWALL + "/logprofile",
                        "DELETE " + FIREWALL + "/tags",
                        "POST " + FIREWALL + "/tags");
        ObjectNode read = success(cloudFormation.read(desired));
        assertThat(written(read)).isEqualTo(desired);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {EVERYTHING, "{}", "{\"Description\":\"other\",\"Tags\":[{\"Key\":\"gone\",\"Value\":\"x\"}]}"})
    void nothingIsWrittenWhenWhatIsWantedIsInForce(String previous) {
        scene.create(firewall(EVERYTHING));
        assertThat(scene.writesOf(firewall(previous), firewall(EVERYTHING))).isEmpty();
    }

    @Test
    void whatWasReadCanBeWrittenBackWithoutAnyWrite() {
        ObjectNode read = scene.create(firewall(EVERYTHING));
        assertThat(scene.writesOf(read, read.deepCopy())).isEmpty();
        ObjectNode zones = firewall("""
                {"FirewallName":"zones","EndpointMode":"CustomerManaged",
                 "SubnetMappings":[{"AvailabilityZone":"us-east-1a"}]}""");
        ObjectNode readZones = scene.create(zones);
        assertThat(scene.writesOf(zones, readZones)).isEmpty();
    }

    @Test
    void zonesMoveWhicheverNameIsUsed() {
        ObjectNode previous = firewall("""
                {"EndpointMode":"CustomerManaged","SubnetMappings":[{"AvailabilityZone":"us-east-1a"}]}""");
        scene.create(previous);
        ObjectNode sameById = firewall("""
                {"EndpointMode":"CustomerManaged","SubnetMappings":[{"AvailabilityZoneId":"use1-az1"}]}""");
        assertThat(scene.writesOf(previous, sameById)).isEmpty();
        ObjectNode other = firewall("""
                {"EndpointMode":"CustomerManaged","SubnetMappings":[{"AvailabilityZone":"us-east-1b"}],
                 "MultiVpcEnable":true}""");
        assertThat(scene.writesOf(previous, other)).containsExactly("PUT " + FIREWALL + "/subnets");
        assertThat(scene.held().at("/SubnetMappings").findValuesAsText("AvailabilityZone"))
                .containsExactly("us-east-1b");
        assertThat(scene.held().path("MultiVpcEnable").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"VpcId, vpc-1, vpc-2", "EndpointMode, ServiceManaged, CustomerManaged"})
    void whatCannotChangeIsRefusedBeforeTheFirstWrite(String property, String old, String wanted) {
        scene.create(firewall());
        ObjectNode desired = firewall("{\"Description\":\"new\"}").put(property, wanted);
        if (property.equals("EndpointMode")) {
            desired.setAll(Driver.json("{\"SubnetMappings\":[{\"AvailabilityZone\":\"us-east-1a\"}]}"));
        }
        cloudFormation.service().requests().clear();
        failure(cloudFormation.update(firewall(), desired), "NotUpdatable", property, old, wanted, "FirewallName");
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
        assertThat(scene.writesOf(desired, firewall())).as("roll-back").isEmpty();
    }

    @Test
    void aFailedUpdateTellsTheReasonAndRollsBackWithoutAWrite() {
        scene.create(firewall());
        cloudFormation.service().faults().failFirewall("UPDATE_FAIL", "no address left in subnet-9");
        ObjectNode desired = firewall("{\"SubnetMappings\":[{\"SubnetId\":\"subnet-9\"}]}");
        failure(
                cloudFormation.update(firewall(), desired),
                "GeneralServiceException",
                "UPDATE_FAIL",
                "no address left in subnet-9");
        assertThat(scene.writesOf(desired, firewall())).isEmpty();
        assertThat(scene.writesOf(firewall(), desired)).containsExactly("PUT " + FIREWALL + "/subnets");
    }

    @Test
    void aVersionThatTheServiceMovedOnIsNoDifference() {
        ObjectNode pinned = firewall("{\"AppIdVersion\":\"8700-1\"}");
        scene.create(pinned);
        console("PUT", "/contentversion", "{\"AccountId\":\"123456789012\",\"AppIdVersion\":\"8750-2\"}");
        ObjectNode desired = pinned.deepCopy().put("Description", "else");
        assertThat(scene.writesOf(pinned, desired)).containsExactly("PUT " + FIREWALL + "/description");
        assertThat(scene.held().path("AppIdVersion").asText()).isEqualTo("8750-2");
    }

    @Test
    void aPinnedVersionIsPutBack() {
        ObjectNode pinned = firewall("{\"AppIdVersion\":\"8700-1\",\"AutomaticUpgradeAppIdVersion\":false}");
        scene.create(pinned);
        console("PUT", "/contentversion", "{\"AccountId\":\"123456789012\",\"AppIdVersion\":\"8750-2\"}");
        assertThat(scene.writesOf(pinned, pinned.deepCopy())).containsExactly("PUT " + FIREWALL + "/contentversion");
        assertThat(scene.held().path("AppIdVersion").asText()).isEqualTo("8700-1");
    }

    @Test
    void whatNoTemplateNamesStays() {
        scene.create(firewall());
        cloudFormation.service().console().tagFirewall(Driver.REGION, "edge", Map.of("owner", "console"));
        console("PUT", "/description", "{\"AccountId\":\"123456789012\",\"Description\":\"by hand\"}");
        console("POST", "/globalrulestack", "{\"AccountId\":\"123456789012\",\"RuleStackName\":\"north\"}");
        ObjectNode desired = firewall("{\"Tags\":[{\"Key\":\"team\",\"Value\":\"network\"}]}");
        assertThat(scene.writesOf(firewall(), desired)).containsExactly("POST " + FIREWALL + "/tags");
        ObjectNode read = success(cloudFormation.read(desired));
        assertThat(read.path("Tags").findValuesAsText("Key")).containsExactlyInAnyOrder("owner", "team");
        assertThat(read.path("GlobalRuleStackName").asText()).isEqualTo("north");
    }

    @Test
    void tagsThatTheStackGivesUpAreRemoved() {
        cloudFormation.with(request -> request.toBuilder()
                .stackTags(Map.of("stage", "prod"))
                .previousStackTags(Map.of("stage", "test", "cost", "42"))
                .build());
        scene.create(firewall());
        cloudFormation.service().console().tagFirewall(Driver.REGION, "edge", Map.of("cost", "42"));
        assertThat(scene.writesOf(firewall(), firewall())).containsExactly("DELETE " + FIREWALL + "/tags");
        assertThat(scene.held().at("/Tags").findValuesAsText("Key")).containsExactly("stage");
    }

    @Test
    void anUpdateWaitsOutWhatSomebodyElseStarted() {
        scene.create(firewall());
        cloudFormation.service().console().changeSubnets(Driver.REGION, "edge", List.of("subnet-2"), List.of());
        ObjectNode desired = firewall("{\"SubnetMappings\":[{\"SubnetId\":\"subnet-2\"}]}");
        assertThat(scene.writesOf(firewall(), desired)).containsExactly("PUT " + FIREWALL + "/subnets");
        assertThat(scene.held().at("/SubnetMappings").findValuesAsText("SubnetId"))
                .containsExactly("subnet-2");
    }

    @Test
    void otherSettingsOfTheLogProfileSurvive() {
        ObjectNode previous = firewall("{\"CloudWatchMetricNamespace\":\"a\"}");
        scene.create(previous);
        console("PUT", "/logprofile", """
                {"AccountId":"123456789012","LogDestinationConfigs":[],"CloudWatchMetricNamespace":"a",
                 "CloudWatchMetricsFields":["BytesIn"],"AdvancedThreatLog":true}""");
        scene.update(previous, firewall("{\"CloudWatchMetricNamespace\":\"b\"}"));
        assertThat(scene.held().at("/LogProfile/CloudWatchMetricsFields/0").asText())
                .isEqualTo("BytesIn");
        assertThat(scene.held().at("/LogProfile/AdvancedThreatLog").asBoolean()).isTrue();
    }

    @Test
    void updateOfAnAbsentFirewallIsNotFound() {
        failure(cloudFormation.update(firewall(), firewall("{\"Description\":\"d\"}")), "NotFound", "edge");
    }

    private void console(String method, String what, String body) {
        cloudFormation
                .service()
                .console()
                .call(Driver.REGION, method, Scene.FIREWALLS + "/edge" + what, Driver.json(body));
    }
}
