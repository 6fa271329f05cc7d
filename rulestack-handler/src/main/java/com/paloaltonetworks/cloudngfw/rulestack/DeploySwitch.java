package com.paloaltonetworks.cloudngfw.rulestack;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The property {@code Deploy}, in every spelling that YAML makes of it: unquoted YES and NO arrive as booleans. */
enum DeploySwitch {
    YES,
    NO;

    /** A blank text says as little as none; empty for a word that is neither yes nor no. */
    static Optional<DeploySwitch> read(@Nullable String word) {
        return switch (word == null ? "" : word.strip().toLowerCase(Locale.ROOT)) {
            case "", "yes", "true" -> Optional.of(YES);
            case "no", "false" -> Optional.of(NO);
            default -> Optional.empty();
        };
    }

    static DeploySwitch of(ResourceModel model) {
        RuleStack settings = model.getRuleStack();
        return read(settings == null ? null : settings.getDeploy()).orElse(YES);
    }
}
