package com.paloaltonetworks.cloudngfw.simulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.ErrorStatus;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.paloaltonetworks.cloudngfw.simulator.Door;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.paloaltonetworks.cloudngfw.simulator.fault.Faults;
import com.paloaltonetworks.cloudngfw.simulator.signature.KeyRing;
import com.paloaltonetworks.cloudngfw.simulator.signature.Session;
import com.paloaltonetworks.cloudngfw.simulator.signature.SignatureCheck;
import com.paloaltonetworks.cloudngfw.simulator.signature.SignatureRefused;
import com.paloaltonetworks.cloudngfw.simulator.store.Outcome;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Tenant;
import com.paloaltonetworks.cloudngfw.simulator.token.ApiToken;
import com.paloaltonetworks.cloudngfw.simulator.token.TokenOffice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Cloud NGFW API of one tenant, without a socket: finds the endpoint, lets the caller in or not, brings the state up
 * to the clock, and answers in the vendor's envelope. Callers see to it that only one call is handled at a time.
 */
public final class CloudNgfw {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Backend backend;
    private final Commits commits;
    private final FirewallLife life;
    private final Routes routes;
    private final SignatureCheck signatures;
    private final SignatureCheck signaturesOfTools;

    public CloudNgfw(Supplier<World> world, InstantSource clock, Tenant tenant, Faults faults, KeyRing keys) {
        this.backend = new Backend(tenant, new TokenOffice(), faults, world, clock);
        this.life = new FirewallLife(backend);
        this.commits = new Commits(backend, life::pushToAll);
        this.routes = new Routes(backend, commits, life);
        this.signatures = new SignatureCheck(keys, "execute-api", SKEW, null);
        this.signaturesOfTools = new SignatureCheck(keys, "execute-api", SKEW, InstantSource.system());
    }

    /** The names of all endpoints, {@code METHOD /path/with/{placeholders}}. */
    public List<String> templates() {
        return routes.all().stream().map(Route::name).toList();
    }

    /** The endpoint's name, {@code METHOD /path/with/{placeholders}}, if there is one. */
    public Optional<String> template(String method, String path) {
        return routes.match(method, path).map(match -> match.route().name());
    }

    /** @param path the call's path below the region */
    public Answer handle(Call call, String region, String path, Door door) {
        try {
            Routes.Match match = routes.match(call.method(), path).orElseThrow(GatewayError::noSuchRoute);
            Caller caller =
                    match.route().access() == Access.SIGNED ? signer(call, region, door) : bearer(call, match.route());
            Parameters parameters = Parameters.read(call.query(), new String(call.body(), UTF_8));
            advance();
            return success(match.route().handler().apply(new Request(region, match.path(), parameters, caller)));
        } catch (GatewayError e) {
            return gatewayAnswer(e);
        } catch (ApiError e) {
            return errorAnswer(e);
        }
    }

    private Caller signer(Call call, String region, Door door) throws GatewayError {
        SignatureCheck check = switch (door) {
            case HANDLERS -> signatures;
            case TOOLS -> signaturesOfTools;
        };
        try {
            Session session = check.check(call, region::equals, backend.now());
            return new Caller(session.role().account(), null, session);
        } catch (SignatureRefused e) {
            throw GatewayError.of(e);
        }
    }

    private Caller bearer(Call call, Route route) throws GatewayError {
        String jwt = call.header("Authorization");
        ApiToken token =
                backend.tokens().valid(jwt == null ? "" : jwt, backend.now()).orElseThrow(GatewayError::badToken);
        if (!backend.tokens().getSubscriptionKey().equals(call.header("x-api-key"))) {
            throw GatewayError.badKey();
        }
        route.access().require(token.kind(), route.name());
        return new Caller(token.account(), token.kind(), null);
    }

    private static Answer success(Reply reply) {
        ObjectNode envelope = reply.wrapped() ? Json.object() : reply.content();
        if (reply.wrapped()) {
            envelope.set("Response", reply.content());
        }
        envelope.putObject("ResponseStatus").put("ErrorCode", 0);
        return Answer.of(200, "application/json", envelope.toString());
    }

    private Answer errorAnswer(ApiError error) {
        ObjectNode envelope = Json.object();
        envelope.putObject("Response");
        envelope.putObject("ResponseStatus").put("ErrorCode", error.getCode()).put("Reason", error.getMessage());
        int status = backend.api().errorStatus() == ErrorStatus.HTTP200 ? 200 : error.getCode();
        return Answer.of(status, "application/json", envelope.toString());
    }

    private static Answer gatewayAnswer(GatewayError error) {
        String body = Json.object().put("message", error.getMessage()).toString();
        return Answer.of(error.getStatus(), "application/json", body).withHeader("x-amzn-ErrorType", error.getType());
    }

    /** The service's own word for too many calls. */
    public Answer throttled() {
        return errorAnswer(ApiError.throttled());
    }

    public Answer serverFault() {
        return errorAnswer(ApiError.serverFault());
    }

    /** The gateway's words for a path it does not know. */
    public Answer noSuchRoute() {
        return gatewayAnswer(GatewayError.noSuchRoute());
    }

    /** The gateway's word for too many calls. */
    public Answer throttledAtGateway() {
        return gatewayAnswer(GatewayError.tooManyRequests());
    }

    public void expireTokens() {
        backend.tokens().expireAll();
    }

    /** Brings commits and firewalls to where they are by now. */
    public void advance() {
        Instant now = backend.now();
        backend.tenant().rulestacks().forEach(rulestack -> commits.advance(rulestack, now));
        backend.tenant().firewalls().forEach(firewall -> life.advance(firewall, now));
    }

    /**
     * What a person does in the vendor's console: an endpoint, without a token and without being counted.
     *
     * @throws IllegalStateException if the service refuses
     */
    public ObjectNode inConsole(String region, String method, String path, ObjectNode body) {
        Routes.Match match = routes.match(method, path).orElseThrow();
        Caller person = Caller.console(backend.world().account());
        advance();
        try {
            return match.route()
                    .handler()
                    .apply(new Request(region, match.path(), Parameters.of(body), person))
                    .content();
        } catch (ApiError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Rulestack inConsole(String region, String name) {
        return backend.tenant()
                .rulestack(region, name)
                .orElseThrow(() -> new IllegalStateException("rulestack " + name + " does not exist"));
    }

    /** Commits at once; throws if validation finds something. */
    public void commitInConsole(String region, String name) {
        advance();
        Rulestack rulestack = inConsole(region, name);
        Outcome outcome = commits.commitNow(rulestack, backend.now());
        if (!outcome.success()) {
            throw new IllegalStateException(String.join("; ", outcome.messages()));
        }
    }

    /** The tenant's content in the API's field names. */
    public ObjectNode tenant() {
        advance();
        return TenantJson.of(backend.tenant(), new Firewalls(backend, life), life);
    }

    /** Ends a firewall's life at once, whatever it is doing. */
    public void dropFirewall(String region, String name) {
        backend.tenant()
                .remove(backend.tenant()
                        .firewall(region, name)
                        .orElseThrow(() -> new IllegalStateException("firewall " + name + " does not exist")));
    }

    /** Ends a rulestack's life at once, running configuration included. */
    public void dropRulestack(String region, String name) {
        backend.tenant().remove(inConsole(region, name));
    }
}
