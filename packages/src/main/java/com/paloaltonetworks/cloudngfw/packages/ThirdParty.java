package com.paloaltonetworks.cloudngfw.packages;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The libraries of others in the shipped jars, as a CycloneDX bill of materials names them. */
record ThirdParty(List<Library> libraries) {

    private static final String OURS = "com.paloaltonetworks.cloudngfw";

    /**
     * One library.
     *
     * @param licences SPDX identifiers, or names where SPDX has none
     */
    record Library(String group, String name, String version, List<String> licences) {}

    /**
     * Writes the page of libraries and licences.
     *
     * @param args the bill of materials, the page
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[1]), in(Path.of(args[0])).page());
    }

    /** @param bill a CycloneDX document in JSON */
    static ThirdParty in(Path bill) throws IOException {
        List<Library> libraries = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(bill.toFile()).path("components")) {
            String group = component.path("group").asText();
            if (!group.equals(OURS)) {
                libraries.add(new Library(
                        group,
                        component.path("name").asText(),
                        component.path("version").asText(),
                        licences(component)));
            }
        }
        return new ThirdParty(libraries.stream()
                .sorted((one, other) -> (one.group() + ":" + one.name()).compareTo(other.group() + ":" + other.name()))
                .toList());
    }

    String page() {
        return libraries.stream()
                .map(library -> "| %s:%s | %s | %s |\n"
                        .formatted(
                                library.group(),
                                library.name(),
                                library.version(),
                                String.join(", ", library.licences())))
                .collect(joining("", """
                        # Libraries in the handlers' jars

                        Generated from the bill of materials. The texts of the licences lie beside this page.

                        | Library | Version | Licence |
                        |---|---|---|
                        """, ""));
    }

    private static List<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(entry -> entry.has("expression")
                        ? entry.path("expression").asText()
                        : entry.at("/license/id")
                                .asText(entry.at("/license/name").asText()))
                .toList();
    }
}
