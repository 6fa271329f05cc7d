package com.paloaltonetworks.cloudngfw.simulator.signature;

import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Role;
import java.time.Instant;
import java.util.Locale;

/** A session of a role: temporary keys and whom they stand for. */
public record Session(AwsKeys keys, Role role, String name, Instant expires) {
    /** {@code arn:aws:sts::123456789012:assumed-role/Role/session}. */
    public String arn() {
        return role.arn()
                .replaceFirst(":iam:", ":sts:")
                .replaceFirst(":role/.*$", ":assumed-role/" + role.name() + "/" + name);
    }

    /** {@code AROA...:session}; the id is made of the role's name. */
    public String userId() {
        return "AROA" + SigV4.sha256(role.arn()).substring(0, 17).toUpperCase(Locale.ROOT) + ":" + name;
    }
}
