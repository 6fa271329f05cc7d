package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.FirewallCreationTest.EVERYTHING;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyLists;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One and the same firewall, written down in several ways. */
class FirewallSpellingTest {

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest(name = "{0} and then {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"AutomaticUpgradeAppIdVersion":"true"}   | {"AutomaticUpgradeAppIdVersion":true}
        {"AutomaticUpgradeAppIdVersion":"False"}  | {"AutomaticUpgradeAppIdVersion":false}
        {"AutomaticUpgradeAppIdVersion":true}     | {}
        {"MultiVpcEnable":"false"}                | {"MultiVpcEnable":false}
        {"MultiVpcEnable":false}                  | {}
        {"AccountId":123456789012}                | {}
        {"Description":2026}                      | {"Description":"2026"}
        {"Tags":[{"Key":"n","Value":7}]}          | {"Tags":[{"Key":"n","Value":"7"}]}
        {"Tags":[]}                               | {}
        {"LogDestinationConfigs":[]}              | {}
        {"AssociateSubnetMappings":[]}            | {}
        {"DisassociateSubnetMappings":[]}         | {}
        {"Describe":true}                         | {}
        {"Describe":"true"}                       | {"Describe":false}
        {"VPCIds":["vpc-1","vpc-2"]}              | {}
        {"VPCIds":[]}                             | {"VPCIds":["vpc-9"]}
        """)
    void twoSpellingsAreOneFirewall(String before, String after) {
        ObjectNode made = scene.create(firewall(before));
        assertThat(scene.writesOf(firewall(before), firewall(after))).isEmpty();
        assertThat(scene.writesOf(firewall(after), firewall(before))).isEmpty();
        assertThat(success(cloudFormation.read(firewall()))).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Describe", "VPCIds"})
    void filtersOfListAreNeitherSentNorReturned(String property) {
        ObjectNode first = firewall("{\"Describe\":true,\"VPCIds\":[\"vpc-1\",\"vpc-2\"]}");
        assertThat(scene.create(first).findValue(property)).isNull();
        assertThat(scene.update(first, first.deepCopy().put("Description", "d"))
                        .findValue(property))
                .isNull();
        assertThat(success(cloudFormation.read(first)).findValue(property)).isNull();
        assertThat(scene.held().findValue(property)).isNull();
    }

    @Test
    void whatTheServiceChoosesIsNoDifference() {
        ObjectNode made = scene.create(firewall());
        assertThat(made.path("AppIdVersion").asText()).isNotEmpty();
        assertThat(made.path("AutomaticUpgradeAppIdVersion").asBoolean()).isTrue();
        assertThat(made.path("MultiVpcEnable").asBoolean(true)).isFalse();
        assertThat(scene.writesOf(firewall(), firewall())).isEmpty();
        assertThat(scene.writesOf(firewall(), made))
                .as("all of it written down")
                .isEmpty();
        assertThat(scene.writesOf(made, firewall()))
                .as("none of it written down")
                .isEmpty();
    }

    @Test
    void orderHasNoMeaning() {
        ObjectNode desired = firewall(EVERYTHING);
        desired.withArray("Tags").addObject().put("Key", "stage").put("Value", "test");
        ObjectNode made = scene.create(desired);
        ObjectNode reversed = desired.deepCopy();
        for (String list : List.of("SubnetMappings", "LogDestinationConfigs", "Tags")) {
            reverse(reversed.withArray(list));
            assertThat(reversed.path(list)).as(list).isNotEqualTo(desired.path(list));
        }
        assertThat(scene.writesOf(desired, reversed)).isEmpty();
        assertThat(success(cloudFormation.read(reversed))).isEqualTo(made);
    }

    private static void reverse(ArrayNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        Collections.reverse(items);
        list.removeAll().addAll(items);
    }

    @ParameterizedTest
    @EnumSource
    void listsOfNothingAreReadAsNone(EmptyLists setting) {
        World world = World.standard();
        try (Scene other = Scene.of(world.withApi(world.api().withEmptyLists(setting)))) {
            ObjectNode desired = firewall("{\"Tags\":[],\"LogDestinationConfigs\":[]}");
            ObjectNode made = other.create(desired);
            assertThat(written(made).has("Tags")).isFalse();
            assertThat(written(made).has("LogDestinationConfigs")).isFalse();
            assertThat(other.writesOf(desired, firewall())).isEmpty();
        }
    }

    @Test
    void anEmptyListTakesAwayWhatTheFormerTemplateNamed() {
        ObjectNode previous = firewall(EVERYTHING);
        scene.create(previous);
        ObjectNode desired = previous.deepCopy();
        desired.putArray("Tags");
        desired.putArray("LogDestinationConfigs");
        scene.update(previous, desired);
        assertThat(scene.held().path("Tags")).isEmpty();
        assertThat(scene.held().at("/LogProfile/LogDestinationConfigs")).isEmpty();
        assertThat(scene.writesOf(previous, desired)).as("twice").isEmpty();
    }

    @Test
    void anAccountKeepsItsLeadingZeros() {
        String account = "012345678901";
        World world = World.standard();
        try (Scene zeros = Scene.of(world.withOnboardedAccounts(List.of(world.account(), account)))) {
            ObjectNode wanted = firewall().put("AccountId", account).put("Description", "d");
            Result created = zeros.cloudFormation().create(wanted);
            ObjectNode made = success(created);
            assertThat(created.physicalId()).isEqualTo("edge|" + account);
            assertThat(made.path("AccountId").asText()).isEqualTo(account);
            assertThat(made.at("/ReadFirewall/AccountId").asText()).isEqualTo(account);
            assertThat(zeros.held().path("AccountId").asText()).isEqualTo(account);
            zeros.update(wanted, wanted.deepCopy().put("Description", "e"));
            assertThat(success(zeros.cloudFormation().read(wanted))
                            .path("Description")
                            .asText())
                    .isEqualTo("e");
            assertThat(zeros.cloudFormation().list(Driver.json("{}"), null).models())
                    .extracting(model -> model.path("AccountId").asText())
                    .containsExactly(account);
            success(zeros.cloudFormation().delete(wanted));
            assertThat(zeros.cloudFormation().service().tenant().path("Firewalls"))
                    .isEmpty();
        }
    }
}
