package com.paloaltonetworks.cloudngfw.core.deploy;

import java.util.List;
import lombok.AllArgsConstructor;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A look at others' uncommitted entries that one invocation had no time for, kept for the next. */
@Data
@NoArgsConstructor
@AllArgsConstructor
public final class Look {

    /** Those of resources of the same stack. */
    private List<String> siblings = List.of();

    /** Those of anybody else. */
    private List<String> foreign = List.of();

    /** Milliseconds of the epoch when the last of them was looked at; null while some are still to be looked at. */
    private @Nullable Long wholeSince;
}
