package com.paloaltonetworks.cloudngfw.simulator.service;

import static com.paloaltonetworks.cloudngfw.simulator.token.AdminKind.FIREWALL;
import static com.paloaltonetworks.cloudngfw.simulator.token.AdminKind.GLOBAL_RULESTACK;
import static com.paloaltonetworks.cloudngfw.simulator.token.AdminKind.RULESTACK;

import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.util.List;

/** Who may call an endpoint: the vendor's permission tables. */
@SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
enum Access {
    /** Signed by a role with AWS keys, no token. */
    SIGNED,
    ANYONE(FIREWALL, RULESTACK, GLOBAL_RULESTACK),
    /** One of the two, by the scope of the rulestack; {@link Caller#requireScope} decides. */
    RULESTACK_WRITERS(RULESTACK, GLOBAL_RULESTACK),
    RULESTACK_ADMINS(RULESTACK, GLOBAL_RULESTACK),
    FIREWALL_ADMIN(FIREWALL),
    FIREWALL_OR_LOCAL_RULESTACK_ADMIN(FIREWALL, RULESTACK),
    GLOBAL_RULESTACK_ADMIN(GLOBAL_RULESTACK);

    private final List<AdminKind> kinds;

    Access(AdminKind... kinds) {
        this.kinds = List.of(kinds);
    }

    void require(AdminKind kind, String route) {
        if (!kinds.contains(kind)) {
            List<String> needed = kinds.stream().map(AdminKind::getPath).toList();
            throw ApiError.denied(
                    "a " + kind.getPath() + " token may not call " + route + ", one of " + needed + " may");
        }
    }
}
