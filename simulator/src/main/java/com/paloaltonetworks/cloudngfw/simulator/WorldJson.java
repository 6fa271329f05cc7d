package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.Members.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.World.Generation;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The JSON form of a {@link World}. */
final class WorldJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WorldJson() {}

    static World read(JsonNode json) {
        List<String> problems = new ArrayList<>();
        Members members = new Members("", json, problems);
        World world = world(members);
        members.finish();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The world is not valid: " + String.join("; ", problems));
        }
        return world;
    }

    private static World world(Members in) {
        String account = in.text("Account", "123456789012");
        if (!account.matches("\\d{12}")) {
            in.problem("Account", "must be 12 digits");
        }
        Role execution = in.has("ExecutionRole")
                ? in.object("ExecutionRole", role -> role(role, World.standardExecutionRole(account)))
                : World.standardExecutionRole(account);
        Role admin = World.standardAdminRole(account, execution);
        List<Role> roles = in.has("Roles") ? in.objects("Roles", role -> role(role, admin)) : List.of(admin);
        return new World(
                account,
                in.text("Region", "us-east-1"),
                in.word("TenantGeneration", Generation.V1),
                in.flag("ProgrammaticAccess", true),
                execution,
                roles,
                typeConfiguration(in, roles),
                in.texts("OnboardedAccounts", List.of(account)),
                in.object("Timings", WorldJson::timings),
                in.object("Api", WorldJson::api),
                in.objects("Faults", FaultRule::read));
    }

    /** Unless said otherwise the type configuration names the first role. */
    private static JsonNode typeConfiguration(Members in, List<Role> roles) {
        JsonNode given = in.get("TypeConfiguration");
        if (given.isMissingNode()) {
            ObjectNode named = NODES.objectNode();
            roles.stream().findFirst().ifPresent(role -> named.put("RoleArn", role.arn()));
            return named;
        }
        if (!given.isObject()) {
            in.problem("TypeConfiguration", "must be an object");
        }
        return given;
    }

    private static Role role(Members in, Role preset) {
        String arn = in.text("Arn", preset.arn());
        if (!arn.matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+")) {
            in.problem("Arn", "must be the ARN of a role");
            arn = preset.arn();
        }
        return new Role(arn, in.has("Tags") ? in.textMap("Tags") : preset.tags(), in.texts("Trust", preset.trust()));
    }

    private static Timings timings(Members in) {
        Timings preset = Timings.standard();
        return new Timings(
                Duration.ofMillis(
                        in.whole("LatencyMillis", (int) preset.latency().toMillis())),
                in.seconds("CommitSeconds", preset.commit()),
                in.seconds("ValidateSeconds", preset.validate()),
                in.seconds("FirewallCreateSeconds", preset.firewallCreate()),
                in.seconds("FirewallUpdateSeconds", preset.firewallUpdate()),
                in.seconds("FirewallDeleteSeconds", preset.firewallDelete()),
                in.seconds("DevicePushSeconds", preset.devicePush()));
    }

    private static ApiSettings api(Members in) {
        ApiSettings preset = ApiSettings.standard();
        return new ApiSettings(
                in.word("SecondCommit", preset.secondCommit()),
                in.word("EditsDuringCommit", preset.editsDuringCommit()),
                in.word("CommitSnapshot", preset.commitSnapshot()),
                in.word("RuleNames", preset.ruleNames()),
                in.word("ErrorStatus", preset.errorStatus()),
                in.word("EmptyLists", preset.emptyLists()),
                in.word("EmptyRulestackName", preset.emptyRulestackName()),
                in.word("AssociationResponse", preset.associationResponse()),
                in.word("AssociationStatus", preset.associationStatus()),
                in.word("CustomCategoryShape", preset.customCategoryShape()),
                in.word("StrictFields", preset.strictFields()),
                in.word("CommitMessages", preset.commitMessages()),
                in.word("AccessOff", preset.accessOff()));
    }

    static ObjectNode write(World world) {
        ObjectNode json = NODES.objectNode();
        json.put("Account", world.account());
        json.put("Region", world.region());
        json.put("TenantGeneration", world.tenantGeneration().name());
        json.put("ProgrammaticAccess", world.programmaticAccess());
        json.set("ExecutionRole", write(world.executionRole()));
        ArrayNode roles = json.putArray("Roles");
        world.roles().forEach(role -> roles.add(write(role)));
        json.set("TypeConfiguration", world.typeConfiguration());
        ArrayNode accounts = json.putArray("OnboardedAccounts");
        world.onboardedAccounts().forEach(accounts::add);
        json.set("Timings", write(world.timings()));
        json.set("Api", write(world.api()));
        ArrayNode faults = json.putArray("Faults");
        world.faults().forEach(fault -> faults.add(fault.toJson()));
        return json;
    }

    private static ObjectNode write(Role role) {
        ObjectNode json = NODES.objectNode().put("Arn", role.arn());
        ObjectNode tags = json.putObject("Tags");
        role.tags().forEach(tags::put);
        ArrayNode trust = json.putArray("Trust");
        role.trust().forEach(trust::add);
        return json;
    }

    private static ObjectNode write(Timings timings) {
        return NODES.objectNode()
                .put("LatencyMillis", timings.latency().toMillis())
                .put("CommitSeconds", timings.commit().toSeconds())
                .put("ValidateSeconds", timings.validate().toSeconds())
                .put("FirewallCreateSeconds", timings.firewallCreate().toSeconds())
                .put("FirewallUpdateSeconds", timings.firewallUpdate().toSeconds())
                .put("FirewallDeleteSeconds", timings.firewallDelete().toSeconds())
                .put("DevicePushSeconds", timings.devicePush().toSeconds());
    }

    private static ObjectNode write(ApiSettings api) {
        return NODES.objectNode()
                .put("SecondCommit", word(api.secondCommit()))
                .put("EditsDuringCommit", word(api.editsDuringCommit()))
                .put("CommitSnapshot", word(api.commitSnapshot()))
                .put("RuleNames", word(api.ruleNames()))
                .put("ErrorStatus", word(api.errorStatus()))
                .put("EmptyLists", word(api.emptyLists()))
                .put("EmptyRulestackName", word(api.emptyRulestackName()))
                .put("AssociationResponse", word(api.associationResponse()))
                .put("AssociationStatus", word(api.associationStatus()))
                .put("CustomCategoryShape", word(api.customCategoryShape()))
                .put("StrictFields", word(api.strictFields()))
                .put("CommitMessages", word(api.commitMessages()))
                .put("AccessOff", word(api.accessOff()));
    }
}
