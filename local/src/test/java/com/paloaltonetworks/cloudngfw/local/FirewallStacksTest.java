package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Firewalls in stacks: with the rulestacks that they are on, and with what drift detection makes of them. */
class FirewallStacksTest {

    private static final String FIREWALL = "PUT /v1/config/ngfirewalls/{firewall}/subnets";

    private final Terminal terminal = new Terminal();

    @Test
    void aRulestackIsDisassociatedBeforeItIsDeleted() {
        ObjectNode both = template("{'RuleStackName':{'Ref':'Local'},'GlobalRuleStackName':{'Ref':'Global'}}");
        both.withObject("/Resources").set("Local", rulestack("edge", "Local"));
        both.withObject("/Resources").set("Global", rulestack("corp", "Global"));
        deploy(both);
        assertThat(firewall().path("RuleStackName").asText()).isEqualTo("edge");
        assertThat(firewall().path("GlobalRuleStackName").asText()).isEqualTo("corp");

        JsonNode updated = deploy(template("{}"));

        assertThat(updated.path("StackStatus").asText()).isEqualTo("UPDATE_COMPLETE");
        assertThat(events(updated))
                .containsSubsequence(
                        "Firewall UPDATE_IN_PROGRESS",
                        "Firewall UPDATE_COMPLETE",
                        "stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Local DELETE_IN_PROGRESS",
                        "Local DELETE_COMPLETE")
                .containsSubsequence("Firewall UPDATE_COMPLETE", "Global DELETE_IN_PROGRESS", "Global DELETE_COMPLETE");
        assertThat(firewall().has("RuleStackName")).isFalse();
        assertThat(firewall().has("GlobalRuleStackName")).isFalse();
        assertThat(terminal.tenant().path("Rulestacks")).isEmpty();
    }

    @Test
    void aWholeStackDeletesItsFirewallBeforeItsRulestack() {
        ObjectNode template = template("{'RuleStackName':'edge'}");
        template.withObject("/Resources").set("Local", rulestack("edge", "Local"));
        deploy(template);
        terminal.succeeds("delete", "s");
        terminal.assertEmptyTenant();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'SubnetMappings':[{'SubnetId':'s1'},{'SubnetId':'s2'}]}",
                "{'SubnetMappings':[{'SubnetId':'s1'},{'SubnetId':'s1'}]}",
                "{'SubnetMappings':[{'SubnetId':'s1'}],'AssociateSubnetMappings':[{'SubnetId':'s2'},{'SubnetId':'s1'}]}",
                "{'SubnetMappings':[{'SubnetId':'s1'},{'SubnetId':'s2'}],'DisassociateSubnetMappings':[{'SubnetId':'s2'}]}",
                "{'SubnetMappings':[{'SubnetId':'s1'}],'AssociateSubnetMappings':[{'SubnetId':'s2'},{'SubnetId':'s3'}],"
                        + "'DisassociateSubnetMappings':[{'SubnetId':'s2'}]}",
                "{'AssociateSubnetMappings':[{'SubnetId':'s2'}]}",
                "{'EndpointMode':'CustomerManaged','MultiVpcEnable':'true',"
                        + "'SubnetMappings':[{'AvailabilityZone':'us-east-1a'},{'AvailabilityZoneId':'use1-az2'}],"
                        + "'AssociateSubnetMappings':[{'AvailabilityZone':'us-east-1c'}]}",
                "{'EndpointMode':'CustomerManaged',"
                        + "'SubnetMappings':[{'AvailabilityZone':'us-east-1a'},{'AvailabilityZone':'us-east-1b'}],"
                        + "'DisassociateSubnetMappings':[{'AvailabilityZone':'us-east-1a'}]}",
                "{'Describe':true,'VPCIds':['vpc-1','vpc-2'],'AutomaticUpgradeAppIdVersion':'true'}"
            })
    void whatWasDeployedIsNoDrift(String properties) {
        deploy(template(properties));
        assertThat(drift().path("StackDriftStatus").asText()).isEqualTo("IN_SYNC");
        assertThat(deploy(template(properties)).path("Changed").asBoolean()).isFalse();
    }

    @Test
    void aPlaceThatSomebodyAddedIsDriftHoweverTheTemplateCountsItsPlaces() {
        deploy(template("{'SubnetMappings':[{'SubnetId':'s1'},{'SubnetId':'s2'}],"
                + "'AssociateSubnetMappings':[{'SubnetId':'s3'}],'DisassociateSubnetMappings':[{'SubnetId':'s1'}]}"));
        terminal.inConsole(console -> console.changeSubnets(Terminal.REGION, "edge", List.of("s1"), List.of()));
        assertThat(drift().at("/Resources/0/PropertyDifferences")).hasSize(1).allSatisfy(difference -> {
            assertThat(difference.path("DifferenceType").asText()).isEqualTo("ADD");
            assertThat(difference.at("/ActualValue").toString()).contains("s1");
        });
    }

    /** The template spells the same firewall differently, so that the update reaches the handler. */
    @Test
    void aPlaceMovesBetweenTheListsWithoutAWrite() {
        deploy(template("{'SubnetMappings':[{'SubnetId':'s1'}],'AssociateSubnetMappings':[{'SubnetId':'s2'}]}"));
        assertThat(deploy(template("{'SubnetMappings':[{'SubnetId':'s2'},{'SubnetId':'s1'}]}"))
                        .path("Changed")
                        .asBoolean())
                .isTrue();
        assertThat(terminal.tenant().path("Requests").has(FIREWALL)).isFalse();
        assertThat(drift().path("StackDriftStatus").asText()).isEqualTo("IN_SYNC");
    }

    private JsonNode deploy(ObjectNode template) {
        return terminal.succeeds("deploy", terminal.file("template.json", template.toString()), "--stack-name", "s");
    }

    private JsonNode drift() {
        return terminal.succeeds("drift", "s");
    }

    private JsonNode firewall() {
        return terminal.tenant().at("/Firewalls/0");
    }

    /** What happened to what, oldest first. */
    private static List<String> events(JsonNode stack) {
        List<String> events = new ArrayList<>();
        stack.path("Events").forEach(event -> {
            String resource = event.path("LogicalResourceId").asText();
            events.add((resource.equals("s") ? "stack" : resource) + " "
                    + event.path("ResourceStatus").asText());
        });
        Collections.reverse(events);
        return events;
    }

    /** A stack of one firewall, on subnet s1 unless the properties say otherwise. */
    private static ObjectNode template(String properties) {
        ObjectNode given = (ObjectNode) Terminal.json(properties.replace('\'', '"'));
        ObjectNode template = (ObjectNode) Terminal.json("""
                {"Resources":{"Firewall":{"Type":"PaloAltoNetworks::CloudNGFW::NGFW","Properties":{
                  "FirewallName":"edge","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged"}}}}""");
        if (!given.has("SubnetMappings") && !given.has("AssociateSubnetMappings")) {
            given.putArray("SubnetMappings").addObject().put("SubnetId", "s1");
        }
        template.withObject("/Resources/Firewall/Properties").setAll(given);
        return template;
    }

    private static ObjectNode rulestack(String name, String scope) {
        return (ObjectNode) Terminal.json("""
                {"Type":"PaloAltoNetworks::CloudNGFW::RuleStack","Properties":{
                  "RuleStackName":"%s","RuleStack":{"Scope":"%s"}}}""".formatted(name, scope));
    }
}
