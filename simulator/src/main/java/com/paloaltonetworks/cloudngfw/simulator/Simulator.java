package com.paloaltonetworks.cloudngfw.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.RequestFault;
import com.paloaltonetworks.cloudngfw.simulator.fault.Faults;
import com.paloaltonetworks.cloudngfw.simulator.http.HttpFront;
import com.paloaltonetworks.cloudngfw.simulator.service.CloudNgfw;
import com.paloaltonetworks.cloudngfw.simulator.signature.KeyRing;
import com.paloaltonetworks.cloudngfw.simulator.signature.Session;
import com.paloaltonetworks.cloudngfw.simulator.store.Tenant;
import com.paloaltonetworks.cloudngfw.simulator.sts.SecurityTokenService;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Cloud NGFW tenant and the STS it trusts: over HTTP on loopback, from the first moment somebody asks where it is, or called
 * directly through {@link #handle}.
 *
 * <p>Never waits: what takes time in the service is derived from the clock at each call. Calls are handled one at a
 * time. Tokens and keys end with the simulator; {@link #saveState()} holds everything else.
 */
public final class Simulator implements AutoCloseable {
    private static final String REGION = "([a-z]{2}(?:-[a-z]+)+-\\d)";
    private static final Pattern API = Pattern.compile("/cloudngfw/" + REGION + "(/.*)");
    /** The service's own host; the tenant-wide calls go to that of one Region. */
    private static final Pattern HOST =
            Pattern.compile("api\\." + REGION + "\\.aws\\.cloudngfw\\.paloaltonetworks\\.com(?::\\d+)?");

    /** The SDK for Java drops the path of an endpoint it is given, so STS answers at the root. */
    private static final Set<String> STS = Set.of("", "/", "/sts", "/sts/");

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Object lock = new Object();
    private final InstantSource clock;
    private final Tenant tenant = new Tenant();
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final KeyRing keys = new KeyRing();
    private final SecurityTokenService sts = new SecurityTokenService(keys);
    private final CloudNgfw service;
    private @Nullable HttpFront front;
    private volatile World world;
    private volatile Consumer<Duration> onDelay = delay -> {};

    private Simulator(World world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
        this.service = new CloudNgfw(this::world, clock, tenant, faults, keys);
        world.faults().forEach(faults::add);
    }

    /** A fresh tenant. */
    public static Simulator start(World world, InstantSource clock) {
        return new Simulator(world, clock);
    }

    /** A tenant that goes on from a saved state, with the faults that were still armed then. */
    public static Simulator start(World world, InstantSource clock, JsonNode savedState) {
        Simulator simulator = new Simulator(world, clock);
        simulator.restore(savedState);
        return simulator;
    }

    private void restore(JsonNode state) {
        tenant.load(state);
        state.path("Requests")
                .properties()
                .forEach(each ->
                        requests.restore(Map.of(each.getKey(), each.getValue().asInt())));
        if (state.has("Faults")) {
            ObjectNode armed = JsonNodeFactory.instance.objectNode();
            armed.set("Faults", state.path("Faults"));
            faults.clear();
            World.parse(armed).faults().forEach(faults::add);
        }
    }

    /** Everything but tokens and keys. */
    public ObjectNode saveState() {
        synchronized (lock) {
            service.advance();
            ObjectNode state = JsonNodeFactory.instance.objectNode();
            tenant.save(state);
            state.set("Requests", counts());
            ArrayNode armed = state.putArray("Faults");
            faults.armed().stream().map(FaultRule::toJson).forEach(armed::add);
            return state;
        }
    }

    private ObjectNode counts() {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        requests.counts().forEach(counts::put);
        return counts;
    }

    /** Where a region's API is; {@code /v1/...} follows. All regions share the tenant, its content is per region. */
    public URI api(String region) {
        return URI.create("http://127.0.0.1:" + port() + "/cloudngfw/" + region);
    }

    public URI sts() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private int port() {
        synchronized (lock) {
            if (front == null) {
                front = HttpFront.open(this::handleOnTime);
            }
            return front.port();
        }
    }

    /**
     * Temporary keys of a role of the world, without asking for trust: CloudFormation gets those of the execution role
     * this way.
     */
    public AwsKeys credentialsOf(String roleArn) {
        Role role =
                world.role(roleArn).orElseThrow(() -> new IllegalArgumentException("The world has no role " + roleArn));
        return keys.issue(role, "cloudformation", clock.instant().plus(LONGEST_SESSION))
                .keys();
    }

    /** Whose session these keys are, also when it is over; empty when this simulator has not issued them. */
    public Optional<Session> session(AwsKeys held) {
        return keys.find(held.accessKeyId()).filter(session -> session.keys().equals(held));
    }

    /** {@code {"Rulestacks": [], "Firewalls": [], "Requests": {}}} in the API's field names. */
    public ObjectNode tenant() {
        synchronized (lock) {
            return service.tenant().set("Requests", counts());
        }
    }

    /** All that the API can be asked, as {@code METHOD /path/with/{placeholders}}. */
    public List<String> endpoints() {
        return service.templates();
    }

    public RequestLog requests() {
        return requests;
    }

    public Faults faults() {
        return faults;
    }

    public World world() {
        return world;
    }

    /** From the next call on this is the world; its faults are armed if they are not the ones of the world before. */
    public void world(World changed) {
        synchronized (lock) {
            List<FaultRule> before = world.faults();
            world = changed;
            changed.faults().stream().filter(fault -> !before.contains(fault)).forEach(faults::add);
        }
    }

    public Console console() {
        return new Console(service, lock);
    }

    /** Who spends the time of a delayed answer, on the request's thread; by default nobody does. */
    public void onDelay(Consumer<Duration> waiting) {
        onDelay = waiting;
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (front != null) {
                front.close();
            }
        }
    }

    private Answer handleOnTime(Call call) {
        Answer answer = handle(call, Door.HANDLERS);
        if (!answer.delay().isZero()) {
            onDelay.accept(answer.delay());
        }
        return answer;
    }

    /**
     * Handles a call as the socket would, without one. The API is found by path or, as in AWS, by host name.
     *
     * @return an answer whose delay is still to be spent
     */
    public Answer handle(Call call, Door door) {
        synchronized (lock) {
            Matcher host = HOST.matcher(Objects.requireNonNullElse(call.header("Host"), ""));
            Matcher api = API.matcher(call.path());
            if (host.matches()) {
                return apiCall(call, host.group(1), call.path(), door);
            }
            if (STS.contains(call.path())) {
                return stsCall(call, door);
            }
            return api.matches() ? apiCall(call, api.group(1), api.group(2), door) : service.noSuchRoute();
        }
    }

    /** Whether a call names the service's own host. */
    public static boolean isForApiHost(Call call) {
        String host = call.header("Host");
        return host != null && HOST.matcher(host).matches();
    }

    private Answer stsCall(Call call, Door door) {
        String action = SecurityTokenService.parameters(call).getOrDefault("Action", "");
        String name = "STS " + action;
        return faulty(name, name, () -> sts.handle(call, world, clock.instant(), door));
    }

    private Answer apiCall(Call call, String region, String path, Door door) {
        Supplier<Answer> work = () -> service.handle(call, region, path, door);
        return service.template(call.method(), path)
                .map(template -> faulty(template, call.method() + " " + path, work))
                .orElseGet(work);
    }

    private Answer faulty(String template, String request, Supplier<Answer> work) {
        RequestFault fault = faults.befalling(request).orElse(null);
        if (fault != null && fault.effect() == FaultRule.Effect.DROP_REQUEST) {
            return Answer.lost();
        }
        requests.add(template);
        return fault == null ? work.get() : befallen(fault, work);
    }

    private Answer befallen(RequestFault fault, Supplier<Answer> work) {
        return switch (fault.effect()) {
            case DROP_REQUEST -> Answer.lost();
            case DROP_ANSWER -> work.get().asLost();
            case THROTTLE -> service.throttled();
            case HTTP_500 -> service.serverFault();
            case GATEWAY_429 -> service.throttledAtGateway();
            case EXPIRE_TOKENS -> {
                service.expireTokens();
                yield work.get();
            }
            case DELAY -> work.get().withDelay(fault.delay());
        };
    }
}
