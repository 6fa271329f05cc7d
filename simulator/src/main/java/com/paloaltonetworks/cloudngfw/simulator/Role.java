package com.paloaltonetworks.cloudngfw.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.With;

/**
 * An IAM role of the simulated account.
 *
 * @param trust role ARNs, session ARNs, account ids, {@code arn:aws:iam::<account>:root}, service names or {@code *}
 */
@With
public record Role(String arn, Map<String, String> tags, List<String> trust) {
    public Role {
        tags = new LinkedHashMap<>(tags);
        trust = List.copyOf(trust);
    }

    public String account() {
        return account(arn);
    }

    /** The role's name without its path. */
    public String name() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    static String account(String arn) {
        return arn.split(":", -1)[4];
    }
}
