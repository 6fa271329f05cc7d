package com.paloaltonetworks.cloudngfw.local.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.cli.MainTest.InTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no templates, no worlds and no state: one clear error each, and exit 2. */
class HostileFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEMPLATE =
            "Resources: {Net: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}}\n";

    @TempDir(factory = InTarget.class)
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path template;

    @BeforeEach
    void write() throws IOException {
        template = Files.writeString(folder.resolve("t.yaml"), TEMPLATE);
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", state().toString(), "--seed", "1"));
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new)));
    }

    private Path state() {
        return folder.resolve("state");
    }

    private void refused(int exit, String message) {
        assertThat(exit).as(err.toString()).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("Exception").doesNotContain("InternalFailure");
    }

    @Test
    void aFolderIsNoTemplate() {
        refused(run("deploy", folder.toString()), "cannot be read: it is a folder");
        refused(run("validate", folder.toString()), "cannot be read: it is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/random"})
    void aDeviceIsNoTemplate(String device) {
        assumeTrue(Files.exists(Path.of(device)), "there is no " + device + " here");
        refused(run("deploy", device), "cannot be read: it is a device or a pipe");
        refused(run("deploy", template.toString(), "--world", device), "cannot be read: it is a device or a pipe");
    }

    @Test
    void aPipeThatNobodyWritesToIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(isMade(pipe), "there is no mkfifo here");
        refused(run("deploy", pipe.toString()), "cannot be read: it is a device or a pipe");
    }

    private static boolean isMade(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aLinkToItselfIsNoTemplate() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        refused(run("deploy", link.toString()), "The template " + link + " cannot be read: ");
    }

    @Test
    void aLinkToATemplateIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), template.getFileName());
        assertThat(run("validate", link.toString())).isZero();
    }

    @Test
    void whatIsNotUtf8IsNoTemplate() throws IOException {
        Files.write(template, TEMPLATE.getBytes(UTF_16));
        refused(run("deploy", template.toString()), "cannot be read: it is not UTF-8 text");
        Files.write(template, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        refused(run("deploy", template.toString()), "cannot be read: it is not UTF-8 text");
    }

    @Test
    void aTemplateOfHundredsOfMegabytesIsNotRead() throws IOException {
        try (var file = new RandomAccessFile(template.toFile(), "rw")) {
            file.setLength(800_000_000); // holes take no room on the disk
        }
        refused(run("deploy", template.toString()), "Template may not exceed 1000000 bytes in size.");
    }

    @Test
    void anEmptyTemplateIsRefused() throws IOException {
        Files.writeString(template, "");
        refused(run("deploy", template.toString()), "unsupported structure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | must be",
                "7 | must be",
                "{ | cannot be read",
                "{\"Account\":7,\"Timings\":[],\"Faults\":{},\"Roles\":\"x\"} | must be",
                "{\"Timings\":{\"CommitSeconds\":1e999999999}} | must be",
                "{\"Timings\":{\"CommitSeconds\":-1}} | must be",
                "{\"Timings\":{\"LatencyMillis\":99999999999999}} | must be",
                "null | must be",
            })
    void whatIsNoWorldIsRefused(String text, String message) throws IOException {
        Path world = Files.writeString(folder.resolve("w.json"), text);
        refused(run("deploy", template.toString(), "--world", world.toString()), message);
    }

    @Test
    void aWorldTooDeepOrTooLongIsRefused() throws IOException {
        Path world = Files.writeString(folder.resolve("w.json"), "{\"a\":".repeat(50_000));
        refused(run("deploy", template.toString(), "--world", world.toString()), "cannot be read");
        Files.writeString(world, "{\"Account\":\"" + "1".repeat(11_000_000) + "\"}");
        refused(run("deploy", template.toString(), "--world", world.toString()), "it is longer than 10000000 bytes");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "settings.json | garbage",
                "settings.json | []",
                "settings.json | {\"time\":\"yesterday\"}",
                "world.json | {",
                "world.json | {\"Account\":[]}",
                "tenant.json | \u0001garbage",
                "tenant.json | {\"Rulestacks\":[7]}",
                "tenant.json | {\"Rulestacks\":[{}]}",
                "tenant.json | {\"Rulestacks\":[null],\"Firewalls\":{\"a\":1}}",
                "stacks/123456789012/us-east-1/t.json | ``",
                "stacks/123456789012/us-east-1/t.json | {}",
                "stacks/123456789012/us-east-1/t.json | {\"stackName\":\"t\",\"status\":\"FINE\"}",
                "stacks/123456789012/us-east-1/t.json | {\"stackName\":\"t\",\"resources\":[]}",
            })
    void aStateThatSomebodyElseWroteIsRefused(String file, String text) throws IOException {
        assertThat(run("deploy", template.toString())).isZero();
        Files.writeString(state().resolve(file), text);
        refused(run("deploy", template.toString()), "");
        assertThat(err.toString()).containsAnyOf("cannot be read", "must be");
    }

    @Test
    void aStateThatIsTooDeepIsRefused() throws IOException {
        assertThat(run("deploy", template.toString())).isZero();
        Files.writeString(state().resolve("tenant.json"), "{\"a\":".repeat(100_000));
        refused(run("tenant"), "cannot be read: it is not JSON");
    }

    /** A stack's names become file names when it is saved. */
    @Test
    void aStackWhoseNamesLeadElsewhereIsRefused() throws IOException {
        assertThat(run("deploy", template.toString())).isZero();
        Path stack = state().resolve("stacks/123456789012/us-east-1/t.json");
        for (String name : List.of("stackName", "account", "region")) {
            var document = (ObjectNode) JSON.readTree(stack.toFile());
            Files.writeString(
                    stack, document.deepCopy().put(name, "../../../elsewhere").toString());
            refused(run("delete", "t"), "it holds no stack");
            Files.writeString(stack, document.toString());
        }
        assertThat(run("delete", "t")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--account, ../../x",
        "--account, 12345678901",
        "--region, ../us-east-1",
        "--region, us-east-1/..",
        "--stack-name, ../x",
    })
    void namesThatLeadElsewhereAreWrongUsage(String option, String value) throws IOException {
        refused(run("deploy", template.toString(), option, value), value);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aParameterOfMoreThanFourKilobytesIsRefused() throws IOException {
        Files.writeString(template, "Parameters: {P: {Type: Number}}\n" + TEMPLATE);
        refused(
                run("deploy", template.toString(), "--parameters", "P=" + "9".repeat(100_000)),
                "Parameter 'P' must be at most 4096 bytes long");
    }

    @Test
    void aBrokenByteDoesNotHideTheFileName() throws IOException {
        Files.write(template, "Resources: \u00e4".getBytes(ISO_8859_1));
        refused(run("validate", template.toString()), template.toString());
        assertThat(new String(Files.readAllBytes(template), UTF_8)).contains("\ufffd");
    }
}
