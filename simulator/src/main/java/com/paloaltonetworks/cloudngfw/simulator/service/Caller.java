package com.paloaltonetworks.cloudngfw.simulator.service;

import com.paloaltonetworks.cloudngfw.simulator.signature.Session;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param account the caller's AWS account
 * @param kind what the token stands for; null for the console and for signed calls
 * @param session the role session of a signed call
 */
record Caller(
        String account, @Nullable AdminKind kind, @Nullable Session session) {
    /** A person in the vendor's console, who may do everything. */
    static Caller console(String account) {
        return new Caller(account, null, null);
    }

    /** Local rulestacks belong to the rulestack administrator, global ones to the global rulestack administrator. */
    void requireScope(boolean global) {
        AdminKind needed = global ? AdminKind.GLOBAL_RULESTACK : AdminKind.RULESTACK;
        if (kind != null && kind != needed) {
            throw ApiError.denied("a " + kind.getPath() + " token may not change a " + (global ? "global" : "local")
                    + " rulestack, a " + needed.getPath() + " token is needed");
        }
    }
}
