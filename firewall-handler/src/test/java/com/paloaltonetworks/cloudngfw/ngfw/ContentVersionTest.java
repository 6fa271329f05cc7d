package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pinned content version, one that the service moves on, and the ways between them. */
class ContentVersionTest {

    private static final ObjectNode AUTOMATIC = firewall();
    private static final ObjectNode PINNED = pinned("8700-1");
    private static final String WRITE = "PUT " + FIREWALL + "/contentversion";

    private final Scene scene = Scene.standard();

    @AfterEach
    void close() {
        scene.close();
    }

    private static ObjectNode pinned(String version) {
        return firewall("{\"AutomaticUpgradeAppIdVersion\":\"false\"}").put("AppIdVersion", version);
    }

    @Test
    void aVersionIsPinnedMovedReleasedAndPinnedAgain() {
        scene.create(AUTOMATIC);
        assertIsAutomatic(true);
        assertThat(scene.writesOf(AUTOMATIC, PINNED)).containsExactly(WRITE);
        assertIs("8700-1", false);
        assertThat(scene.writesOf(PINNED, pinned("8701-2"))).containsExactly(WRITE);
        assertIs("8701-2", false);
        assertThat(scene.writesOf(pinned("8701-2"), AUTOMATIC)).containsExactly(WRITE);
        assertIsAutomatic(true);
        assertThat(scene.writesOf(AUTOMATIC, PINNED)).containsExactly(WRITE);
        assertIs("8700-1", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"AutomaticUpgradeAppIdVersion\":true}", "{\"AppIdVersion\":\"8600-1\"}"})
    void underAutomaticUpgradeTheVersionIsTheServicesToChange(String automatic) {
        ObjectNode desired = firewall(automatic);
        scene.create(desired);
        theServiceMovesOnTo("9999-1");
        assertThat(scene.writesOf(desired, desired.deepCopy())).isEmpty();
        assertThat(scene.held().path("AppIdVersion").asText()).isEqualTo("9999-1");
    }

    @Test
    void aVersionGivenUnderAutomaticUpgradeIsWhereItStartsFrom() {
        ObjectNode desired = firewall("{\"AppIdVersion\":\"8600-1\",\"AutomaticUpgradeAppIdVersion\":true}");
        scene.create(desired);
        assertIs("8600-1", true);
        ObjectNode later = desired.deepCopy().put("AppIdVersion", "8601-1");
        assertThat(scene.writesOf(desired, later)).containsExactly(WRITE);
        assertIs("8601-1", true);
    }

    @Test
    void pinningWhatIsThereIsOneWrite() {
        ObjectNode made = scene.create(AUTOMATIC);
        ObjectNode desired = pinned(made.path("AppIdVersion").asText());
        assertThat(scene.writesOf(AUTOMATIC, desired)).containsExactly(WRITE);
        assertIs(made.path("AppIdVersion").asText(), false);
        assertThat(scene.writesOf(desired, desired.deepCopy())).isEmpty();
    }

    @Test
    void severalVpcsAreSwitchedOnAndOffInPlace() {
        String zones =
                "{\"EndpointMode\":\"CustomerManaged\",\"SubnetMappings\":[{\"AvailabilityZone\":\"us-east-1a\"}]}";
        ObjectNode one = firewall(zones);
        ObjectNode several = firewall(zones).put("MultiVpcEnable", "true");
        ObjectNode made = scene.create(one);
        for (ObjectNode off : List.of(one, firewall(zones).put("MultiVpcEnable", false))) {
            assertThat(scene.writesOf(off, several)).containsExactly("PUT " + FIREWALL + "/subnets");
            assertThat(scene.held().path("MultiVpcEnable").asBoolean()).isTrue();
            assertThat(scene.writesOf(several, several.deepCopy())).isEmpty();
            assertThat(scene.writesOf(several, off)).containsExactly("PUT " + FIREWALL + "/subnets");
            assertThat(scene.held().path("MultiVpcEnable").asBoolean()).isFalse();
        }
        assertThat(scene.held().path("SubnetMappings")).isEqualTo(made.path("SubnetMappings"));
    }

    private void theServiceMovesOnTo(String version) {
        scene.cloudFormation()
                .service()
                .console()
                .call(
                        Driver.REGION,
                        "PUT",
                        Scene.FIREWALLS + "/edge/contentversion",
                        Driver.json("{\"AccountId\":\"123456789012\"}").put("AppIdVersion", version));
    }

    private void assertIs(String version, boolean automatic) {
        assertThat(scene.held().path("AppIdVersion").asText()).isEqualTo(version);
        assertIsAutomatic(automatic);
    }

    private void assertIsAutomatic(boolean automatic) {
        assertThat(scene.held().path("AutomaticUpgradeAppIdVersion").asBoolean())
                .isEqualTo(automatic);
        assertThat(scene.held().at("/Status/FirewallStatus").asText()).endsWith("_COMPLETE");
    }
}
