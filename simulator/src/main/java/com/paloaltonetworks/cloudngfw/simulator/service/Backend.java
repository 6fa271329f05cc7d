package com.paloaltonetworks.cloudngfw.simulator.service;

import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyLists;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.StrictFields;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.paloaltonetworks.cloudngfw.simulator.fault.Faults;
import com.paloaltonetworks.cloudngfw.simulator.store.Configuration;
import com.paloaltonetworks.cloudngfw.simulator.store.Firewall;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Tenant;
import com.paloaltonetworks.cloudngfw.simulator.token.TokenOffice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What all endpoints share: the tenant, the clock, the world with its settings, the armed faults. */
record Backend(Tenant tenant, TokenOffice tokens, Faults faults, Supplier<World> currentWorld, InstantSource clock) {
    World world() {
        return currentWorld.get();
    }

    Instant now() {
        return clock.instant();
    }

    ApiSettings api() {
        return world().api();
    }

    EmptyLists emptyLists() {
        return api().emptyLists();
    }

    boolean strict() {
        return api().strictFields() == StrictFields.ON;
    }

    Rulestack rulestack(Request request) {
        return rulestack(request.region(), request.at("rulestack"));
    }

    Rulestack rulestack(String region, String name) {
        return tenant.rulestack(region, name).orElseThrow(() -> ApiError.notFound("rulestack", name));
    }

    /**
     * A rulestack the caller is about to change.
     *
     * @throws ApiError also when it is marked for deletion, which is a guess, and while a commit shuts edits out
     */
    Rulestack editable(Request request) {
        Rulestack rulestack = rulestack(request);
        request.caller().requireScope(rulestack.isGlobal());
        if (rulestack.isMarkedForDeletion()) {
            throw ApiError.notFound("rulestack", rulestack.getName());
        }
        refuseDuringCommit(rulestack);
        return rulestack;
    }

    void refuseDuringCommit(Rulestack rulestack) {
        if (rulestack.getCommit() != null && api().editsDuringCommit() == EditsDuringCommit.REJECT) {
            throw ApiError.invalidOperation("commit in progress for rulestack " + rulestack.getName());
        }
    }

    static void edit(Rulestack rulestack, UnaryOperator<Configuration> change) {
        rulestack.setCandidate(change.apply(rulestack.getCandidate()));
    }

    /** A firewall by name; one of another account is as good as none. */
    Firewall firewall(Request request) {
        String name = request.at("firewall");
        String account = request.parameters().text("AccountId");
        return tenant.firewall(request.region(), name)
                .filter(found -> account == null || found.getAccountId().equals(account))
                .orElseThrow(() -> ApiError.notFound("firewall", name));
    }

    /** A firewall by name, for the calls that cannot do without the account. */
    Firewall firewallOfAccount(Request request) {
        if (request.parameters().text("AccountId") == null) {
            throw ApiError.invalid("AccountId is required");
        }
        return firewall(request);
    }

    /** Update tokens are optional; a stale one is refused, none at all means last writer wins. */
    static void checkToken(@Nullable String given, String current, String kind, String name) {
        if (given != null && !given.isEmpty() && !given.equals(current)) {
            throw ApiError.staleToken(kind, name);
        }
    }

    /** Guess: tokens count up. */
    static String nextToken(String current) {
        return String.valueOf(Long.parseLong(current) + 1);
    }
}
