package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key, a token or a hidden parameter appears in no message, log, callback context or state file. */
class SecretsTest {

    private static final String TEMPLATE = """
            Parameters:
              Hidden: {Type: String, NoEcho: true}
              Action: {Type: String, Default: Allow}
            Resources:
              Policy:
                Type: PaloAltoNetworks::CloudNGFW::RuleStack
                Properties:
                  RuleStackName: edge
                  RuleStack: {Scope: Local, Description: !Ref Hidden}
                  SecurityObjects:
                    PrefixLists:
                      - {Name: nets, PrefixList: [10.0.0.0/8]}
                  RuleList:
                    - RuleName: web
                      RuleListType: LocalRule
                      Priority: 10
                      Action: !Ref Action
                      Source: {PrefixLists: [nets]}
              Rule:
                Type: PaloAltoNetworks::CloudNGFW::SecurityRule
                Properties:
                  RuleStackName: !Ref Policy
                  RuleListType: LocalRule
                  RuleName: dns
                  Priority: 20
                  Applications: [dns]
                  Action: Allow
              Firewall:
                Type: PaloAltoNetworks::CloudNGFW::NGFW
                Properties:
                  FirewallName: fw
                  AccountId: !Ref AWS::AccountId
                  VpcId: vpc-1
                  EndpointMode: ServiceManaged
                  SubnetMappings: [{SubnetId: subnet-1}]
                  RuleStackName: !Ref Policy
            """;

    private static final List<String> FAULTS = List.of(
            "{\"CommitFails\":{\"Rulestack\":\"edge\"}}",
            "{\"FirewallFails\":{\"Status\":\"CREATE_FAIL\",\"Reason\":\"no capacity\"}}",
            "{\"Match\":\"POST /v1/*\",\"Times\":40,\"Effect\":\"drop-answer\"}",
            "{\"Match\":\"POST /v1/*\",\"Times\":400,\"Effect\":\"http-500\"}",
            "{\"Match\":\"GET /v1/*\",\"Skip\":5,\"Times\":9,\"Effect\":\"expire-tokens\"}");

    /** Of a token that the service lets slip where it says why a commit failed. */
    private static final String SLIPPED = "eyJhbGciOiJIUzI1NiJ9.eyJDYW5hcnkiOjF9.Y2FuYXJ5";

    private static final String HIDDEN = "shibboleth";

    private final Secrets secrets = new Secrets();
    private final Terminal terminal = new Terminal();

    @Test
    void theCommandLineShowsAndKeepsNoSecret() {
        String printed = whilePrinting(() -> {
            String file = terminal.file("t.yaml", TEMPLATE);
            assertThat(deploy(file, "Hidden=" + HIDDEN)).isZero();
            assertThat(deploy(file, "Action=DenySilent")).isZero();
            assertThat(terminal.run("describe", "s", "--json")).isZero();
            assertThat(terminal.run("events", "s", "--json")).isZero();
            assertThat(terminal.run("drift", "s")).isZero();
            assertThat(deploy(file, "Action=Nonsense")).isEqualTo(1);
            assertNoSecretInState();
            assertHiddenOnlyWhereItBelongs();
            assertThat(terminal.run("delete", "s")).isZero();
        });
        assertThat(secrets.size()).isGreaterThan(8);
        assertThat(secrets.in(printed)).isEmpty();
        assertThat(printed).doesNotContain(HIDDEN);
        assertNoSecretInState();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDeployAmongFaultsShowsAndKeepsNoSecret(String fault) {
        String world = terminal.file("world.json", "{\"Faults\":[" + fault + "]}");
        String printed =
                whilePrinting(() -> deploy(terminal.file("t.yaml", TEMPLATE), "Hidden=" + HIDDEN, "--world", world));
        assertThat(secrets.size()).isPositive();
        assertThat(secrets.in(printed)).isEmpty();
        assertThat(printed).doesNotContain(HIDDEN);
        assertNoSecretInState();
    }

    static List<String> faults() {
        return FAULTS;
    }

    @Test
    void handlersPutNoSecretIntoEventsContextsAndLogs() {
        StringBuilder said = new StringBuilder();
        secrets.add(SLIPPED);
        String slip = "{\"CommitFails\":{\"Rulestack\":\"edge\",\"Times\":9,\"Message\":\"rule web is odd for "
                + SLIPPED + "\"}}";
        WireTap.during(
                secrets, () -> Stream.concat(FAULTS.stream(), Stream.of(slip)).forEach(fault -> live(fault, said)));
        assertThat(secrets.size()).isGreaterThan(8);
        assertThat(said.toString()).contains("rule web is odd for ****");
        assertThat(said.toString()).contains("IN_PROGRESS", "\"callbackContext\"", "FAILED", "SUCCESS");
        assertThat(secrets.in(said.toString())).isEmpty();
    }

    @Test
    void aLeakWouldBeFound() throws IOException {
        WireTap.during(secrets, () -> deploy(terminal.file("t.yaml", TEMPLATE), "Hidden=" + HIDDEN));
        String secret = secrets.any();
        assertThat(secrets.in("message: " + secret + ".")).contains(secret);
        assertThat(secrets.in("SecretAccessKey=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
                .containsExactly("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        Path leak = terminal.state().resolve("leak.json");
        Files.writeString(leak, "{\"token\":\"" + secret + "\"}");
        assertThat(leaks()).containsOnlyKeys(leak.toString());
    }

    private int deploy(String file, String parameter, String... more) {
        String[] words = {"deploy", file, "--stack-name", "s", "--parameters", parameter};
        return terminal.run(
                Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
    }

    /** Everything that goes to the terminal's streams or to the process's own. */
    private String whilePrinting(Runnable work) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            WireTap.during(secrets, work);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return terminal.everythingPrinted() + printed.toString(StandardCharsets.UTF_8);
    }

    private void assertNoSecretInState() {
        assertThat(leaks()).isEmpty();
    }

    /** Issued secrets by the state file that holds them; not even the files of hidden parameters may. */
    private Map<String, List<String>> leaks() {
        Map<String, List<String>> leaks = new TreeMap<>();
        stateFiles("").forEach((file, text) -> {
            if (!secrets.in(text).isEmpty()) {
                leaks.put(file, secrets.in(text));
            }
        });
        return leaks;
    }

    private void assertHiddenOnlyWhereItBelongs() {
        Map<String, String> files = stateFiles("stacks");
        files.values().removeIf(text -> !text.contains(HIDDEN));
        assertThat(files.keySet())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).endsWith(".secrets.json"));
    }

    /** File names to contents. */
    private Map<String, String> stateFiles(String folder) {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(terminal.state().resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private Driver driver(
            String type, Function<Platform, ? extends RequestStreamHandler> wrapper, World world, StringBuilder said) {
        return Driver.of(
                "PaloAltoNetworks::CloudNGFW::" + type,
                platform -> new OverheardHandler(wrapper.apply(overheard(platform)), secrets, said),
                world,
                1);
    }

    /** The lives of a rulestack, of a rule in another one, and of a firewall in a world with a fault. */
    private void live(String fault, StringBuilder said) {
        World world = World.parse(Terminal.json("{\"Faults\":[" + fault + "]}"));
        live(driver("RuleStack", com.paloaltonetworks.cloudngfw.rulestack.HandlerWrapper::new, world, said), """
                {"RuleStackName":"edge","RuleStack":{"Scope":"Local","Description":"as made"},
                 "RuleList":[{"RuleName":"web","RuleListType":"LocalRule","Priority":10,"Action":"Allow"}],
                 "Tags":[{"Key":"Team","Value":"network"}]}""");
        Driver rule =
                driver("SecurityRule", com.paloaltonetworks.cloudngfw.securityrule.HandlerWrapper::new, world, said);
        rule.service().console().putRulestack(Driver.REGION, "edge", Driver.json("{\"Scope\":\"Local\"}"));
        rule.service().console().commit(Driver.REGION, "edge");
        rule.withConfiguration("CommitForeignChanges", true);
        live(rule, """
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"web","Priority":10,"Action":"Allow",
                 "Tags":[{"Key":"Team","Value":"network"}]}""");
        live(driver("NGFW", com.paloaltonetworks.cloudngfw.ngfw.HandlerWrapper::new, world, said), """
                {"FirewallName":"fw","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "SubnetMappings":[{"SubnetId":"subnet-1"}],"Tags":[{"Key":"Team","Value":"network"}]}""");
    }

    /** Create, read, update and delete, however they end. */
    private static void live(Driver driver, String model) {
        try (driver) {
            ObjectNode made = Driver.json(model);
            ObjectNode changed = made.deepCopy();
            changed.withArray("Tags").addObject().put("Key", "Changed").put("Value", "yes");
            driver.create(made);
            driver.read(made);
            driver.update(made, changed);
            driver.delete(changed);
        }
    }

    /** A platform whose wire tells the secrets that it carries. */
    private Platform overheard(Platform platform) {
        return new RewiredPlatform(platform, network -> request -> {
            request.headers().forEach(secrets::addHeader);
            ApiResponse answer = network.send(request);
            secrets.addAnswer(answer.body());
            return answer;
        });
    }
}
