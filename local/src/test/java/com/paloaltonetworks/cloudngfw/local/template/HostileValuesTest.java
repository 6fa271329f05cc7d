package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions, patterns and numbers that were made to run for ever, or to fill the memory. */
class HostileValuesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RESOURCES =
            "Resources: {R: {Type: 'AWS::SSM::Parameter', Properties: {Type: String, Value: x}}}\n";

    @ParameterizedTest(name = "{0} doubled {1} times")
    @CsvSource({"Fn::Sub, 40", "Fn::Join, 20"})
    void aTextThatDoublesAndDoublesIsRefused(String function, int times) {
        String text = "\"0123456789\"";
        for (int i = 0; i < times; i++) {
            text = function.equals("Fn::Sub")
                    ? "{\"Fn::Sub\":[\"${a}${a}\",{\"a\":" + text + "}]}"
                    : "{\"Fn::Join\":[{\"Fn::Sub\":[\"${a}${a}${a}\",{\"a\":" + text + "}]},[\"a\",\"b\",\"c\"]]}";
        }
        var value = TemplateReader.read("{\"V\":" + text + "}").get("V");
        Resolver resolver = new Resolver(new NoScope());
        assertThat(soon(() -> catchThrowableOfType(TemplateRejected.class, () -> resolver.resolve(value, "/V"))))
                .hasMessageContaining("more than 1000000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|a)*$",
                "(a|aa)+$",
                "([a-z]+)*$",
                "(.*.*.*.*.*.*)x",
                "(?:(a*)*)*b",
                "(a*)*\\1$",
                "(?=(a+)+$).*",
            })
    void aPatternThatTriesTooManyWaysIsRefused(String pattern) {
        var declaration = TemplateFrame.check(TemplateReader.read(
                        "Parameters: {P: {Type: String, AllowedPattern: '" + pattern + "'}}\n" + RESOURCES))
                .parameters();
        TemplateRejected refused = soon(() -> catchThrowableOfType(
                TemplateRejected.class,
                () -> Parameters.resolve(
                        declaration, Map.of("P", "a".repeat(4000) + "!"), Map.of(), name -> Optional.empty())));
        assertThat(refused).hasMessageMatching("Parameter 'P' (must match|cannot be matched with) pattern .*");
    }

    @Test
    void aPatternOfAThousandGroupsInGroupsIsRefused() {
        assertThat(new AllowedPattern("(".repeat(4000) + ")".repeat(4000)).mistake())
                .isPresent();
        assertThat(soon(() -> new AllowedPattern("(".repeat(2000) + ")".repeat(2000)).mistake()))
                .isNotNull();
        assertThat(new AllowedPattern("(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{8,}").of("Password1"))
                .isEqualTo(AllowedPattern.Verdict.MATCHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MinValue: '1e999999999'", "MaxValue: '1e-999999999'", "MinLength: '1e5000'"})
    void aBoundThatNobodyCanWriteOutIsRefused(String bound) {
        assertThat(refusalOfFrame("Parameters: {P: {Type: Number, " + bound + "}}\n" + RESOURCES))
                .hasMessageContaining("must be a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e9999999999999", "many"})
    void aNumberThatNobodyCanWriteOutIsNoValueOfAParameter(String value) {
        var declarations = TemplateFrame.check(
                        TemplateReader.read("Parameters: {P: {Type: Number, AllowedValues: [1, odd]}}\n" + RESOURCES))
                .parameters();
        assertThat(catchThrowableOfType(
                        TemplateRejected.class,
                        () -> Parameters.resolve(declarations, Map.of("P", value), Map.of(), name -> Optional.empty())))
                .hasMessageContaining("must be a number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"10.0.0.0/8\", 257, 8] | does not hold 257 blocks",
                "[\"10.0.0.0/8\", 2147483647, 8] | does not hold",
                "[\"10.0.0.0/8\", 99999999999, 8] | whole numbers",
                "[\"::/0\", 256, 127] | does not hold",
                "[\"999.1.1.1/8\", 1, 8] | is not an address",
                "[\"1.2.3.4.5/8\", 1, 8] | is not an address",
                "[\"example.com/8\", 1, 8] | is not a CIDR block",
            })
    void blocksThatCannotBeCutAreRefusedAndNoNameIsLookedUp(String arguments, String message) {
        assertThat(soon(() -> catchThrowableOfType(
                        TemplateRejected.class,
                        () -> Cidr.blocks(
                                TemplateReader.read("{\"V\":" + arguments + "}").get("V"), "/V"))))
                .hasMessageContaining(message);
    }

    private static TemplateRejected refusalOfFrame(String text) {
        return catchThrowableOfType(TemplateRejected.class, () -> TemplateFrame.check(TemplateReader.read(text)));
    }

    private static <T> T soon(ThrowingSupplier<T> work) {
        return assertTimeoutPreemptively(SOON, work);
    }

    /** For functions that refer to nothing. */
    private static final class NoScope implements Scope {

        @Override
        public JsonNode ref(Reference reference) {
            throw new AssertionError(reference);
        }

        @Override
        public JsonNode attribute(Reference reference) {
            throw new AssertionError(reference);
        }

        @Override
        public boolean condition(String name) {
            throw new AssertionError(name);
        }

        @Override
        public JsonNode mappings() {
            throw new AssertionError();
        }

        @Override
        public JsonNode availabilityZones(String region) {
            throw new AssertionError(region);
        }

        @Override
        public String importValue(String export, String path) {
            throw new AssertionError(export);
        }
    }
}
