package com.paloaltonetworks.cloudngfw.models;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.models.SchemaProperties.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Turns each resource schema into a Markdown page: what a template may say, and what it gets back. */
public final class PropertyTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PropertyTables() {}

    /**
     * Writes all pages.
     *
     * @param args the folder of the schemas, the folder of the pages
     */
    public static void main(String[] args) throws IOException {
        for (Path schema : schemasIn(Path.of(args[0]))) {
            Files.writeString(Path.of(args[1]).resolve(pageName(schema)), page(schema));
        }
    }

    static List<Path> schemasIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code ngfw.md} for {@code paloaltonetworks-cloudngfw-ngfw.json}. */
    static String pageName(Path schema) {
        String file = schema.getFileName().toString();
        return file.substring(file.lastIndexOf('-') + 1).replace(".json", ".md");
    }

    static String page(Path schemaFile) throws IOException {
        JsonNode schema = JSON.readTree(schemaFile.toFile());
        List<String> lines = new ArrayList<>();
        lines.add("# " + schema.path("typeName").asText());
        lines.add("");
        lines.add(schema.path("description").asText());
        lines.add("");
        lines.add(
                "Generated from the resource schema. What has no mark under *update* is changed in place, unless its text says otherwise.");
        lines.add("");
        lines.add("| property | type | required | update | default | limits | description |");
        lines.add("|---|---|---|---|---|---|---|");
        new SchemaProperties(schema).all().forEach(property -> lines.add(row(property, schema)));
        lines.add("");
        lines.add("## Return values");
        lines.add("");
        lines.add("`Ref`: " + String.join(" then `|` then ", names(schema.path("primaryIdentifier"))) + ".");
        lines.add("");
        List<String> attributes = names(schema.path("readOnlyProperties"));
        lines.add("`Fn::GetAtt`: " + (attributes.isEmpty() ? "nothing" : String.join(", ", attributes)) + ".");
        lines.add("");
        return String.join("\n", lines);
    }

    private static String row(Property property, JsonNode schema) {
        return Stream.of(
                        code(property.path()),
                        type(property),
                        property.required() ? "yes" : "",
                        update(property, schema),
                        property.node().has("default")
                                ? code(property.node().get("default").toString())
                                : "",
                        limits(property),
                        property.node().path("description").asText())
                .map(cell -> cell.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |"));
    }

    private static String type(Property property) {
        String element =
                property.definition() == null ? property.element().path("type").asText() : property.definition();
        String type = property.isList() ? "list of " + element : element;
        return property.shownAt() == null ? type : type + ", see " + code(property.shownAt());
    }

    private static String update(Property property, JsonNode schema) {
        if (property.isAmong(schema.path("readOnlyProperties"))) {
            return "read-only";
        }
        if (property.isAmong(schema.path("createOnlyProperties"))) {
            return "replacement";
        }
        return property.isAmong(schema.path("writeOnlyProperties")) ? "write-only" : "";
    }

    private static String limits(Property property) {
        JsonNode element = property.element();
        List<String> limits = new ArrayList<>();
        addRange(limits, property.node(), "minItems", "maxItems", " items");
        if (element.has("enum")) {
            limits.add(StreamSupport.stream(element.path("enum").spliterator(), false)
                    .map(value -> code(value.asText()))
                    .collect(joining(", ")));
        }
        addRange(limits, element, "minLength", "maxLength", " characters");
        addRange(limits, element, "minimum", "maximum", "");
        if (element.has("pattern")) {
            limits.add(code(element.path("pattern").asText()));
        }
        return String.join("; ", limits);
    }

    private static void addRange(List<String> limits, JsonNode node, String from, String to, String unit) {
        if (node.has(from) && node.has(to)) {
            limits.add(node.path(from).asText() + " to " + node.path(to).asText() + unit);
        } else if (node.has(to)) {
            limits.add("at most " + node.path(to).asText() + unit);
        } else if (node.has(from)) {
            limits.add(
                    node.path(from).asInt() == 1
                            ? "not empty"
                            : "at least " + node.path(from).asText() + unit);
        }
    }

    private static List<String> names(JsonNode pointers) {
        return StreamSupport.stream(pointers.spliterator(), false)
                .map(pointer ->
                        code(pointer.asText().replace("/properties/", "").replace('/', '.')))
                .toList();
    }

    private static String code(String text) {
        return '`' + text + '`';
    }
}
