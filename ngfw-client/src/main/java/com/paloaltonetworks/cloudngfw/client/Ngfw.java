package com.paloaltonetworks.cloudngfw.client;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The service, for one caller. Built per invocation; it keeps nothing but where to call and on whose behalf.
 *
 * <p>The admin kind chooses the token. Reads take any; writes to rulestacks take RULESTACK for a local and
 * GLOBAL_RULESTACK for a global one; writes to firewalls take FIREWALL, except that associating a global rulestack takes
 * GLOBAL_RULESTACK by the vendor's tables and FIREWALL by its tools.
 */
public final class Ngfw {

    private final Map<AdminKind, Api> apis;
    private final Tokens tokens;

    private Ngfw(Map<AdminKind, Api> apis, Tokens tokens) {
        this.apis = apis;
        this.tokens = tokens;
    }

    public static Ngfw of(Platform platform, Access access) {
        return of(platform, access, line -> {});
    }

    /** @param log takes one line per write: method, path and outcome; never a body, a token or a key */
    public static Ngfw of(Platform platform, Access access, Consumer<String> log) {
        Tokens tokens = new Tokens(platform, access);
        Map<AdminKind, Api> apis = new EnumMap<>(AdminKind.class);
        for (AdminKind kind : AdminKind.values()) {
            apis.put(kind, new Api(access.base(), Transports.standard(platform, tokens, kind, log), platform::now));
        }
        return new Ngfw(apis, tokens);
    }

    public RulestackApi rulestack(String name, AdminKind admin) {
        return new RulestackApi(api(admin), name);
    }

    public RulestacksApi rulestacks(AdminKind admin) {
        return new RulestacksApi(api(admin));
    }

    public FirewallsApi firewalls(AdminKind admin) {
        return new FirewallsApi(api(admin));
    }

    /** Read with a rulestack admin's token, as the vendor's tools do. */
    public Catalogues catalogues() {
        return new Catalogues(api(AdminKind.RULESTACK));
    }

    /** As the token says; buys one when there is none. */
    public TenantGeneration tenantGeneration(AdminKind admin) {
        return TenantGeneration.of(tokens.current(admin));
    }

    /** Ends this caller's tokens, as far as the service lets us. */
    public void revokeTokens() {
        tokens.revoke();
    }

    public ProgrammaticAccess describeAccess() {
        return tokens.describe();
    }

    private Api api(AdminKind admin) {
        return apis.get(admin);
    }
}
