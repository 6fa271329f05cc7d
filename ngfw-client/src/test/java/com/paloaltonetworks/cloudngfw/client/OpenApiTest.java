package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our requests against the vendor's OpenAPI files of generation V1, where a copy of them is at hand. */
class OpenApiTest {

    private static final String PATH_MISSING = "validation.request.path.missing";

    /** We send parameters in query and body alike, because the files and the vendor's tools disagree on the place. */
    private static final Set<String> IN_BOTH_PLACES =
            Set.of("validation.request.parameter.query.unexpected", "validation.request.body.unexpected");

    /** Where we follow the vendor's tools and published types, which the service is known to serve. */
    private static final Map<String, String> KNOWN_DIFFERENCES = Map.ofEntries(
            Map.entry("POST /v1/config/rulestacks/edge/urlcustomcategories", "Targets"),
            Map.entry("GET /v1/config/rulestacks/edge/urlfilteringprofiles/custom/urlcategories", "not documented"),
            Map.entry(
                    "GET /v1/config/rulestacks/edge/urlfilteringprofiles/custom/urlcategories/games", "not documented"),
            Map.entry(
                    "PUT /v1/config/rulestacks/edge/urlfilteringprofiles/custom/urlcategories/games/action",
                    "not documented"),
            Map.entry("PUT /v1/config/ngfirewalls/fw/contentversion", "not documented"),
            Map.entry("PUT /v1/config/ngfirewalls/fw/link", "not documented"),
            Map.entry("DELETE /v1/config/ngfirewalls/fw/link", "not documented"),
            Map.entry("PUT /v1/config/ngfirewalls/fw/subnets", "MultiVpcEnable"),
            Map.entry("POST /v1/config/ngfirewalls/fw/rulestack", "POST operation not allowed"),
            Map.entry("POST /v1/config/ngfirewalls/fw/globalrulestack", "POST operation not allowed"),
            Map.entry("DELETE /v1/config/ngfirewalls/fw/globalrulestack", "DELETE operation not allowed"),
            Map.entry("PUT /v1/config/ngfirewalls/fw/logprofile", "AdvancedThreatLog"));

    private static final List<OpenApiInteractionValidator> FILES = new ArrayList<>();

    @BeforeAll
    static void load() throws IOException {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve("shared/data/openapi"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "no copy of the vendor's OpenAPI files at hand");
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            for (Path file : files.filter(OpenApiTest::isOfV1).toList()) {
                FILES.add(validator(file));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource({
        "com.paloaltonetworks.cloudngfw.client.EndpointsTest#rulestackCalls",
        "com.paloaltonetworks.cloudngfw.client.EndpointsTest#ruleCalls",
        "com.paloaltonetworks.cloudngfw.client.EndpointsTest#objectCalls",
        "com.paloaltonetworks.cloudngfw.client.EndpointsTest#firewallCalls",
    })
    void aRequestIsAsDocumentedButForKnownDifferences(String method, String uri, String body) {
        String path = uri.replaceAll("\\?.*", "");
        List<String> differences = differences(request(method, path, body));
        String known = KNOWN_DIFFERENCES.get(method + " " + path);
        differences.removeIf(difference -> known != null && difference.contains(known));
        assertThat(differences).isEmpty();
    }

    private static List<String> differences(Request request) {
        for (OpenApiInteractionValidator file : FILES) {
            List<Message> messages = file.validateRequest(request).getMessages();
            if (messages.stream().noneMatch(message -> message.getKey().equals(PATH_MISSING))) {
                return new ArrayList<>(messages.stream()
                        .filter(message -> !IN_BOTH_PLACES.contains(message.getKey()))
                        .map(Message::getMessage)
                        .toList());
            }
        }
        return new ArrayList<>(List.of("not documented"));
    }

    private static Request request(String method, String path, String body) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, path).withContentType("application/json");
        return body.isEmpty() ? request.build() : request.withBody(body).build();
    }

    private static boolean isOfV1(Path file) {
        return file.toString().endsWith(".yaml") && !file.toString().contains("V2");
    }

    /** Read leniently: three of the files have small defects. */
    private static OpenApiInteractionValidator validator(Path file) throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        String text = Files.readString(file);
        return OpenApiInteractionValidator.createFor(
                        new OpenAPIParser().readContents(text, null, options).getOpenAPI())
                .build();
    }
}
