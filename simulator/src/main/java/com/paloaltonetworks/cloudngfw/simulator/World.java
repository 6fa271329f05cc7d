package com.paloaltonetworks.cloudngfw.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.With;

/**
 * The world around the handlers: the AWS account with its roles, the tenant, and how the vendor's service behaves.
 *
 * <p>Its JSON form has one member per component, all optional:
 *
 * <pre>
 * {"Account": "123456789012", "Region": "us-east-1", "TenantGeneration": "V1", "ProgrammaticAccess": true,
 *  "ExecutionRole": {"Arn": ..., "Tags": {}, "Trust": []}, "Roles": [{"Arn": ..., "Tags": {}, "Trust": []}],
 *  "TypeConfiguration": {}, "OnboardedAccounts": [], "Timings": {"CommitSeconds": 60, ...},
 *  "Api": {"SecondCommit": "reject", ...}, "Faults": [{"Match": ..., "Effect": ...}]}
 * </pre>
 *
 * @param executionRole the role whose credentials the handlers are given
 * @param typeConfiguration what the type configuration of every type holds
 * @param onboardedAccounts the accounts the tenant knows
 */
@With
public record World(
        String account,
        String region,
        Generation tenantGeneration,
        boolean programmaticAccess,
        Role executionRole,
        List<Role> roles,
        JsonNode typeConfiguration,
        List<String> onboardedAccounts,
        Timings timings,
        ApiSettings api,
        List<FaultRule> faults) {

    /** Tenants made after the simplified onboarding are V2: V1 rulestacks, V2 firewalls. */
    public enum Generation {
        V1,
        V2
    }

    public World {
        roles = List.copyOf(roles);
        onboardedAccounts = List.copyOf(onboardedAccounts);
        faults = List.copyOf(faults);
    }

    /** An untagged execution role that may assume one fully tagged role, which the type configuration names. */
    public static World standard() {
        return parse(JsonNodeFactory.instance.objectNode());
    }

    /**
     * Reads the JSON form.
     *
     * @throws WorldRejected naming every unknown member and bad value at once
     */
    public static World parse(JsonNode json) {
        return WorldJson.read(json);
    }

    /** The JSON form with every member written out; {@link #parse} reads it back. */
    public ObjectNode toJson() {
        return WorldJson.write(this);
    }

    /** A role of this world, the execution role included; where both have the same ARN, the one among the roles. */
    public Optional<Role> role(String arn) {
        return Stream.concat(roles.stream(), Stream.of(executionRole))
                .filter(role -> role.arn().equals(arn))
                .findFirst();
    }

    static Role standardExecutionRole(String account) {
        return new Role(
                "arn:aws:iam::" + account + ":role/CloudNgfwExecutionRole",
                Map.of(),
                List.of("resources.cloudformation.amazonaws.com"));
    }

    static Role standardAdminRole(String account, Role executionRole) {
        return new Role(
                "arn:aws:iam::" + account + ":role/CloudNgfwAdmin",
                Map.of(
                        "CloudNGFWFirewallAdmin", "Yes",
                        "CloudNGFWRulestackAdmin", "Yes",
                        "CloudNGFWGlobalRulestackAdmin", "Yes"),
                List.of(executionRole.arn()));
    }
}
