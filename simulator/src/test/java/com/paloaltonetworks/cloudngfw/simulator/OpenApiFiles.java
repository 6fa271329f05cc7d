package com.paloaltonetworks.cloudngfw.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The vendor's OpenAPI files: which answer an operation documents, and where a given one departs from it. */
final class OpenApiFiles {
    /** Fields that live answers carry although the files lack them. */
    private static final Set<String> KNOWN_EXTRAS = Set.of(
            "AccountId",
            "AdvancedThreatLog",
            "CloudWatchMetricsFields",
            "InboundInspectionCertificate",
            "LookupXForwardedFor",
            "MinAppIdVersion",
            "ProtPortList",
            "ResourceName",
            "Tags",
            "UpdateToken");

    private final Map<String, JsonNode> operations = new TreeMap<>();

    private OpenApiFiles() {}

    /** Reads the files from the nearest folder {@code shared/data/openapi} above. */
    static Optional<OpenApiFiles> find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data/openapi");
            if (Files.isDirectory(folder)) {
                OpenApiFiles files = new OpenApiFiles();
                files.read(folder);
                return Optional.of(files);
            }
        }
        return Optional.empty();
    }

    private void read(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                JsonNode document = TestCaller.MAPPER.valueToTree(new Yaml().<Object>load(Files.readString(file)));
                document.path("paths")
                        .properties()
                        .forEach(path -> path.getValue()
                                .properties()
                                .forEach(operation -> operations.put(
                                        key(operation.getKey(), path.getKey()),
                                        resolve(
                                                document,
                                                operation
                                                        .getValue()
                                                        .at("/responses/200/content/application~1json/schema")))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Placeholders are named differently everywhere, so they have no name here. */
    private static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document, document.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.isObject()) {
            var resolved = TestCaller.MAPPER.createObjectNode();
            schema.properties().forEach(member -> resolved.set(member.getKey(), resolve(document, member.getValue())));
            return resolved;
        }
        return schema;
    }

    /** Where an answer departs from what is documented; empty for an operation that is not. */
    List<String> departures(String template, JsonNode answer) {
        String[] parts = template.split(" ", 2);
        JsonNode schema = operations.get(key(parts[0], parts[1]));
        List<String> found = new ArrayList<>();
        if (schema != null) {
            compare("", schema, answer, found);
        }
        return found;
    }

    /** Every documented {@code METHOD /path/{}}. */
    Set<String> operations() {
        return operations.keySet();
    }

    private static void compare(String path, JsonNode schema, JsonNode value, List<String> found) {
        boolean right = switch (schema.path("type").asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer", "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!right) {
            found.add(path + " is not of type " + schema.path("type").asText());
        }
        JsonNode words = schema.path("enum");
        if (!words.isMissingNode() && !words.toString().contains(value.toString())) {
            found.add(path + " is " + value + ", not one of " + words);
        }
        value.forEach(item -> {
            if (value.isArray()) {
                compare(path + "/*", schema.path("items"), item, found);
            }
        });
        if (value.isObject() && schema.has("properties")) {
            compareMembers(path, schema, value, found);
        }
    }

    private static void compareMembers(String path, JsonNode schema, JsonNode value, List<String> found) {
        Map<String, JsonNode> documented = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        schema.path("properties").properties().forEach(each -> documented.put(each.getKey(), each.getValue()));
        Map<String, JsonNode> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        value.properties().forEach(each -> given.put(each.getKey(), each.getValue()));
        given.forEach((name, member) -> {
            if (documented.containsKey(name)) {
                compare(path + "/" + name, documented.get(name), member, found);
            } else if (!KNOWN_EXTRAS.contains(name)
                    && !schema.path("additionalProperties").asBoolean(true)) {
                found.add(path + "/" + name + " is not documented");
            }
        });
        schema.path("required").forEach(name -> {
            if (!given.containsKey(name.asText())) {
                found.add(path + "/" + name.asText() + " is missing");
            }
        });
    }
}
