package com.paloaltonetworks.cloudngfw.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A type's finished folder, {@code <module>/target/cfn}.
 *
 * @param module the name of the type's module
 * @param folder the assembled folder
 */
public record PackagedType(String module, Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All types of the repository. */
    public static List<PackagedType> all(Path repository) {
        return Stream.of("rulestack-handler", "rule-handler", "firewall-handler")
                .map(module -> new PackagedType(module, repository.resolve(module + "/target/cfn")))
                .toList();
    }

    public JsonNode settings() {
        return read(".rpdk-config");
    }

    public String typeName() {
        return settings().path("typeName").asText();
    }

    /** The class that Lambda makes an instance of. */
    public String handlerClass() {
        return settings().path("entrypoint").asText().replaceFirst("::.*", "");
    }

    public JsonNode schema() {
        return read(typeName().toLowerCase(Locale.ROOT).replace("::", "-") + ".json");
    }

    /** The one jar; the CLI refuses a folder with two. */
    public Path jar() {
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            List<Path> jars = files.toList();
            if (jars.size() != 1) {
                throw new IllegalStateException(folder + "/target should hold one jar and holds " + jars);
            }
            return jars.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return module;
    }

    private JsonNode read(String file) {
        try {
            return JSON.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
