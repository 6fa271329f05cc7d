package com.paloaltonetworks.cloudngfw.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.models.SchemaProperties.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.cloudformation.resource.ResourceTypeSchema;

class ResourceSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"ngfw", "rulestack", "securityrule"})
    void theHandlerRuntimeAcceptsTheSchema(String type) throws IOException {
        String text = Files.readString(file(type));
        assertThat(ResourceTypeSchema.load(new JSONObject(text)).getTypeName())
                .isEqualTo(schema(type).path("typeName").asText());
        assertThat(text).as("characters that the registry takes").matches("\\p{ASCII}*");
        assertThat(text.length()).as("the registry's limit").isLessThan(60 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngfw", "rulestack", "securityrule"})
    void everyPropertyIsDescribed(String type) {
        assertThat(new SchemaProperties(schema(type)).all())
                .allSatisfy(property -> assertThat(
                                property.node().path("description").asText())
                        .as(property.path())
                        .matches("\\S.*\\."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngfw", "rulestack", "securityrule"})
    void noListHasAnOrderThatMeansSomething(String type) {
        assertThat(new SchemaProperties(schema(type)).all())
                .filteredOn(Property::isList)
                .allSatisfy(
                        list -> assertThat(list.node().path("insertionOrder").asBoolean(true))
                                .as(list.path())
                                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngfw", "rulestack", "securityrule"})
    void everyObjectIsADefinitionAndClosed(String type) {
        JsonNode schema = schema(type);
        assertThat(new SchemaProperties(schema).all())
                .filteredOn(property -> property.element().has("properties"))
                .allSatisfy(property -> {
                    assertThat(schema.path("definitions").has(property.definition()))
                            .as(property.path())
                            .isTrue();
                    assertThat(property.element().path("additionalProperties").asBoolean(true))
                            .as(property.path())
                            .isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngfw", "rulestack", "securityrule"})
    void everyPointerLeadsToAProperty(String type) {
        JsonNode schema = schema(type);
        assertThat(Stream.of("primaryIdentifier", "readOnlyProperties", "writeOnlyProperties", "createOnlyProperties")
                        .flatMap(list -> StreamSupport.stream(schema.path(list).spliterator(), false))
                        .map(JsonNode::asText))
                .isNotEmpty()
                .allSatisfy(pointer ->
                        assertThat(propertyAt(schema, pointer).isMissingNode()).isFalse());
    }

    @Test
    void theTypeConfigurationIsTheSameForAllTypes() {
        assertThat(List.of(schema("rulestack"), schema("securityrule")))
                .extracting(schema -> schema.get("typeConfiguration"))
                .containsOnly(schema("ngfw").get("typeConfiguration"));
    }

    /** One rule reads the same wherever it stands; the type of its own is ours, so it names what a list and a priority may be. */
    @Test
    void aSecurityRuleHasTheMembersOfARuleInARulestack() {
        ObjectNode inside =
                schema("rulestack").at("/definitions/Rule/properties").deepCopy();
        ObjectNode alone = schema("securityrule").path("properties").deepCopy();
        assertThat(alone.remove("RuleStackName")).isNotNull();
        for (String stricter : List.of("RuleListType", "Priority")) {
            assertThat(inside.remove(stricter)).isNotNull();
            assertThat(alone.remove(stricter)).isNotNull();
        }
        assertThat(alone).isEqualTo(inside);
        for (String shared : List.of("RuleSource", "RuleDestination", "UrlCategory", "Tag")) {
            assertThat(schema("securityrule").path("definitions").get(shared))
                    .isEqualTo(schema("rulestack").path("definitions").get(shared));
        }
    }

    private static JsonNode propertyAt(JsonNode schema, String pointer) {
        JsonNode node = schema;
        for (String step : pointer.substring("/properties/".length()).split("/", -1)) {
            JsonNode member = node.path("properties").path(step);
            node = member.has("$ref") ? schema.at(member.get("$ref").asText().substring(1)) : member;
        }
        return node;
    }

    private static Path file(String type) {
        return Path.of("../resource-schemas/paloaltonetworks-cloudngfw-" + type + ".json");
    }

    private static JsonNode schema(String type) {
        try {
            return JSON.readTree(file(type).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
