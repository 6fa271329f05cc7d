package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.local.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and the other pages say is so. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern TIME = Pattern.compile("(?m)^ *\\+(\\d+):(\\d\\d)");
    private static final Pattern SERVICE = Pattern.compile("vpce-svc-[0-9a-f]+");
    private static final Pattern SWEPT = Pattern.compile(
            "\\*\\*all\\*\\* \\| (?<points>\\d+) \\| \\d+ \\| \\d+ \\| (?<orphans>\\d+) \\| (?<wrong>\\d+) \\|");
    private static final String LAUNCHER = "$ ./ngfw ";
    private static final String HEAD = " | head -n ";

    /** The waits are drawn by chance, so they vary with every call that is made; not by as much as this. */
    private static final int SECONDS_OF_CHANCE = 60;

    @Test
    void theTranscriptIsWhatTheCommandsSay() throws IOException {
        Path state = newFolder();
        List<Exchange> exchanges = transcript();
        assertThat(exchanges).hasSizeGreaterThan(4);
        for (Exchange exchange : exchanges) {
            String said = exchange.replay(state);
            assertThat(plain(said)).as(exchange.command()).isEqualTo(plain(exchange.output()));
            assertThat(furthestApart(times(said), times(exchange.output())))
                    .as("simulated times of %s", exchange.command())
                    .isLessThanOrEqualTo(SECONDS_OF_CHANCE);
        }
    }

    @Test
    void theFirstTemplateDeploys() throws IOException {
        Path folder = newFolder();
        Path template =
                Files.writeString(folder.resolve("first.yaml"), blocks("yaml").get(0));
        assertThat(run(folder, "validate", template.toString())).isEqualTo("No problems\n");
        assertThat(run(folder, "deploy", template.toString())).endsWith("Stack first: CREATE_COMPLETE\n");
    }

    @Test
    void theNumbersOfTheFaultSweepAreThoseOfItsPage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/verification/fault-sweep.md"));
        Matcher all = SWEPT.matcher(page);
        assertThat(all.find()).isTrue();
        long faults = page.lines()
                .dropWhile(line -> !line.startsWith("| fault |"))
                .filter(line -> line.matches("\\| [^|]+ \\| \\d.*"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .distinct()
                .count();
        assertThat(Files.readString(ROOT.resolve("README.md")).replaceAll("\\s+", " "))
                .contains(String.format(Locale.ROOT, "all %,d points", Integer.parseInt(all.group("points"))))
                .contains("but for " + all.group("orphans") + " at which a create lost")
                .contains("each of " + faults + " faults");
        assertThat(all.group("wrong")).isEqualTo("0");
    }

    @Test
    void continuousIntegrationRunsTheTestCommandThatReadmeNames() throws IOException {
        List<String> commands = Files.readAllLines(ROOT.resolve(".ci/run")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .filter(line -> !line.startsWith("set ") && !line.startsWith("cd "))
                .toList();
        assertThat(commands.get(0)).isEqualTo(blocks("sh").get(1).strip());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Path page) throws IOException {
        assertThat(LINK.matcher(Files.readString(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !target.contains(":"))
                        .filter(target -> !Files.exists(page.resolveSibling(target))))
                .isEmpty();
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CHANGELOG.md", "simulator/README.md")
                                    .map(ROOT::resolve),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    /** One command of the transcript, and what it printed on standard output. */
    private record Exchange(String command, String output) {

        String replay(Path state) throws IOException {
            String[] command = command().split(Pattern.quote(HEAD), 2);
            String said =
                    run(state, command[0].replace(" examples/", " ../examples/").split(" ", -1));
            return command.length == 1
                    ? said
                    : String.join(
                                    "\n",
                                    said.lines()
                                            .limit(Integer.parseInt(command[1]))
                                            .toList())
                            + "\n";
        }
    }

    private static List<Exchange> transcript() throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        for (String part : blocks("console").get(0).split("(?m)^(?=\\$ )", 0)) {
            assertThat(part).startsWith(LAUNCHER);
            int end = part.indexOf('\n');
            exchanges.add(new Exchange(part.substring(LAUNCHER.length(), end), part.substring(end + 1)));
        }
        return exchanges;
    }

    /** The contents of README's fenced blocks of one language. */
    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String run(Path folder, String... words) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", folder.resolve("state").toString(), "--seed", "1"));
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        assertThat(exit).as("%s: %s", all, err).isZero();
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static String plain(String text) {
        return SERVICE.matcher(TIME.matcher(text).replaceAll("+time")).replaceAll("vpce-svc-id");
    }

    private static List<Integer> times(String text) {
        return TIME.matcher(text).results().map(ReadmeTest::seconds).toList();
    }

    private static int seconds(MatchResult time) {
        return Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
    }

    private static int furthestApart(List<Integer> some, List<Integer> others) {
        int furthest = 0;
        for (int index = 0; index < some.size(); index++) {
            furthest = Math.max(furthest, Math.abs(some.get(index) - others.get(index)));
        }
        return furthest;
    }

    /** In the build's folder, as the handler runtime may empty the temporary one. */
    private static Path newFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "readme")), "case");
    }
}
