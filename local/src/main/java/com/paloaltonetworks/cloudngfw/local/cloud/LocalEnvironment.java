package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.RoleNotAssumable;
import com.paloaltonetworks.cloudngfw.local.stack.Environment;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.template.DynamicReferences;
import com.paloaltonetworks.cloudngfw.local.template.PseudoParameters;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The account and Region of one stack on this machine, in front of the simulated service. */
final class LocalEnvironment implements Environment {

    private static final List<String> CONFIGURED_ROLES =
            List.of("RoleArn", "FirewallAdminRoleArn", "RulestackAdminRoleArn", "GlobalRulestackAdminRoleArn");

    private static final String CLOUDFORMATION = "resources.cloudformation.amazonaws.com";

    private final Stack stack;
    private final Collection<Stack> all;
    private final World world;
    private final Simulator simulator;
    private final DynamicReferences.Values values;
    private final Runnable save;

    /** CloudFormation hands out a role's session for hours, and handlers keep the tokens they bought with it. */
    private final Map<String, AwsKeys> sessions = new ConcurrentHashMap<>();

    /**
     * @param all every stack of the state, this one included when it is there already
     * @param world without the roles of placeholders
     */
    LocalEnvironment(
            Stack stack,
            Collection<Stack> all,
            World world,
            Simulator simulator,
            DynamicReferences.Values values,
            Runnable save) {
        this.stack = stack;
        this.all = all;
        this.world = world;
        this.simulator = simulator;
        this.values = values;
        this.save = save;
    }

    @Override
    public JsonNode credentials(String typeName) {
        Optional<String> registered = roles().executionRole(typeName);
        registered.ifPresent(role -> requireTrust(role, typeName));
        String role = registered.orElse(world.executionRole().arn());
        AwsKeys keys = sessions.computeIfAbsent(role, simulator::credentialsOf);
        return JsonNodeFactory.instance
                .objectNode()
                .put("accessKeyId", keys.accessKeyId())
                .put("secretAccessKey", keys.secretAccessKey())
                .put("sessionToken", keys.sessionToken());
    }

    /** CloudFormation assumes the execution role as a service that acts for one type of the account. */
    private void requireTrust(String role, String typeName) {
        String partition = new PseudoParameters(stack.getAccount(), stack.getRegion(), "", "").partition();
        String type = "arn:" + partition + ":cloudformation:" + stack.getRegion() + ":" + stack.getAccount()
                + ":type/resource/" + typeName.replace("::", "-") + "/00000001";
        TrustPolicy.Service cloudFormation = new TrustPolicy.Service(
                CLOUDFORMATION, Map.of("aws:SourceAccount", stack.getAccount(), "aws:SourceArn", type));
        boolean trusted = new RecordedRoles(everything())
                .trustOf(role)
                .map(policy -> policy.trusts(cloudFormation))
                .orElseGet(() -> world.role(role)
                        .filter(known -> known.trust().contains(CLOUDFORMATION))
                        .isPresent());
        if (!trusted) {
            throw new RoleNotAssumable("CloudFormation cannot assume the execution role " + role + " of " + typeName
                    + ": the role must exist, and its trust policy must allow sts:AssumeRole to " + CLOUDFORMATION
                    + " for aws:SourceAccount " + stack.getAccount() + " and aws:SourceArn " + type);
        }
    }

    @Override
    public JsonNode typeConfiguration(String typeName) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.put("ApiEndpoint", simulator.api(stack.getRegion()).toString());
        configuration.put("StsEndpoint", simulator.sts().toString());
        world.typeConfiguration().properties().forEach(entry -> configuration.set(entry.getKey(), entry.getValue()));
        if (roles().executionRole(typeName).isPresent()) {
            configuration.remove(CONFIGURED_ROLES);
        }
        return configuration;
    }

    private RecordedRoles roles() {
        List<Stack> here = new ArrayList<>(siblings());
        here.add(stack);
        return new RecordedRoles(here);
    }

    @Override
    public Collection<Stack> siblings() {
        return all.stream()
                .filter(other -> !other.getStackId().equals(stack.getStackId()))
                .filter(other -> other.getAccount().equals(stack.getAccount())
                        && other.getRegion().equals(stack.getRegion()))
                .toList();
    }

    @Override
    public DynamicReferences.Values dynamicValues() {
        return values;
    }

    @Override
    public void save() {
        simulator.world(new RecordedRoles(everything()).addTo(world));
        save.run();
    }

    private List<Stack> everything() {
        List<Stack> everything = new ArrayList<>(all);
        everything.add(stack);
        return everything;
    }
}
