package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.local.cli.Main;
import com.paloaltonetworks.cloudngfw.local.state.StateDirectory;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The command line over a state folder of its own, used as a script uses it: words in; exit code and two streams out. */
public final class Terminal {

    public static final String REGION = "us-east-1";

    /** Longer than anything the service does takes. */
    private static final Duration LONG = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    // Not the temporary folder: handlers of the library empty it.
    private static final Path PLACE = Path.of("target", "terminals");

    private final Path folder;
    private final List<String> seed;
    private final StringBuilder everything = new StringBuilder();
    private String out = "";
    private String err = "";

    public Terminal() {
        this(List.of("--seed", "1"));
    }

    /** As a person uses it. */
    static Terminal withoutSeed() {
        return new Terminal(List.of());
    }

    private Terminal(List<String> seed) {
        this.seed = seed;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(PLACE), "t");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one command; its exit code. */
    public int run(String... words) {
        StringWriter outWriter = new StringWriter();
        StringWriter errWriter = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", state().toString()));
        all.addAll(seed);
        int exit = Main.run(new PrintWriter(outWriter), new PrintWriter(errWriter), all.toArray(String[]::new));
        out = outWriter.toString();
        err = errWriter.toString();
        everything.append(out).append(err);
        return exit;
    }

    /** Runs a command with {@code --json} that has to exit with this code; its document. */
    public JsonNode exits(int code, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        int exit = run(all.toArray(String[]::new));
        assertThat(exit).as(String.join(" ", words) + "\n" + out + err).isEqualTo(code);
        return json(out);
    }

    public JsonNode succeeds(String... words) {
        return exits(0, words);
    }

    /** What the simulated service holds. */
    public JsonNode tenant() {
        return succeeds("tenant");
    }

    public JsonNode rulestack(String name) {
        return only(tenant().path("Rulestacks"), "RuleStackName", name);
    }

    /** The member of a list that has this value there. */
    public static JsonNode only(JsonNode list, String member, String value) {
        List<JsonNode> found = new ArrayList<>();
        list.forEach(each -> {
            if (each.path(member).asText().equals(value)) {
                found.add(each);
            }
        });
        assertThat(found).as(member + " " + value).hasSize(1);
        return found.get(0);
    }

    /** Why a resource failed for the first time in what the document of a stack tells. */
    public static String failure(JsonNode stack, String logicalId) {
        List<String> reasons = new ArrayList<>();
        stack.path("Events").forEach(event -> {
            if (event.path("LogicalResourceId").asText().equals(logicalId)
                    && event.path("ResourceStatus").asText().endsWith("_FAILED")) {
                reasons.add(event.path("ResourceStatusReason").asText());
            }
        });
        assertThat(reasons).as("failures of " + logicalId).isNotEmpty();
        return reasons.get(reasons.size() - 1); // events come newest first
    }

    public void assertEmptyTenant() {
        JsonNode tenant = tenant();
        assertThat(tenant.path("Rulestacks")).isEmpty();
        assertThat(tenant.path("Firewalls")).isEmpty();
    }

    /** Every rulestack's candidate is what runs. */
    public void assertNothingUncommitted() {
        tenant().path("Rulestacks")
                .forEach(rulestack -> assertThat(rulestack.path("Candidate")).isEqualTo(rulestack.path("Running")));
    }

    /** Works in the vendor's console between two commands, and lets the service finish what that sets going. */
    public void inConsole(Consumer<Console> work) {
        try (StateDirectory state = StateDirectory.open(state(), () -> {})) {
            World world = World.parse(state.world().orElseThrow());
            AtomicReference<Instant> clock = new AtomicReference<>(Objects.requireNonNull(state.time()));
            try (Simulator service =
                    Simulator.start(world, clock::get, state.tenant().orElseThrow())) {
                work.accept(service.console());
                clock.updateAndGet(now -> now.plus(LONG));
                state.saveTenant(service.saveState());
                state.saveTime(clock.get());
            }
        }
    }

    /** Writes a file next to the state; its path. */
    public String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path state() {
        return folder.resolve("state");
    }

    public String out() {
        return out;
    }

    public String err() {
        return err;
    }

    /** Both streams of all commands so far. */
    String everythingPrinted() {
        return everything.toString();
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Not one JSON document: " + text, e);
        }
    }
}
