package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALLS;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code (SubnetMappings + AssociateSubnetMappings) - DisassociateSubnetMappings}, as sets. */
class SubnetMappingsTest {

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    /** The columns are the three lists. Those of the first line are the template that the firewall is made by. */
    @ParameterizedTest(name = "{0} + {1} - {2}, then {3} + {4} - {5}, is {6} after {7} writes")
    @CsvSource(nullValues = "-", textBlock = """
        1 2, -,   -,   1 2, -,   -,   1 2,   0
        1 2, -,   -,   2 1, -,   -,   1 2,   0
        1 2, -,   -,   1 2 2, 1, -,   1 2,   0
        1,   2,   -,   1 2, -,   -,   1 2,   0
        1,   2,   -,   1,   2,   -,   1 2,   0
        1 2, -,   -,   1,   2,   -,   1 2,   0
        1 2 3, -, 3,   1 2, -,   -,   1 2,   0
        1 2 3, -, 3,   1 2 3, -, 3,   1 2,   0
        1 2, -,   -,   1 2, 3,   3,   1 2,   0
        1 2, -,   -,   1 2, -,   4,   1 2,   0
        1 2, -,   -,   1 2, 3,   -,   1 2 3, 1
        1 2, -,   -,   1 2, 3,   2,   1 3,   1
        1,   2 3, 2,   1,   2 3, -,   1 2 3, 1
        1,   2,   -,   1,   -,   -,   1,     1
        1,   2,   -,   2,   -,   1,   2,     1
        1 2, -,   -,   -,   -,   2,   1,     1
        1 2, -,   -,   -,   3,   2,   1 3,   1
        1 2, -,   -,   -,   3,   -,   1 2 3, 1
        1 2, -,   -,   -,   1,   -,   1 2,   0
        1 2, -,   -,   -,   -,   4,   1 2,   0
        -,   1 2, -,   -,   1,   -,   1 2,   0
        -,   1 2, -,   1 2, -,   -,   1 2,   0
        -,   1 2, 2,   -,   1 2, 2,   1,     0
        """)
    void theFirewallIsWhereTheListsComeTo(
            String mappings,
            String more,
            String less,
            String then,
            String thenMore,
            String thenLess,
            String places,
            int writes) {
        ObjectNode previous = model(mappings, more, less);
        ObjectNode desired = model(then, thenMore, thenLess);
        scene.create(previous);
        assertThat(cloudFormation.service().requests().writes()).containsExactly("POST " + FIREWALLS);
        assertThat(scene.writesOf(previous, desired))
                .hasSize(writes)
                .allMatch(("PUT " + FIREWALL + "/subnets")::equals);
        assertThat(scene.held().at("/SubnetMappings").findValuesAsText("SubnetId"))
                .containsExactlyInAnyOrder(subnets(places));
        assertThat(scene.held().at("/Status/FirewallStatus").asText()).endsWith("_COMPLETE");
        assertThat(scene.writesOf(desired, desired.deepCopy())).as("twice").isEmpty();
        assertThat(scene.writesOf(previous, desired)).as("once more").isEmpty();
    }

    @Test
    void theThreeListsAreReadBackAsOne() {
        ObjectNode made = scene.create(model("1 2", "3", "1"));
        assertThat(made.at("/SubnetMappings").findValuesAsText("SubnetId")).containsExactly(subnets("2 3"));
        assertThat(made.at("/ReadFirewall/SubnetMappings").findValuesAsText("SubnetId"))
                .containsExactly(subnets("2 3"));
        assertThat(made.has("AssociateSubnetMappings")).isFalse();
        assertThat(made.has("DisassociateSubnetMappings")).isFalse();
    }

    @Test
    void aRollBackOfListsThatAreCommandsRestoresWhatTheFormerTemplateNames() {
        ObjectNode previous = model("1 2", null, null);
        scene.create(previous);
        ObjectNode commands = model(null, "3", "2");
        scene.update(previous, commands);
        scene.update(commands, previous);
        assertThat(scene.held().at("/SubnetMappings").findValuesAsText("SubnetId"))
                .containsExactlyInAnyOrder(subnets("1 2"));
    }

    @ParameterizedTest(name = "nothing - {0}")
    @CsvSource({"1", "1 2"})
    void onlyTakingAwayIsNoPlaceToCreateAFirewallIn(String less) {
        failure(cloudFormation.create(model(null, null, less)), "InvalidRequest", "/SubnetMappings", "no place");
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aFirewallKeepsItsLastPlace() {
        scene.create(model("1 2", null, null));
        cloudFormation.service().requests().clear();
        failure(
                cloudFormation.update(
                        model("1 2", null, null), model(null, null, "1 2").put("Description", "d")),
                "InvalidRequest",
                "/SubnetMappings",
                "leave firewall edge no place",
                "at least one");
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aZoneIsTheSameByNameAndById() {
        ObjectNode previous =
                zones("{'SubnetMappings':[{'AvailabilityZone':'us-east-1a'},{'AvailabilityZoneId':'use1-az2'}]}");
        scene.create(previous);
        for (String same : List.of(
                "{'SubnetMappings':[{'AvailabilityZoneId':'use1-az1'},{'AvailabilityZone':'us-east-1b'}]}",
                "{'SubnetMappings':[{'AvailabilityZoneId':'use1-az1'}],"
                        + "'AssociateSubnetMappings':[{'AvailabilityZone':'us-east-1b'},{'AvailabilityZone':'us-east-1a'}]}",
                "{'SubnetMappings':[{'AvailabilityZone':'us-east-1b','AvailabilityZoneId':'use1-az2'},"
                        + "{'AvailabilityZone':'us-east-1a'}]}")) {
            assertThat(scene.writesOf(previous, zones(same))).as(same).isEmpty();
        }
    }

    @Test
    void aZoneIsTakenAwayByEitherNameFromWhatTheFirewallHas() {
        ObjectNode previous =
                zones("{'SubnetMappings':[{'AvailabilityZone':'us-east-1a'},{'AvailabilityZone':'us-east-1b'}]}");
        scene.create(previous);
        ObjectNode without =
                zones("{'SubnetMappings':[],'DisassociateSubnetMappings':[{'AvailabilityZoneId':'use1-az2'}]}");
        assertThat(scene.writesOf(previous, without)).containsExactly("PUT " + FIREWALL + "/subnets");
        assertThat(scene.held().at("/SubnetMappings").findValuesAsText("AvailabilityZone"))
                .containsExactly("us-east-1a");
        assertThat(scene.writesOf(previous, without)).as("twice").isEmpty();
    }

    private static ObjectNode zones(String lists) {
        return firewall(lists.replace('\'', '"')).put("EndpointMode", "CustomerManaged");
    }

    private static ObjectNode model(String mappings, String more, String less) {
        ObjectNode model = firewall();
        model.remove("SubnetMappings");
        put(model, "SubnetMappings", mappings);
        put(model, "AssociateSubnetMappings", more);
        put(model, "DisassociateSubnetMappings", less);
        return model;
    }

    private static void put(ObjectNode model, String property, String numbers) {
        if (numbers != null) {
            for (String subnet : subnets(numbers)) {
                model.withArray(property).addObject().put("SubnetId", subnet);
            }
        }
    }

    private static String[] subnets(String numbers) {
        return List.of(numbers.split(" ", -1)).stream()
                .map(number -> "subnet-" + number)
                .toArray(String[]::new);
    }
}
