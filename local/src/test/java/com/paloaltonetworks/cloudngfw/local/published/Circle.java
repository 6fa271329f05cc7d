package com.paloaltonetworks.cloudngfw.local.published;

import static com.paloaltonetworks.cloudngfw.local.Terminal.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.Terminal;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One stack and what its owner may expect of it at every moment, from its first deploy to an empty tenant. */
final class Circle {

    private static final String STACK = "published";

    private final Terminal terminal = new Terminal();

    /** Creates or updates the stack, which has to succeed. */
    void deploys(PublishedTemplate template) {
        JsonNode deployed = terminal.succeeds(words(template));
        assertThat(deployed.path("Changed").asBoolean()).isTrue();
        assertThat(deployed.path("StackStatus").asText()).isIn("CREATE_COMPLETE", "UPDATE_COMPLETE");
        assertThat(deployed.path("Outputs"))
                .allSatisfy(output -> assertThat(output.path("OutputValue").asText())
                        .as(output.toString())
                        .isNotBlank());
        if (!template.isDraft()) {
            terminal.assertNothingUncommitted();
        }
    }

    /** Creates or updates the stack, which has to fail for the reasons given and leave what was there before. */
    void fails(PublishedTemplate template) {
        boolean update = terminal.state().toFile().exists();
        JsonNode before = update ? content() : JsonNodeFactory.instance.objectNode();
        List<String> requests = update ? requests() : List.of();
        JsonNode failed = terminal.exits(1, words(template));
        assertThat(failed.path("StackStatus").asText())
                .isEqualTo(update ? "UPDATE_ROLLBACK_COMPLETE" : "ROLLBACK_COMPLETE");
        assertThat(template.failures())
                .allSatisfy(failure ->
                        assertThat(failure(failed, failure.logicalId())).contains(failure.words()));
        if (template.writesNothing()) {
            assertThat(requests()).isEqualTo(requests);
        }
        if (update) {
            assertThat(content()).isEqualTo(before);
        } else {
            terminal.assertEmptyTenant();
        }
    }

    private String[] words(PublishedTemplate template) {
        List<String> words = new ArrayList<>(List.of("deploy", template.file().toString(), "--stack-name", STACK));
        words.addAll(template.words());
        template.world().forEach(world -> words.addAll(List.of("--world", terminal.file("world.json", world))));
        return words.toArray(String[]::new);
    }

    /** The same template once more is no change. */
    void isUnchangedBy(PublishedTemplate template) {
        assertThat(terminal.succeeds(words(template)).path("Changed").asBoolean())
                .isFalse();
    }

    /** Every resource, read by its identifier, is what was written; and an update to what is in force writes nothing. */
    void readsBackAndStaysStill() {
        try (DeployedResources resources = new DeployedResources(terminal.state())) {
            for (StackResource resource : resources.all()) {
                String what = resource.logicalId();
                Result read = succeeded(resources.read(resource), what);
                List<String> missing = new ArrayList<>();
                ReadBack.holds(read.model(), resources.expected(resource), "", missing);
                assertThat(missing).as(what).isEmpty();
                succeeded(resources.update(resource, resource.properties()), what);
                succeeded(resources.update(resource, resources.writable(resource, read.model())), what);
                assertThat(resources.writes()).as(what).isEmpty();
            }
        }
    }

    private static Result succeeded(Result result, String what) {
        assertThat(result.succeeded()).as(what + ": " + result.message()).isTrue();
        return result;
    }

    /** No drift; what others change in the console is found; and when they have put it right, it is gone. */
    void findsOnlyTheDriftThatIsThere() {
        findsNoDrift();
        Meddling meddling = new Meddling(terminal.tenant());
        Set<String> changed = physicalIds(meddling.names());
        terminal.inConsole(meddling::change);
        assertThat(drifted()).isEqualTo(changed);
        terminal.inConsole(meddling::undo);
        assertThat(drifted()).isEmpty();
    }

    void findsNoDrift() {
        assertThat(drifted()).isEmpty();
    }

    private Set<String> drifted() {
        Set<String> drifted = new TreeSet<>();
        terminal.succeeds("drift", STACK).path("Resources").forEach(resource -> {
            if (!resource.path("StackResourceDriftStatus").asText().equals("IN_SYNC")) {
                drifted.add(resource.path("LogicalResourceId").asText());
            }
        });
        return drifted;
    }

    private Set<String> physicalIds(Set<String> names) {
        Set<String> ids = new TreeSet<>();
        terminal.succeeds("describe", STACK).path("Resources").forEach(resource -> {
            String physicalId = resource.path("PhysicalResourceId").asText();
            if (names.contains(physicalId.replaceFirst("\\|.*", "") + " "
                    + resource.path("ResourceType").asText())) {
                ids.add(resource.path("LogicalResourceId").asText());
            }
        });
        return ids;
    }

    void deletes() {
        terminal.succeeds("delete", STACK);
        terminal.assertEmptyTenant();
    }

    /** What the service holds, without what counts calls or only says that there were some. */
    private JsonNode content() {
        ObjectNode tenant = (ObjectNode) terminal.tenant();
        tenant.remove("Requests");
        tenant.findParents("CommitCount")
                .forEach(rulestack -> ((ObjectNode) rulestack).remove(List.of("CommitCount", "RuleStackState")));
        tenant.findParents("UpdateToken").forEach(entry -> ((ObjectNode) entry).remove("UpdateToken"));
        return tenant;
    }

    private List<String> requests() {
        List<String> writes = new ArrayList<>();
        terminal.tenant().path("Requests").properties().forEach(request -> {
            if (request.getKey().contains(" /v1/config/") && !request.getKey().startsWith("GET ")) {
                writes.add(request.toString());
            }
        });
        return writes;
    }
}
