package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirewallReadingTest {

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void listGivesIdentifiersPageByPage() {
        for (int number = 0; number < 230; number++) {
            has("edge-" + number, "{}");
        }
        List<String> names = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String next = null;
        do {
            Result page = cloudFormation.list(Driver.json("{}"), next);
            success(page);
            pages.add(page.models().size());
            page.models().forEach(model -> names.add(model.path("FirewallName").asText()));
            next = page.nextToken();
        } while (next != null);
        assertThat(pages).containsExactly(100, 100, 30);
        assertThat(names).hasSize(230).doesNotHaveDuplicates();
    }

    @Test
    void listOfNothingIsEmpty() {
        Result page = cloudFormation.list(Driver.json("{}"), null);
        success(page);
        assertThat(page.models()).isEmpty();
        assertThat(page.nextToken()).isNull();
    }

    @Test
    void listIsFilteredByRulestackAndVpc() {
        has("blue-1", "{\"RuleStackName\":\"blue\"}");
        has("blue-2", "{\"RuleStackName\":\"blue\",\"VpcId\":\"vpc-2\"}");
        has("green-2", "{\"RuleStackName\":\"green\",\"VpcId\":\"vpc-2\"}");
        assertThat(listed("{\"RuleStackName\":\"blue\"}")).containsExactlyInAnyOrder("blue-1", "blue-2");
        assertThat(listed("{\"VPCIds\":[\"vpc-2\"]}")).containsExactlyInAnyOrder("blue-2", "green-2");
        assertThat(listed("{\"RuleStackName\":\"blue\",\"VPCIds\":[\"vpc-2\",\"vpc-3\"]}"))
                .containsExactly("blue-2");
        assertThat(listed("{}")).hasSize(3);
    }

    @Test
    void whatIsListedCanBeRead() {
        has("edge", "{\"RuleStackName\":\"blue\"}");
        ObjectNode listed =
                cloudFormation.list(Driver.json("{}"), null).models().get(0);
        assertThat(listed.properties()).hasSize(2);
        ObjectNode read = success(cloudFormation.read(listed));
        assertThat(read.path("VpcId").asText()).isEqualTo("vpc-1");
    }

    @Test
    void describeListsWholeFirewalls() {
        has("edge-1", "{}");
        has("edge-2", "{\"RuleStackName\":\"blue\"}");
        List<ObjectNode> models =
                cloudFormation.list(Driver.json("{\"Describe\":true}"), null).models();
        assertThat(models).isEqualTo(List.of(read("edge-1"), read("edge-2")));
    }

    @Test
    void describeWorksPageByPageAndWithTheOtherFilters() {
        for (int number = 0; number < 120; number++) {
            has("edge-" + number, "{\"VpcId\":\"vpc-" + number % 3 + "\",\"RuleStackName\":\"blue\"}");
        }
        ObjectNode filter = Driver.json("""
                {"Describe":"true","RuleStackName":"blue","VPCIds":["vpc-1","vpc-2","vpc-9"]}""");
        List<ObjectNode> models = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String next = null;
        do {
            Result page = cloudFormation.list(filter, next);
            success(page);
            pages.add(page.models().size());
            models.addAll(page.models());
            next = page.nextToken();
        } while (next != null);
        assertThat(pages).containsExactly(50, 30);
        assertThat(models)
                .extracting(model -> model.path("FirewallName").asText())
                .hasSize(80)
                .doesNotHaveDuplicates();
        assertThat(models).allSatisfy(model -> {
            assertThat(model.path("VpcId").asText()).isIn("vpc-1", "vpc-2");
            assertThat(model.at("/ReadFirewall/FirewallStatus").asText()).isNotEmpty();
            assertThat(model.has("Describe") || model.has("VPCIds")).isFalse();
        });
    }

    private ObjectNode read(String name) {
        return success(cloudFormation.read(firewall().put("FirewallName", name)));
    }

    @Test
    void readOfAnAbsentFirewallIsNotFound() {
        failure(cloudFormation.read(firewall()), "NotFound", "edge");
    }

    @Test
    void readHidesTagsThatTheServiceMakes() {
        scene.create(firewall("{\"Tags\":[{\"Key\":\"team\",\"Value\":\"network\"}]}"));
        cloudFormation
                .service()
                .console()
                .tagFirewall(
                        Driver.REGION, "edge", Map.of("FirewallName", "edge", "aws:cloudformation:stack-name", "s"));
        ObjectNode read = success(cloudFormation.read(firewall()));
        assertThat(read.at("/Tags").findValuesAsText("Key")).containsExactly("team");
        assertThat(read.at("/ReadFirewall/Tags").findValuesAsText("Key")).containsExactly("team");
    }

    @Test
    void readGivesTheSameInAStableShape() {
        scene.create(firewall());
        JsonNode read = success(cloudFormation.read(firewall()));
        assertThat(success(cloudFormation.read(firewall())).toString()).isEqualTo(read.toString());
        assertThat(read.has("Description")).isFalse();
        assertThat(read.has("Tags")).isFalse();
        assertThat(read.path("AutomaticUpgradeAppIdVersion").asBoolean()).isTrue();
        assertThat(read.has("AppIdVersion")).isTrue();
    }

    private List<String> listed(String filter) {
        return cloudFormation.list(Driver.json(filter), null).models().stream()
                .map(model -> model.path("FirewallName").asText())
                .toList();
    }

    private void has(String name, String more) {
        cloudFormation
                .service()
                .console()
                .call(Driver.REGION, "POST", Scene.FIREWALLS, firewall(more).put("FirewallName", name));
    }
}
