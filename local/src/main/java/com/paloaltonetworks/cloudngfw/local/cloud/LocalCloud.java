package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.JdkNetwork;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.RealScheduler;
import com.paloaltonetworks.cloudngfw.executor.Scheduler;
import com.paloaltonetworks.cloudngfw.executor.SchedulerPlatform;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.local.stack.DriftReport;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackEngine;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.stack.StackListener;
import com.paloaltonetworks.cloudngfw.local.state.StackStore;
import com.paloaltonetworks.cloudngfw.local.state.StateDirectory;
import com.paloaltonetworks.cloudngfw.local.template.ParameterValues;
import com.paloaltonetworks.cloudngfw.local.template.Parameters;
import com.paloaltonetworks.cloudngfw.local.template.PreparedTemplate;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.PseudoParameters;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import com.paloaltonetworks.cloudngfw.local.template.TemplateFrame;
import com.paloaltonetworks.cloudngfw.local.template.TemplateReader;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** CloudFormation, the AWS account and the simulated service on this machine, for the length of one command. */
public final class LocalCloud implements AutoCloseable {

    private final StateDirectory state;
    private final World world;
    private final Scheduler scheduler;
    private final Simulator simulator;
    private final Platform platform;
    private final TypeRegistry types;
    private final StackEngine engine;
    private final StackStore store;
    private final StoredValues values;

    private LocalCloud(StateDirectory state, CloudOptions options, StackListener listener) {
        this.state = state;
        this.world = options.givenWorld()
                .orElseGet(() -> state.world().map(CloudOptions::world).orElseGet(World::standard));
        Map<String, String> ssm = new LinkedHashMap<>(state.ssm());
        ssm.putAll(options.ssm());
        this.scheduler = scheduler(state, options);
        this.simulator = simulator();
        DelayedWire wire = new DelayedWire(new JdkNetwork(), scheduler);
        simulator.onDelay(wire::delay);
        this.platform = new SchedulerPlatform(scheduler, wire, world.timings().latency());
        this.types = new TypeRegistry(Catalogue.types(scheduler, platform));
        this.engine = new StackEngine(types, scheduler, listener);
        this.store = state.stacks(resource -> types.type(resource.type()).writeOnly());
        this.values = new StoredValues(ssm, store::all);
    }

    /** @param busy called when another command works in the state, which has to end first */
    public static LocalCloud open(CloudOptions options, StackListener listener, Runnable busy) {
        return begin(StateDirectory.open(options.state(), busy), options, listener);
    }

    /** As {@link #open}, but nothing that happens outlives the command. */
    static LocalCloud rehearse(CloudOptions options, StackListener listener, Runnable busy) {
        return begin(StateDirectory.rehearse(options.state(), busy), options, listener);
    }

    private static LocalCloud begin(StateDirectory state, CloudOptions options, StackListener listener) {
        try {
            LocalCloud cloud = new LocalCloud(state, options, listener);
            if (options.world() != null) {
                state.saveTenant(cloud.simulator.saveState()); // with the faults that this world has armed
            }
            state.saveWorld(cloud.world.toJson());
            state.saveSsm(cloud.values.given());
            return cloud;
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /** For commands that only look: waits for nobody and leaves the state as it is. */
    public static LocalCloud look(CloudOptions options, StackListener listener) {
        return new LocalCloud(StateDirectory.look(options.state()), options, listener);
    }

    /** A tenant that goes on from the world it has seen last, so that new faults of a new world are armed. */
    private Simulator simulator() {
        Optional<JsonNode> tenant = state.tenant();
        if (tenant.isEmpty()) {
            return Simulator.start(world, scheduler::now);
        }
        World before = state.world().map(CloudOptions::world).orElse(world);
        try {
            Simulator goingOn = Simulator.start(before, scheduler::now, tenant.get());
            goingOn.world(world);
            return goingOn;
        } catch (IllegalArgumentException e) {
            throw state.brokenTenant(e.getMessage());
        }
    }

    /** Time goes on from the latest moment that the state has seen: nothing in it may lie in the future. */
    private static Scheduler scheduler(StateDirectory state, CloudOptions options) {
        Instant wall = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant seen = state.time();
        Instant start = seen == null || seen.isBefore(wall) ? wall : seen;
        long seed = options.seed() == null ? state.lot() : options.seed();
        return options.realTime()
                ? new AheadScheduler(new RealScheduler(seed), Duration.between(wall, start))
                : new VirtualScheduler(seed, start);
    }

    /** The simulated moment. */
    public Instant now() {
        return scheduler.now();
    }

    public TypeRegistry types() {
        return types;
    }

    /** The outcome of a deploy of a template. */
    public record Deployed(Stack stack, boolean changed, PreparedTemplate prepared, List<Problem> notices) {}

    /**
     * Creates or updates a stack; its status says how that ended.
     *
     * @throws TemplateRejected with all problems of a template whose frame or parameters are wrong
     */
    public Deployed deploy(DeployRequest request) {
        try {
            return deployed(request);
        } catch (TemplateRejected first) {
            List<Problem> all = validate(request);
            throw all.stream().anyMatch(Problem::isError) ? new TemplateRejected(all) : first;
        }
    }

    private Deployed deployed(DeployRequest request) {
        Template template = TemplateFrame.check(TemplateReader.read(request.template()));
        types.check(template);
        Optional<Stack> existing = request.stack().in(store.all());
        Stack stack = existing.orElseGet(() -> newStack(request.stack()));
        List<Problem> notices = new ArrayList<>();
        existing.flatMap(Stack::settleInterrupted).ifPresent(notice -> notices.add(Problem.warning("", null, notice)));
        ParameterValues parameters = Parameters.resolve(
                template.parameters(), request.parameters(), stack.getParameters(), values::parameter);
        PreparedTemplate prepared = PreparedTemplate.of(
                template,
                parameters,
                new PseudoParameters(stack.getAccount(), stack.getRegion(), stack.getStackName(), stack.getStackId()));
        Capabilities.check(prepared.resources().values(), request.capabilities());
        Map<String, String> tags = new LinkedHashMap<>(stack.getTags());
        tags.putAll(request.tags());
        StackEngine.Wish wish = new StackEngine.Wish(tags, request.disableRollback());
        LocalEnvironment environment = environment(stack);
        boolean changed = true;
        if (existing.isPresent()) {
            changed = engine.update(stack, prepared, wish, environment);
        } else {
            state.saveStacksMade(state.stacksMade() + 1);
            engine.create(stack, prepared, wish, environment);
        }
        save(stack);
        notices.addAll(parameters.notices());
        return new Deployed(stack, changed, prepared, notices);
    }

    private Stack newStack(StackName name) {
        name.checkForm();
        String account = name.account() == null ? world.account() : name.account();
        String region = name.region() == null ? world.region() : name.region();
        String seed = String.join("|", account, region, name.name(), String.valueOf(state.stacksMade()));
        UUID uuid = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        String partition = new PseudoParameters(account, region, name.name(), "").partition();
        String id =
                "arn:" + partition + ":cloudformation:" + region + ":" + account + ":stack/" + name.name() + "/" + uuid;
        return new Stack(name.name(), id, account, region);
    }

    public Stack delete(StackName name) {
        Stack stack = existing(name);
        engine.delete(stack, environment(stack));
        save(stack);
        return stack;
    }

    public DriftReport drift(StackName name) {
        Stack stack = existing(name);
        DriftReport report = engine.drift(stack, environment(stack));
        save(stack);
        return report;
    }

    private Stack existing(StackName name) {
        Stack stack = name.in(store.all()).orElseThrow(() -> StackFailure.noSuchStack(name.name()));
        stack.settleInterrupted();
        return stack;
    }

    Optional<Stack> find(StackName name) {
        return name.in(store.all());
    }

    /** The requests to the simulated service and to STS since the state was made, by kind. */
    Map<String, Integer> requests() {
        return simulator.requests().counts();
    }

    /** What the simulated service holds: {@code {"Rulestacks","Firewalls","Requests"}}. */
    public JsonNode tenant() {
        return simulator.tenant();
    }

    /** Everything that is wrong with a template, without writing anything. */
    public List<Problem> validate(DeployRequest request) {
        Stack stack = request.stack().in(store.all()).orElseGet(() -> newStack(request.stack()));
        return new Validation(types, environment(stack), values).problems(request, stack);
    }

    /** A place in the state for files of another kind. */
    public Path folder(String name) {
        return state.folder(name);
    }

    /** What this cloud has for programs that do not come through a stack. */
    public Services services() {
        return new Services(
                scheduler,
                simulator,
                Catalogue.functions(platform),
                place -> environment(new Stack("", "", place.account(), place.region())),
                this::saveTenant);
    }

    private LocalEnvironment environment(Stack stack) {
        List<Stack> all = store.all();
        LocalEnvironment environment = new LocalEnvironment(stack, all, world, simulator, values, () -> save(stack));
        simulator.world(new RecordedRoles(all).addTo(world));
        return environment;
    }

    private void save(Stack stack) {
        store.save(stack);
        saveTenant();
    }

    /** The time is taken last and kept first: nothing that is kept may lie in a next command's future. */
    private synchronized void saveTenant() {
        ObjectNode tenant = simulator.saveState();
        state.saveTime(scheduler.now());
        state.saveTenant(tenant);
    }

    @Override
    public void close() {
        simulator.close();
        state.close();
    }
}
