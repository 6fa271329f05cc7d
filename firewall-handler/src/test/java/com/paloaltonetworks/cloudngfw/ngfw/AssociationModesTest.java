package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALLS;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A firewall's policy comes from a local rulestack, a global one, both, a link, all of them, or nowhere. */
class AssociationModesTest {

    enum Mode {
        NONE("", "", ""),
        LOCAL("blue", "", ""),
        GLOBAL("", "north", ""),
        BOTH("blue", "north", ""),
        LINK("", "", "link-1"),
        LINK_AND_LOCAL("blue", "", "link-1"),
        ALL("green", "south", "link-2");

        private final String local;
        private final String global;
        private final String link;

        Mode(String local, String global, String link) {
            this.local = local;
            this.global = global;
            this.link = link;
        }

        ObjectNode model() {
            ObjectNode model = firewall();
            put(model, "RuleStackName", local);
            put(model, "GlobalRuleStackName", global);
            put(model, "LinkId", link);
            return model;
        }

        private static void put(ObjectNode model, String property, String value) {
            if (!value.isEmpty()) {
                model.put(property, value);
            }
        }

        /** The calls that bring a firewall from this mode into the other. */
        List<String> writesTo(Mode other) {
            List<String> writes = new ArrayList<>();
            if (!local.equals(other.local)) {
                writes.add("POST " + FIREWALL + "/rulestack");
            }
            if (!global.equals(other.global)) {
                writes.add((other.global.isEmpty() ? "DELETE " : "POST ") + FIREWALL + "/globalrulestack");
            }
            if (!link.equals(other.link)) {
                writes.add((other.link.isEmpty() ? "DELETE " : "PUT ") + FIREWALL + "/link");
            }
            return writes;
        }

        void isInForceOn(JsonNode firewall, JsonNode status) {
            assertThat(firewall.path("RuleStackName").asText()).isEqualTo(local);
            assertThat(firewall.path("GlobalRuleStackName").asText()).isEqualTo(global);
            assertThat(firewall.path("LinkId").asText()).isEqualTo(link);
            assertThat(status.path("RuleStackStatus").asText()).isEqualTo(local.isEmpty() ? "" : "Success");
            assertThat(status.path("GlobalRuleStackStatus").asText()).isEqualTo(global.isEmpty() ? "" : "Success");
            assertThat(firewall.path("LinkStatus").asText()).isEqualTo(link.isEmpty() ? "" : "Active");
        }
    }

    private final Scene scene = Scene.standard();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Arguments> moves() {
        return Stream.of(Mode.values()).flatMap(from -> Stream.of(Mode.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource("moves")
    void everyModeIsReachedInPlaceFromEveryOther(Mode from, Mode to) {
        JsonNode made = scene.create(from.model());
        assertThat(scene.writesOf(from.model(), to.model())).containsExactlyElementsOf(from.writesTo(to));
        to.isInForceOn(scene.held(), scene.held().path("Status"));
        JsonNode read = success(scene.cloudFormation().read(to.model())).path("ReadFirewall");
        to.isInForceOn(read, read);
        assertThat(read.path("EndpointServiceName")).isEqualTo(made.at("/ReadFirewall/EndpointServiceName"));
        assertThat(scene.writesOf(from.model(), to.model())).as("twice").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyModeIsACreationOfItsOwn(Mode mode) {
        scene.create(mode.model());
        mode.isInForceOn(scene.held(), scene.held().path("Status"));
        assertThat(scene.cloudFormation().service().requests().writes())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("POST " + FIREWALLS),
                                mode.global.isEmpty()
                                        ? Stream.empty()
                                        : Stream.of("POST " + FIREWALL + "/globalrulestack"))
                        .toList());
    }
}
