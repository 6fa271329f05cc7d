package com.paloaltonetworks.cloudngfw.local.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.published.SupersetTest.Published;
import com.paloaltonetworks.cloudngfw.local.template.Reference;
import com.paloaltonetworks.cloudngfw.local.template.References;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates that use nothing but what the published types have, as people write them for those. */
class PublishedTemplatesTest {

    /** A healthy firewall has no reason of a failure, and no property of any type takes attachments. */
    private static final Set<String> NOT_GOT = Set.of("ReadFirewall.FailureReason", "ReadFirewall.Attachments");

    private final Circle circle = new Circle();

    static List<PublishedTemplate> working() {
        return PublishedTemplate.all().stream()
                .filter(template -> template.failures().isEmpty())
                .toList();
    }

    static List<PublishedTemplate> failing() {
        return PublishedTemplate.all().stream()
                .filter(template -> !template.failures().isEmpty())
                .toList();
    }

    @Test
    void thereAreAtLeastTwelveAndFourThatFail() {
        assertThat(working()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(failing()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("working")
    void aTemplateGoesFromItsFirstDeployToAnEmptyTenant(PublishedTemplate template) {
        circle.deploys(template);
        circle.isUnchangedBy(template);
        circle.readsBackAndStaysStill();
        circle.findsOnlyTheDriftThatIsThere();
        for (PublishedTemplate update : template.updates()) {
            if (update.failures().isEmpty()) {
                circle.deploys(update);
            } else {
                circle.fails(update);
            }
            circle.readsBackAndStaysStill();
            circle.findsNoDrift();
        }
        circle.deletes();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void aWrongTemplateFailsForItsReasonAndLeavesNothing(PublishedTemplate template) {
        circle.fails(template);
    }

    @ParameterizedTest
    @MethodSource("working")
    void aTemplateKeepsToThePublishedVocabulary(PublishedTemplate template) {
        Set<String> unknown = new TreeSet<>();
        template.document().path("Resources").forEach(resource -> {
            for (Published type : Published.values()) {
                if (type.typeName().equals(resource.path("Type").asText())) {
                    unknown("", resource.path("Properties"), type.restated(), unknown);
                }
            }
        });
        assertThat(unknown).isEmpty();
    }

    private static void unknown(String path, JsonNode value, SchemaFacts published, Set<String> unknown) {
        String prefix = path.isEmpty() ? "" : path + "/";
        boolean function = value.isObject() && value.has("Fn::If");
        if (function) {
            value.path("Fn::If").valueStream().skip(1).forEach(one -> unknown(path, one, published, unknown));
        } else if (value.isArray()) {
            value.forEach(item -> unknown(prefix + "*", item, published, unknown));
        } else if (!path.isEmpty() && !published.properties().containsKey(path)) {
            unknown.add(path);
        } else {
            value.properties().stream()
                    .filter(member -> !member.getKey().startsWith("Fn::")
                            && !member.getKey().equals("Ref"))
                    .forEach(member -> unknown(prefix + member.getKey(), member.getValue(), published, unknown));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPublishedAttributeIsGotBySomeTemplate(Published type) {
        Set<String> got = working().stream()
                .map(PublishedTemplate::document)
                .flatMap(template -> References.all(template, "").stream())
                .map(Reference::attribute)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> published = type.restated().properties().keySet().stream()
                .filter(path -> type.restated().facet(path, "read-only") != null)
                .filter(path -> !type.restated().facet(path, "type").equals("object"))
                .map(path -> path.replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        published.removeAll(NOT_GOT);
        assertThat(published).isSubsetOf(got);
    }
}
