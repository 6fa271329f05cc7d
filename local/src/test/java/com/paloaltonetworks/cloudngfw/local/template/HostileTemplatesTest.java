package com.paloaltonetworks.cloudngfw.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that were made to do harm end soon, in a refusal that says what is wrong with them. */
class HostileTemplatesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RESOURCES =
            "Resources: {R: {Type: 'AWS::SSM::Parameter', Properties: {Type: String, Value: x}}}\n";

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("a JSON list in a list ...", "{\"a\":" + "[".repeat(50_000), "JSON not well-formed"),
                Arguments.of("a JSON object in an object ...", "{\"a\":".repeat(50_000), "JSON not well-formed"),
                Arguments.of("a YAML list in a list ...", "[".repeat(900_000), "YAML not well-formed"),
                Arguments.of("a YAML mapping in a mapping ...", "a: " + "{a: ".repeat(50_000), "YAML not well-formed"),
                Arguments.of("a YAML item in an item ...", "- ".repeat(50_000) + "x", "YAML not well-formed"),
                Arguments.of("a YAML key for a key ...", "? ".repeat(50_000) + "x", "YAML not well-formed"),
                Arguments.of("indentation", stairs(1200), "YAML not well-formed"),
                Arguments.of("a list of itself", "a: &x [*x]", "YAML aliases are not allowed"),
                Arguments.of("a mapping of itself", "&x a: &y {b: *y}", "YAML aliases are not allowed"),
                Arguments.of("a billion laughs", laughs(), "YAML aliases are not allowed"),
                Arguments.of("a Java object", "a: !!javax.script.ScriptEngineManager []", "YAML not well-formed"),
                Arguments.of("NUL", "a: b\u0000c", "YAML not well-formed"),
                Arguments.of("NUL in JSON", "{\"a\": \"b\u0000\"}", "JSON not well-formed"),
                Arguments.of("control characters", "\u0001\u0002\u0003", "YAML not well-formed"),
                Arguments.of("half a surrogate pair", "a: \ud800", "YAML not well-formed"),
                Arguments.of("anchors without end", "&a ".repeat(100_000), "YAML not well-formed"),
                Arguments.of("keys twice", "a: 1\n".repeat(20_000), "duplicate key a"),
                Arguments.of("a number of 100,000 digits in JSON", "{\"a\":" + "9".repeat(100_000) + "}", "JSON not"),
                Arguments.of("a number too long to write in JSON", "{\"a\":1e999999999}", "more than 1000 digits"),
                Arguments.of("an exponent that is none", "{\"a\":1e99999999999999}", "JSON not well-formed"),
                Arguments.of("more than 1 MB", "a: " + "x".repeat(1_000_000), "may not exceed 1000000 bytes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefusedSoon(String what, String text, String message) {
        assertThat(refusal(text)).hasMessageContaining(message);
        assertThat(refusal(text).getMessage()).hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 900_000})
    void aNumberOfManyDigitsInYamlIsAText(int digits) {
        for (String number : new String[] {"1", "0", "0x1", "1_1", "1:1", "1."}) {
            String text = number + "1".repeat(digits);
            assertThat(soon(() -> TemplateReader.read("V: " + text)).get("V").textValue())
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99999999999999999999", "-1E+123456"})
    void aNumberWithAnExponentWithoutEndIsATextInYaml(String number) {
        assertThat(TemplateReader.read("V: " + number).get("V").textValue()).isEqualTo(number);
    }

    @Test
    void aByteOrderMarkIsNoPartOfATemplate() {
        assertThat(TemplateReader.read("\uFEFF{\"V\": 1}")).hasToString("{\"V\":1}");
        assertThat(TemplateReader.read("\uFEFFV: 1")).hasToString("{\"V\":1}");
    }

    @Test
    void aTemplateForWhichAnS3BucketIsNeededIsReadWithAWarning() {
        assertThat(TemplateReader.survey("V: " + "x".repeat(60_000)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isFalse())
                .extracting(Problem::message)
                .isEqualTo("A template of more than 51200 bytes must be put into an S3 bucket");
    }

    @Test
    void whatIsNestedAsDeepAsAllowedIsReadAndChecked() {
        String value = "{\"Fn::Base64\":".repeat(TemplateReader.DEEPEST - 5) + "\"x\""
                + "}".repeat(TemplateReader.DEEPEST - 5);
        String text =
                "{\"Resources\":{\"R\":{\"Type\":\"AWS::SSM::Parameter\",\"Properties\":{\"Type\":\"String\",\"Value\":"
                        + value + "}}}}";
        Template template = soon(() -> TemplateFrame.check(TemplateReader.read(text)));
        assertThat(template.resources()).containsKey("R");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"Resources, 501, 500", "Parameters, 201, 200", "Outputs, 201, 200", "Mappings, 201, 200"})
    void oneMemberMoreThanCloudFormationTakesIsRefused(String section, int count, int most) {
        assertThat(frameProblems(section, count))
                .contains("Template format error: Number of " + section.toLowerCase(Locale.ROOT) + ", " + count
                        + ", is greater than maximum allowed, " + most);
        assertThat(frameProblems(section, most)).doesNotContain("greater than maximum");
    }

    @Test
    void tensOfThousandsOfWrongNamesAreToldSoon() {
        String name = "N".repeat(15);
        String refs = many(20_000, i -> "{\"Ref\":\"" + name + i + "\"}");
        String names = many(
                500,
                i -> "\"" + name.toLowerCase(Locale.ROOT) + i + "\":{\"Type\":\"AWS::SSM::Parameter\",\"Properties\":"
                        + (i == 0 ? "{\"V\":[" + refs + "]}" : "{}") + "}");
        assertThat(soon(() -> catchThrowableOfType(
                        TemplateRejected.class,
                        () -> TemplateFrame.check(TemplateReader.read("{\"Resources\":{" + names + "}}")))))
                .hasMessageContaining("(and 19999 more)");
    }

    @Test
    void resourcesThatNeedEachOtherAreRefused() {
        String ring = many(
                500,
                i -> "\"R" + i + "\":{\"Type\":\"AWS::SSM::Parameter\",\"DependsOn\":\"R" + (i + 1) % 500
                        + "\",\"Properties\":{\"Type\":\"String\",\"Value\":\"x\"}}");
        Template template = TemplateFrame.check(TemplateReader.read("{\"Resources\":{" + ring + "}}"));
        Conditions none = new Conditions(template.conditions(), (value, path) -> value);
        assertThat(soon(() -> catchThrowableOfType(TemplateRejected.class, () -> DependencyGraph.of(template, none))))
                .hasMessageContaining("Circular dependency between resources");
    }

    @Test
    void conditionsThatNeedEachOtherAreRefusedHoweverLongTheRing() {
        for (int length : new int[] {1, 2, 199, 20_000}) {
            String ring = many(length, i -> "\"C" + i + "\":{\"Condition\":\"C" + (i + 1) % length + "\"}");
            Conditions conditions = new Conditions(TemplateReader.read("{" + ring + "}"), (value, path) -> value);
            assertThat(soon(() -> catchThrowableOfType(TemplateRejected.class, () -> conditions.holds("C0"))))
                    .hasMessageContaining(length > 200 ? "refer to each other in a row" : "Circular dependency");
        }
    }

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

    private static String frameProblems(String section, int count) {
        IntFunction<String> member = i -> "\"N" + i + "\":"
                + switch (section) {
                    case "Parameters" -> "{\"Type\":\"String\"}";
                    case "Outputs" -> "{\"Value\":\"x\"}";
                    case "Mappings" -> "{\"a\":{\"b\":\"c\"}}";
                    default -> "{\"Type\":\"AWS::SSM::Parameter\",\"Properties\":{}}";
                };
        String resources = section.equals("Resources")
                ? ""
                : ",\"Resources\":{\"R\":{\"Type\":\"AWS::SSM::Parameter\",\"Properties\":{}}}";
        var problems = new ArrayList<Problem>();
        TemplateFrame.survey(
                TemplateReader.read("{\"" + section + "\":{" + many(count, member) + "}" + resources + "}"), problems);
        return problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    private static TemplateRejected refusal(String text) {
        return soon(() -> catchThrowableOfType(TemplateRejected.class, () -> TemplateReader.read(text)));
    }

    private static TemplateRejected refusalOfFrame(String text) {
        return catchThrowableOfType(TemplateRejected.class, () -> TemplateFrame.check(TemplateReader.read(text)));
    }

    private static <T> T soon(ThrowingSupplier<T> work) {
        return assertTimeoutPreemptively(SOON, work);
    }

    private static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
    }

    private static String stairs(int steps) {
        return many(steps, i -> "\n" + " ".repeat(i) + "a:").replace(",", "");
    }

    private static String laughs() {
        return "a0: &a0 [lol]\n"
                + many(9, i -> "a%d: &a%d [%s]%n".formatted(i + 1, i + 1, ("*a" + i + ",").repeat(9)))
                        .replace("\n,", "\n");
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
