package com.paloaltonetworks.cloudngfw.core;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.Role;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** A small type through the runtime's own reading and writing, with the simulated service at the other end. */
class ResourceWrapperTest {

    private static final ObjectNode THING =
            json("{\"Name\":\"edge\",\"Size\":\"7\",\"Secret\":\"s\",\"Tags\":{\"a\":\"1\"}}");

    @Test
    void writeOnlyPropertiesReachTheStepsButNeverTheAnswer() {
        try (Driver cloudFormation = Driver.of("My::Own::Thing", Wrapper::new)) {
            cloudFormation.with(request ->
                    request.toBuilder().stackTags(Map.of("team", "net")).build());
            Result created = cloudFormation.create(THING);
            assertThat(created.message()).isNull();
            assertThat(created.model()).isEqualTo(json("{\"Name\":\"edge\",\"Size\":7}"));
            assertThat(cloudFormation.messages()).contains("secret is s, tags are {a=1, team=net}, rulestacks are 0");
        }
    }

    @Test
    void aFailureCarriesTheModelWithoutItsWriteOnlyProperties() {
        try (Driver cloudFormation = Driver.of("My::Own::Thing", Wrapper::new)) {
            Result failed = cloudFormation.update(THING, json("{\"Name\":\"edge\",\"Size\":8,\"Secret\":\"s\"}"));
            assertThat(failed.failedWith("NotUpdatable")).isTrue();
            assertThat(failed.model()).isEqualTo(json("{\"Name\":\"edge\",\"Size\":8}"));
        }
    }

    @Test
    void problemsAreFoundWithoutACall() {
        List<Problem> problems = new Wrapper(new TestPlatform()).problems(json("{\"Name\":\"EDGE\",\"Size\":\"13\"}"));
        assertThat(problems).extracting(Problem::path).containsExactlyInAnyOrder("/Name", "/Size");
    }

    @Test
    void aTypeWithoutAnExecutionRoleIsToldWhatItLacks() {
        try (Driver cloudFormation = Driver.of("My::Own::Thing", Wrapper::new)) {
            cloudFormation.with(
                    request -> request.toBuilder().credentials(() -> null).build());
            Result created = cloudFormation.create(THING);
            assertThat(created.failedWith("AccessDenied")).isTrue();
            assertThat(created.message()).contains("ExecutionRoleArn");
        }
    }

    @Test
    void withoutATypeConfigurationTheExecutionRoleItselfIsUsed() {
        World world = World.standard();
        Role tagged = world.roles().get(0);
        World direct = world.withExecutionRole(world.executionRole().withTags(tagged.tags()))
                .withTypeConfiguration(json("{}"));
        try (Driver cloudFormation = Driver.of("My::Own::Thing", Wrapper::new, direct, 1)) {
            assertThat(cloudFormation.create(THING).message()).isNull();
            assertThat(cloudFormation.service().requests().count("STS AssumeRole"))
                    .isZero();
        }
    }

    @Test
    void anUntaggedRoleIsRefusedInWordsThatHelp() {
        World world = World.standard();
        World untagged = world.withRoles(List.of(world.roles().get(0).withTags(Map.of())));
        try (Driver cloudFormation = Driver.of("My::Own::Thing", Wrapper::new, untagged, 1)) {
            Result created = cloudFormation.create(THING);
            assertThat(created.failedWith("AccessDenied")).isTrue();
            assertThat(created.message()).contains("CloudNGFWRulestackAdmin");
        }
    }

    @Test
    void filesInTheTemporaryFolderStayWhereTheyAre() throws IOException {
        Path file = Files.createTempFile("kept", ".txt");
        try (Driver cloudFormation = Driver.of("My::Own::Thing", Wrapper::new)) {
            cloudFormation.read(THING);
        }
        assertThat(file).exists();
        Files.delete(file);
    }

    @Test
    void aTypeWhoseSchemaIsMissingDoesNotStart() {
        assertThatThrownBy(() -> TypeDefinition.of(new ThingType("My::Other::Thing"), Thing.class))
                .hasMessageContaining("/my-other-thing.json is not on the class path");
    }

    @Data
    @Builder(toBuilder = true)
    @NoArgsConstructor
    @AllArgsConstructor
    static final class Thing {
        @JsonProperty("Name")
        private String name;

        @JsonProperty("Size")
        private Integer size;

        @JsonProperty("Secret")
        private String secret;

        @JsonProperty("Tags")
        private Map<String, String> tags;
    }

    static final class Wrapper extends ResourceWrapper<Thing> {
        private static final TypeDefinition<Thing> TYPE =
                TypeDefinition.of(new ThingType("My::Own::Thing"), Thing.class);

        Wrapper(Platform platform) {
            super(
                    TYPE,
                    platform,
                    List.of(
                            handler(Action.CREATE),
                            handler(Action.READ),
                            handler(Action.UPDATE),
                            handler(Action.DELETE)));
        }

        private static Handler<Thing> handler(Action action) {
            return new Handler<>(TYPE.type(), action) {};
        }
    }

    /** Makes one call to the service, and tells what reached it. */
    record ThingType(String typeName) implements ResourceType<Thing> {
        @Override
        public Duration timeout() {
            return Duration.ofHours(1);
        }

        @Override
        public List<Problem> problems(Thing desired) {
            return Objects.equals(desired.getSize(), 13)
                    ? List.of(Problem.at("/Size", 13, "thirteen is no size"))
                    : List.of();
        }

        @Override
        public List<Step> create(Operation<Thing> op) {
            return List.of(Step.step("call", () -> tell(op)).andCheckpoint(), Step.step("end", () -> {}));
        }

        private static Outcome tell(Operation<Thing> op) {
            if (op.progress().getDeploy().getLastSeen() == null) {
                op.progress().getDeploy().setLastSeen("told");
                return Outcome.waitFor(
                        Duration.ofSeconds(1),
                        "secret is " + op.desired().getSecret() + ", tags are " + new java.util.TreeMap<>(op.tags())
                                + ", rulestacks are "
                                + op.ngfw()
                                        .rulestacks(AdminKind.RULESTACK)
                                        .list("All", null, 10)
                                        .candidate()
                                        .size());
            }
            return Outcome.done();
        }

        @Override
        public List<Step> update(Operation<Thing> op) {
            return List.of(Step.step("refuse", () -> {
                throw new Refusal(HandlerErrorCode.NotUpdatable, "a thing does not change");
            }));
        }

        @Override
        public List<Step> delete(Operation<Thing> op) {
            return List.of();
        }

        @Override
        public void requirePresent(Operation<Thing> op) {
            // there is only one, and it is there
        }

        @Override
        public Thing read(Operation<Thing> op) {
            return Thing.builder().name(op.desired().getName()).size(7).build();
        }

        @Override
        public Page<Thing> list(Operation<Thing> op) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Map<String, String> tagsOf(Thing model) {
            return model.getTags() == null ? Map.of() : model.getTags();
        }
    }
}
