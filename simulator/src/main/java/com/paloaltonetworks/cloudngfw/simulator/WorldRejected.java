package com.paloaltonetworks.cloudngfw.simulator;

import java.util.List;
import java.util.stream.Collectors;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** The JSON form of a world is wrong in all these ways. */
@Getter
public final class WorldRejected extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    WorldRejected(List<Finding> findings) {
        super("The world is not valid: "
                + findings.stream()
                        .map(finding -> finding.path() + " " + finding.message())
                        .collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    /**
     * One thing that is wrong.
     *
     * @param path JSON pointer into the world
     * @param value what stands there, as text; null when nothing does
     * @param message what is wrong, to be read after the path
     * @param known for an unknown member the names that there are
     */
    public record Finding(String path, @Nullable String value, String message, List<String> known) {}
}
