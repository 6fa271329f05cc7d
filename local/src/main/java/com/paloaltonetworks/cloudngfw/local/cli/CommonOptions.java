package com.paloaltonetworks.cloudngfw.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.cloud.CloudOptions;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.cloud.Rehearsal;
import com.paloaltonetworks.cloudngfw.local.cloud.StackName;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command understands. */
final class CommonOptions {

    /** How waiting is done. */
    enum Time {
        VIRTUAL,
        REAL
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where stacks and the simulated tenant are kept (default: .ngfw).")
    private Path state = Path.of(".ngfw");

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Option(
            names = "--ssm",
            paramLabel = "NAME=VALUE",
            arity = "1..*",
            description = "Values of SSM parameters and secrets.")
    private List<String> ssm = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides what is left to chance (default: drawn from the state).")
    private @Nullable Long seed;

    @Option(
            names = "--time",
            paramLabel = "virtual|real",
            description = "Whether waiting takes real time (default: virtual).")
    private Time time = Time.VIRTUAL;

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "Roles, tenant, timings and faults around the handlers.")
    private @Nullable Path world;

    @Option(names = "--account", paramLabel = "A", description = "Account of the stack.")
    private @Nullable String account;

    @Option(names = "--region", paramLabel = "R", description = "Region of the stack.")
    private @Nullable String region;

    boolean json() {
        return json;
    }

    Path state() {
        return state;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    StackName stack(String name) {
        return new StackName(name, account, region);
    }

    /** The local cloud for a command that only looks. */
    LocalCloud look() {
        return LocalCloud.look(options(), Progress.of(this));
    }

    boolean isRealTime() {
        return time == Time.REAL;
    }

    /** The local cloud for a command that does not end by itself: others would wait in vain, and it waits for nobody. */
    LocalCloud ownCloud() {
        return LocalCloud.open(options(), Progress.of(this), () -> {
            throw StackFailure.state("Another command works in " + state
                    + ", perhaps another ngfw serve: end it, or choose another folder with --state");
        });
    }

    private CloudOptions options() {
        return new CloudOptions(state, seed, isRealTime(), world, pairs("--ssm", ssm));
    }

    /** The local cloud for a command that changes something. */
    LocalCloud cloud() {
        return LocalCloud.open(options(), Progress.of(this), this::sayBusy);
    }

    /** A deploy that leaves no trace. */
    Rehearsal rehearsal() {
        return new Rehearsal(options(), this::sayBusy);
    }

    /** For commands that need no world: one that is named has to be one all the same. */
    void checkWorld() {
        options().givenWorld();
    }

    private void sayBusy() {
        err().println("Another command is working in " + state + "; waiting for it to end");
        err().flush();
    }

    /** Prints the document of a command that was asked for JSON. */
    void print(JsonNode document) {
        out().println(document.toPrettyString());
        out().flush();
    }

    /**
     * Reads {@code KEY=VALUE} words; a value may hold anything, further equals signs and commas included.
     *
     * @throws StackFailure for a word without an equals sign
     */
    static Map<String, String> pairs(String option, List<String> words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw StackFailure.usage("UsageError", option + " takes KEY=VALUE, but was given " + word);
            }
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }
}
