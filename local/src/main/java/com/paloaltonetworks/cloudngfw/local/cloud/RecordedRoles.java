package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.stack.ResourceStatus;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import com.paloaltonetworks.cloudngfw.simulator.Role;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What placeholders mean to the simulated world: IAM roles become roles of it, and a type may name its execution role. */
final class RecordedRoles {

    private static final Set<String> REGISTRATIONS =
            Set.of("AWS::CloudFormation::TypeActivation", "AWS::CloudFormation::ResourceVersion");

    private final Collection<Stack> stacks;

    RecordedRoles(Collection<Stack> stacks) {
        this.stacks = stacks;
    }

    /** The world with the roles of all placeholders; they win over roles of the same ARN. */
    World addTo(World world) {
        Map<String, Role> roles = new LinkedHashMap<>();
        world.roles().forEach(role -> roles.put(role.arn(), role));
        resources("AWS::IAM::Role").map(RecordedRoles::role).forEach(role -> roles.put(role.arn(), role));
        // A role that a registration names but nobody made is one without tags that trusts nobody.
        REGISTRATIONS.stream()
                .flatMap(this::resources)
                .map(resource -> resource.properties().path("ExecutionRoleArn").asText())
                .filter(arn -> arn.startsWith("arn:") && world.role(arn).isEmpty())
                .forEach(arn -> roles.putIfAbsent(arn, new Role(arn, Map.of(), List.of())));
        return world.withRoles(List.copyOf(roles.values()));
    }

    /** The execution role that a registration of the type in this account and Region names. */
    Optional<String> executionRole(String typeName) {
        return REGISTRATIONS.stream()
                .flatMap(this::resources)
                .filter(resource -> registers(resource.properties(), typeName))
                .map(resource -> resource.properties().path("ExecutionRoleArn").asText())
                .filter(arn -> arn.startsWith("arn:"))
                .findFirst();
    }

    private static boolean registers(JsonNode registration, String typeName) {
        String inArn = typeName.replace("::", "-");
        return registration.path("TypeName").asText().equals(typeName)
                || registration.path("TypeNameAlias").asText().equals(typeName)
                || registration.path("PublicTypeArn").asText().endsWith("/" + inArn);
    }

    /** The trust policy of a role that a placeholder stands for. */
    Optional<TrustPolicy> trustOf(String roleArn) {
        return resources("AWS::IAM::Role")
                .filter(resource -> roleArn.equals(resource.model().path("Arn").asText()))
                .map(RecordedRoles::trust)
                .findFirst();
    }

    private static TrustPolicy trust(StackResource resource) {
        return new TrustPolicy(resource.properties().path("AssumeRolePolicyDocument"));
    }

    private static Role role(StackResource resource) {
        Map<String, String> tags = resource.properties()
                .path("Tags")
                .valueStream()
                .collect(Collectors.toMap(
                        tag -> tag.path("Key").asText(),
                        tag -> tag.path("Value").asText(),
                        (one, other) -> other));
        return new Role(
                resource.model().path("Arn").asText(), tags, trust(resource).principals());
    }

    private Stream<StackResource> resources(String type) {
        return stacks.stream()
                .flatMap(stack -> stack.getResources().values().stream())
                .filter(resource -> resource.type().equals(type) && resource.model() != null)
                .filter(resource -> resource.status() != ResourceStatus.DELETE_COMPLETE);
    }
}
