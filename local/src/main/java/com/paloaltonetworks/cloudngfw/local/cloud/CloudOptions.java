package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.TextFile;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.paloaltonetworks.cloudngfw.simulator.WorldRejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a command meets the local cloud.
 *
 * @param seed of everything that chance decides; null for the one that follows from the state
 * @param realTime whether waiting takes real time
 * @param world a new world for the state; null for the one it has
 * @param ssm SSM values to add to those of the state
 */
public record CloudOptions(
        Path state,
        @Nullable Long seed,
        boolean realTime,
        @Nullable Path world,
        Map<String, String> ssm) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_WORLD = 10_000_000;

    CloudOptions inVirtualTime() {
        return new CloudOptions(state, seed, false, world, ssm);
    }

    /**
     * The world that was named.
     *
     * @throws StackFailure when the file is no world
     */
    public Optional<World> givenWorld() {
        return Optional.ofNullable(world).map(CloudOptions::file).map(CloudOptions::world);
    }

    /** @throws StackFailure for what is no world */
    static World world(JsonNode json) {
        try {
            return World.parse(json);
        } catch (WorldRejected e) {
            throw StackFailure.usage(
                    "ValidationError",
                    "World file: " + e.getMessage(),
                    e.getFindings().stream().map(CloudOptions::problem).toList());
        } catch (IllegalArgumentException e) {
            throw StackFailure.usage("ValidationError", "World file: " + e.getMessage());
        }
    }

    private static Problem problem(WorldRejected.Finding finding) {
        String name = finding.path().substring(finding.path().lastIndexOf('/') + 1);
        String near = Nearest.orAll(name, finding.known(), "the members here are ");
        return Problem.error(finding.path(), finding.value(), finding.message(), near == null ? "" : near);
    }

    private static JsonNode file(Path path) {
        try {
            return JSON.readTree(new TextFile(path).read(LONGEST_WORLD));
        } catch (IOException e) {
            throw StackFailure.usage(
                    "ValidationError", "The world file " + path + " cannot be read: " + e.getMessage());
        }
    }
}
