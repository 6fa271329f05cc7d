package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.RandomRules;
import com.paloaltonetworks.cloudngfw.core.testing.Written;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any rule, written to the service and read back. */
class SecurityRuleRoundTripPropertyTest {

    private static final Map<Set<String>, String> OBJECTS = Map.of(
            RandomRules.PREFIX_LISTS, "prefixlists {\"PrefixList\":[\"10.0.0.0/8\"]}",
            RandomRules.FQDN_LISTS, "fqdnlists {\"FqdnList\":[\"example.com\"]}",
            RandomRules.CATEGORIES, "urlcustomcategories {\"URLTargets\":[\"example.com/\"]}",
            RandomRules.CERTIFICATES, "certificates {\"CertificateSelfSigned\":true}",
            RandomRules.IP_FEEDS, feeds("IP_LIST"),
            RandomRules.URL_FEEDS, feeds("URL_LIST"));

    @Property
    void whatIsReadIsWhatWasWrittenAndWritingItAgainChangesNothing(
            @ForAll("rules") ObjectNode rule, @ForAll("rules") ObjectNode other, @ForAll long seed) {
        try (Edge edge = Edge.with(ApiSettings.standard(), seed)) {
            OBJECTS.forEach((names, object) -> names.forEach(name -> put(edge, name, object)));
            edge.console().commit(REGION, Edge.NAME);
            success(edge.cloudFormation.create(other));
            ObjectNode read = success(edge.cloudFormation.update(other, rule));
            assertThat(Written.notShown(rule, read)).isEmpty();
            assertThat(success(edge.cloudFormation.read(rule))).isEqualTo(read);
            edge.cloudFormation.service().requests().clear();
            assertThat(success(edge.cloudFormation.update(rule, read))).isEqualTo(read);
            assertThat(edge.writes()).isEmpty();
        }
    }

    private static ObjectNode success(Result result) {
        assertThat(result.message()).isNull();
        return result.model();
    }

    private static void put(Edge edge, String name, String object) {
        int space = object.indexOf(' ');
        edge.console().putObject(REGION, Edge.NAME, object.substring(0, space), name, json(object.substring(space)));
    }

    private static String feeds(String type) {
        return "feeds {\"FeedURL\":\"https://example.com/\",\"Frequency\":\"HOURLY\",\"Type\":\"" + type + "\"}";
    }

    @Provide
    Arbitrary<ObjectNode> rules() {
        return Combinators.combine(RandomRules.bodies(), Arbitraries.integers().between(1, 1_000_000))
                .as((body, priority) -> {
                    ObjectNode rule = body.deepCopy()
                            .put("RuleStackName", Edge.NAME)
                            .put("RuleListType", Edge.LIST)
                            .put("RuleName", "any")
                            .put("Priority", priority);
                    RandomRules.mend(rule, RandomRules.Objects.ALL);
                    return rule;
                });
    }
}
