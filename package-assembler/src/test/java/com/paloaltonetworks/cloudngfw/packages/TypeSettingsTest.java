package com.paloaltonetworks.cloudngfw.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSettingsTest {

    private static final TypeName TYPE = new TypeName("PaloAltoNetworks::CloudNGFW::RuleStack");

    @Test
    void entryPointsAreInTheTypesPackage() throws IOException {
        assertThat(settings(List.of("a.b.HandlerWrapper"))
                        .derivedFrom(json("{'entrypoint': 'HandlerWrapper::handleRequest', 'testEntrypoint': null}")))
                .isEqualTo(json("""
                        {'entrypoint': 'a.b.HandlerWrapper::handleRequest', 'testEntrypoint': null,
                         'typeName': 'PaloAltoNetworks::CloudNGFW::RuleStack', 'settings': {'namespace': ['a', 'b']}}
                        """));
    }

    @Test
    void whatAllTypesShareStays() throws IOException {
        ObjectNode shared = json("{'runtime': 'java17', 'settings': {'protocolVersion': '2.0.0'}, 'more': [1]}");
        ObjectNode derived = settings(List.of()).derivedFrom(shared);
        assertThat(derived.path("runtime").asText()).isEqualTo("java17");
        assertThat(derived.at("/settings/protocolVersion").asText()).isEqualTo("2.0.0");
        assertThat(derived.path("more")).isEqualTo(shared.path("more"));
    }

    @Test
    void anExecutableIsNamedOnlyIfThereIsOne() throws IOException {
        ObjectNode shared = json("{'executableEntrypoint': 'Executable'}");
        assertThat(settings(List.of()).derivedFrom(shared).has("executableEntrypoint"))
                .isFalse();
        assertThat(settings(List.of("a.b.Executable"))
                        .derivedFrom(shared)
                        .path("executableEntrypoint")
                        .asText())
                .isEqualTo("a.b.Executable");
    }

    @Test
    void anEntryPointWithoutItsClassIsRefused() throws IOException {
        ObjectNode shared = json("{'entrypoint': 'HandlerWrapper::handleRequest'}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of()).derivedFrom(shared))
                .withMessage("PaloAltoNetworks::CloudNGFW::RuleStack has no a.b.HandlerWrapper::handleRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'typeName': 'A::B::C'}", "{'settings': {'namespace': ['a']}}"})
    void whatDiffersFromTypeToTypeCannotBeShared(String shared) throws IOException {
        ObjectNode settings = json(shared);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of()).derivedFrom(settings));
    }

    private static TypeSettings settings(List<String> classes) {
        return new TypeSettings(TYPE, "a.b", classes::contains);
    }

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
