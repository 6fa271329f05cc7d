package com.paloaltonetworks.cloudngfw.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.codemodel.JAnnotationUse;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JMod;
import com.sun.codemodel.writer.SingleStreamCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsonschema2pojo.DefaultGenerationConfig;
import org.jsonschema2pojo.GenerationConfig;
import org.jsonschema2pojo.SchemaGenerator;
import org.jsonschema2pojo.SchemaMapper;
import org.jsonschema2pojo.SchemaStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceModelRulesTest {

    private static final String SCHEMA = """
            {"typeName": "Org::Service::Thing", "definitions": {
               "Part": {"type": "object", "properties": {"VPCIds": {"type": "string"}}, "additionalProperties": false}},
             "properties": {
               "Text": {"type": "string", "default": "unless given"},
               "Choice": {"type": "string", "enum": ["A", "B"]},
               "When": {"type": "string", "format": "date-time"},
               "Count": {"type": "integer", "default": 3},
               "Big": {"type": "integer", "format": "int64"},
               "Share": {"type": "number"},
               "Flag": {"type": "boolean"},
               "Sorted": {"type": "array", "uniqueItems": true, "items": {"type": "string"}},
               "Unsorted": {"type": "array", "insertionOrder": false, "items": {"type": "string"}},
               "Unique": {"type": "array", "uniqueItems": true, "insertionOrder": false, "items": {"type": "string"}},
               "Anything": {"type": "object"},
               "Labels": {"type": "object", "patternProperties": {"^[a-z]+$": {"type": "integer"}}},
               "PartsByName": {"type": "object", "patternProperties": {"^[a-z]+$": {"$ref": "#/definitions/Part"}}},
               "Part": {"$ref": "#/definitions/Part"},
               "Parts": {"type": "array", "items": {"$ref": "#/definitions/Part"}}},
             "additionalProperties": false}
            """;

    private final JCodeModel code = generate(SCHEMA);
    private final JDefinedClass model = code._getClass("org.thing.ResourceModel");

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    text; java.lang.String
                    choice; java.lang.String
                    when; java.lang.String
                    count; java.lang.Integer
                    big; java.lang.Long
                    share; java.lang.Double
                    flag; java.lang.Boolean
                    sorted; java.util.List<java.lang.String>
                    unsorted; java.util.List<java.lang.String>
                    unique; java.util.Set<java.lang.String>
                    anything; java.util.Map<java.lang.String,java.lang.Object>
                    labels; java.util.Map<java.lang.String,java.lang.Integer>
                    partsByName; java.util.Map<java.lang.String,org.thing.Part>
                    part; org.thing.Part
                    parts; java.util.List<org.thing.Part>
                    """)
    void aPropertyHasTheTypeThatTheHandlerRuntimeExpects(String field, String type) {
        assertThat(model.fields().get(field).type().fullName()).isEqualTo(type);
    }

    @Test
    void aSchemaMakesOneClassForItselfAndOneForEachDefinition() {
        assertThat(code._package("org.thing").classes())
                .toIterable()
                .extracting(JDefinedClass::name)
                .containsExactlyInAnyOrder("ResourceModel", "Part");
    }

    @Test
    void theModelKnowsItsTypeName() throws IOException {
        assertThat(source()).contains("public final static String TYPE_NAME = \"Org::Service::Thing\";");
    }

    @Test
    void noFieldIsFilledInBeforeSomebodySetsIt() throws IOException {
        assertThat(source()).contains("private String text;", "private Integer count;", "private List<String> sorted;");
    }

    @Test
    void fieldsCarryTheNamesOfTheSchemaAndNothingElseIsSeen() throws IOException {
        assertThat(model.fields().get("count").mods().getValue() & JMod.PRIVATE).isEqualTo(JMod.PRIVATE);
        assertThat(source()).contains("@JsonProperty(\"VPCIds\")", "getterVisibility = JsonAutoDetect.Visibility.NONE");
        assertThat(model.methods()).isEmpty();
    }

    @Test
    void lombokWritesTheRest() {
        assertThat(model.annotations())
                .extracting(JAnnotationUse::getAnnotationClass)
                .extracting(type -> type.name())
                .contains("Data", "Builder", "NoArgsConstructor", "AllArgsConstructor");
    }

    private String source() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        code.build(new SingleStreamCodeWriter(text));
        return text.toString(StandardCharsets.UTF_8);
    }

    private static JCodeModel generate(String schema) {
        ResourceModelRules rules = new ResourceModelRules();
        rules.setGenerationConfig(new AsTheBuildConfiguresIt());
        rules.setAnnotator(new LombokAnnotator());
        rules.setSchemaStore(new SchemaStore());
        JCodeModel code = new JCodeModel();
        try {
            new SchemaMapper(rules, new SchemaGenerator()).generate(code, "Thing", "org.thing", schema);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return code;
    }

    private static final class AsTheBuildConfiguresIt extends DefaultGenerationConfig implements GenerationConfig {
        @Override
        public boolean isIncludeAdditionalProperties() {
            return false;
        }

        @Override
        public boolean isIncludeGetters() {
            return false;
        }

        @Override
        public boolean isIncludeSetters() {
            return false;
        }

        @Override
        public boolean isIncludeHashcodeAndEquals() {
            return false;
        }

        @Override
        public boolean isIncludeToString() {
            return false;
        }

        @Override
        public boolean isIncludeGeneratedAnnotation() {
            return false;
        }

        @Override
        public boolean isInitializeCollections() {
            return false;
        }
    }
}
