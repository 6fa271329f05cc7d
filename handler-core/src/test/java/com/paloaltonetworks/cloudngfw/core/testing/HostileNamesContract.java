package com.paloaltonetworks.cloudngfw.core.testing;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A name that tries to be a path, or more than a name, is refused, or addresses what has that name and nothing else: no
 * request ever leaves the endpoints of the service, and rulestack {@code victim} stays as it is.
 */
public abstract class HostileNamesContract {

    private static final String LONG = "n".repeat(100_000);

    private final Specimen specimen;
    private final List<URI> requests = Collections.synchronizedList(new ArrayList<>());
    private Driver driver;
    private JsonNode tenant;

    protected HostileNamesContract(Specimen specimen) {
        this.specimen = specimen;
    }

    @BeforeEach
    final void start() {
        driver = specimen.driver(this::heard);
        tenant = driver.service().tenant();
    }

    @AfterEach
    final void stop() {
        driver.close();
    }

    private ApiResponse heard(ApiRequest request, ApiResponse answer) {
        requests.add(request.uri());
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../victim",
                "..%2fvictim",
                "%2e%2e%2fvictim",
                "%252e%252e%252fvictim",
                "edge/../victim",
                "victim/commit",
                "..",
                ".",
                "/",
                "\\..\\victim",
                "victim%00",
                "victim\u0000",
                "edge?x=y",
                "edge#x",
                "edge;x=y",
                "edge&region=other",
                " victim",
                "vic tim",
                "edge\r\nHost: elsewhere.test",
                "..\uff0fvictim",
                "..\u2215victim",
                "..\u2044victim",
                "\u2024\u2024/victim",
                "vi\u0301ctim",
                "\u202evictim",
                "\u200fvictim",
                "victim\ufeff",
                "\ud800",
                "${AWS::AccountId}",
                "{{resolve:ssm:x}}",
                "*",
            })
    void anIdentifierThatIsNoNameIsRefusedBeforeAnyCall(String name) {
        List<String> problems = new ArrayList<>();
        for (JsonPointer part : Driver.schema(specimen.typeName()).primaryIdentifier()) {
            ObjectNode model = specimen.wanted().put(part.getMatchingProperty(), name);
            refused("CREATE " + part, driver.create(model), problems);
            refused("READ " + part, driver.read(model), problems);
            refused("UPDATE " + part, driver.update(model, model), problems);
            refused("DELETE " + part, driver.delete(model), problems);
        }
        assertThat(problems).isEmpty();
        assertThat(requests).isEmpty();
        assertThat(driver.service().tenant()).isEqualTo(tenant);
    }

    @Test
    void anIdentifierOfAHundredThousandLettersIsRefusedBeforeAnyCall() {
        anIdentifierThatIsNoNameIsRefusedBeforeAnyCall(LONG);
    }

    private static void refused(String what, Result result, List<String> problems) {
        String message = requireNonNullElse(result.message(), "");
        boolean clear = result.failedWith("InvalidRequest") || result.failedWith("NotFound");
        if (!clear || message.isBlank() || message.length() > 1024) {
            problems.add(what + ": " + result.status() + " " + result.errorCode() + " " + message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../victim", "%2e%2e%2fvictim", "a/b\\c", "x?y=z#w;v&u", "\u202e\uff0f\u2215", "a\r\nb: c"})
    void aTextThatTriesToBeAPathLeadsNowhere(String text) {
        for (JsonPointer place : texts(specimen.wanted())) {
            ObjectNode model = with(specimen.wanted(), place, text);
            Result created = driver.create(model);
            assertThat(created.errorCode()).as(place + ": " + created.message()).isNotEqualTo("InternalFailure");
            if (created.succeeded()) {
                driver.read(model);
                assertThat(driver.delete(model).succeeded())
                        .as(place.toString())
                        .isTrue();
            }
        }
        assertThat(requests).allMatch(Routes::knows);
        assertThat(victim(driver.service().tenant())).isEqualTo(victim(tenant));
    }

    @Test
    void aListAskedByWhatIsNoNameStaysWhereItIs() {
        for (String name : List.of("../victim", "%2e%2e%2fvictim", "a b?c#d", "\uff0f", "..", "\r\n", LONG)) {
            for (JsonPointer place : texts(specimen.filter())) {
                Result listed = driver.list(with(specimen.filter(), place, name), null);
                assertThat(listed.errorCode()).as(listed.message()).isNotEqualTo("InternalFailure");
                assertThat(listed.models()).as(place + " " + name).isEmpty();
            }
            Result paged = driver.list(specimen.filter(), name);
            assertThat(paged.errorCode()).as(paged.message()).isNotEqualTo("InternalFailure");
        }
        assertThat(requests).allMatch(Routes::knows);
    }

    private static JsonNode victim(JsonNode tenant) {
        return tenant.path("Rulestacks")
                .valueStream()
                .filter(rulestack -> rulestack.path("RuleStackName").asText().equals("victim"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonPointer> texts(JsonNode model) {
        List<JsonPointer> texts = new ArrayList<>();
        collect(JsonPointer.empty(), model, texts);
        return texts;
    }

    private static void collect(JsonPointer place, JsonNode value, List<JsonPointer> texts) {
        if (value.isTextual()) {
            texts.add(place);
        }
        value.properties().forEach(member -> collect(place.appendProperty(member.getKey()), member.getValue(), texts));
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            collect(place.appendIndex(index), value.get(index), texts);
        }
    }

    private static ObjectNode with(ObjectNode model, JsonPointer place, String text) {
        ObjectNode copy = model.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), TextNode.valueOf(text));
        } else if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), TextNode.valueOf(text));
        }
        return copy;
    }
}
