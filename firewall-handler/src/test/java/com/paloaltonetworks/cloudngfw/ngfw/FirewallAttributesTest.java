package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.FirewallCreationTest.EVERYTHING;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What GetAtt gets. */
class FirewallAttributesTest {

    /** Paths that have no value on a firewall in good health, each with its reason. */
    private static final Map<String, String> WITHOUT_A_VALUE = Map.of(
            "/ReadFirewall/FirewallId", "tenants of generation V1 address firewalls by name and give them no id",
            "/ReadFirewall/FailureReason", "nothing has failed");

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyReadOnlyPathHasAValueAfterCreate() throws IOException {
        ObjectNode made = scene.create(firewall(EVERYTHING));
        List<String> paths = readOnlyPaths();
        assertThat(paths).hasSizeGreaterThan(24).containsAll(WITHOUT_A_VALUE.keySet());
        assertThat(paths)
                .allSatisfy(
                        path -> assertThat(made.at(path).isMissingNode()).isEqualTo(WITHOUT_A_VALUE.containsKey(path)));
    }

    @Test
    void everyPropertyOfReadFirewallIsReadOnlyByItself() throws IOException {
        assertThat(readOnlyPaths())
                .containsAll(schema().at("/definitions/ReadFirewall/properties").properties().stream()
                        .map(property -> "/ReadFirewall/" + property.getKey())
                        .toList());
    }

    @Test
    void whatCanBeWrittenIsReadTwice() {
        ObjectNode made = scene.create(firewall(EVERYTHING));
        firewall(EVERYTHING)
                .fieldNames()
                .forEachRemaining(name -> assertThat(made.path("ReadFirewall").path(name))
                        .as(name)
                        .isEqualTo(made.path(name)));
    }

    @Test
    void statusAndEndpointsAreTheServicesOwn() {
        JsonNode read = scene.create(firewall(EVERYTHING)).path("ReadFirewall");
        JsonNode held = scene.held();
        assertThat(read.path("EndpointServiceName").asText())
                .startsWith("com.amazonaws.vpce.us-east-1.vpce-svc-")
                .isEqualTo(held.path("EndpointServiceName").asText());
        assertThat(read.path("Attachments"))
                .isEqualTo(held.at("/Status/Attachments"))
                .hasSize(2);
        assertThat(read.path("LinkStatus").asText()).isEqualTo("Active");
        assertThat(read.path("RuleStackStatus").asText()).isEqualTo("Success");
        assertThat(read.path("GlobalRuleStackStatus").asText()).isEqualTo("Success");
    }

    @Test
    void aRulestackTakenWithoutAWordHasNoMessages() {
        JsonNode read = scene.create(firewall("{\"RuleStackName\":\"blue\"}")).path("ReadFirewall");
        assertThat(read.path("RuleStackCommitMessages")).hasToString("[]");
        assertThat(read.has("GlobalRuleStackCommitMessages")).isFalse();
    }

    @Test
    void theReasonsOfAFailureCanBeRead() {
        ObjectNode desired = firewall("{\"GlobalRuleStackName\":\"north\"}");
        cloudFormation.service().faults().failFirewall("Failed", "device out of memory");
        failure(cloudFormation.create(desired), "GeneralServiceException", "device out of memory");
        assertThat(success(cloudFormation.read(desired)).at("/ReadFirewall/GlobalRuleStackCommitMessages"))
                .hasToString("[\"device out of memory\"]");
        cloudFormation.service().faults().failFirewall("UPDATE_FAIL", "no address left");
        failure(
                cloudFormation.update(
                        desired, desired.deepCopy().setAll(Driver.json("{\"SubnetMappings\":[{\"SubnetId\":\"s\"}]}"))),
                "GeneralServiceException",
                "no address left");
        assertThat(success(cloudFormation.read(desired))
                        .at("/ReadFirewall/FailureReason")
                        .asText())
                .isEqualTo("no address left");
    }

    private static List<String> readOnlyPaths() throws IOException {
        return schema().path("readOnlyProperties")
                .valueStream()
                .map(path -> path.asText().substring("/properties".length()))
                .toList();
    }

    private static JsonNode schema() throws IOException {
        try (InputStream schema =
                FirewallAttributesTest.class.getResourceAsStream("/paloaltonetworks-cloudngfw-ngfw.json")) {
            return new ObjectMapper().readTree(schema);
        }
    }
}
