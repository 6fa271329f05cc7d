package com.paloaltonetworks.cloudngfw.local.stack;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackEngineTest {

    private static final String TWO = """
            A: {Type: Thing, Properties: {Name: a, Value: 1}}
            B: {Type: Thing, Properties: {Name: b, Value: !GetAtt A.Address}}
            """;

    private final LocalStack local = new LocalStack(1, "");

    @Test
    void createTellsItsStoryAsCloudFormationDoes() {
        local.deploy(TWO);
        assertThat(local.events())
                .containsExactly(
                        "s CREATE_IN_PROGRESS",
                        "A CREATE_IN_PROGRESS",
                        "A CREATE_IN_PROGRESS",
                        "A CREATE_COMPLETE",
                        "B CREATE_IN_PROGRESS",
                        "B CREATE_IN_PROGRESS",
                        "B CREATE_COMPLETE",
                        "s CREATE_COMPLETE");
        assertThat(local.stack.getEvents().get(0).reason()).isEqualTo("User Initiated");
        assertThat(local.stack.getEvents().get(2).reason()).isEqualTo("Resource creation Initiated");
        assertThat(local.stack.getEvents().get(2).physicalId()).isEqualTo("a");
        assertThat(local.service.things.get("b").path("Value").asText()).isEqualTo("at a");
    }

    @Test
    void whatHasNoEdgeStartsInAnyOrder() {
        List<List<String>> orders = LongStream.range(0, 20)
                .mapToObj(seed -> {
                    LocalStack stack = new LocalStack(seed, "");
                    stack.deploy("A: {Type: Thing, Properties: {Name: a}}\nB: {Type: Thing, Properties: {Name: b}}");
                    return stack.service.calls;
                })
                .distinct()
                .toList();
        assertThat(orders).containsExactlyInAnyOrder(List.of("CREATE a", "CREATE b"), List.of("CREATE b", "CREATE a"));
    }

    @Test
    void aFailedCreateIsRolledBack() {
        local.service.failing.add("CREATE b");
        local.deploy(TWO);
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(local.stack.getStatusReason())
                .isEqualTo("The following resource(s) failed to create: [B]. Rollback requested by user.");
        assertThat(local.stack.getEvents())
                .filteredOn(event -> event.status().equals("CREATE_FAILED"))
                .singleElement()
                .extracting(event -> event.reason(), as(InstanceOfAssertFactories.STRING))
                .matches("Resource handler returned message: \"broken\" \\(RequestToken: [-0-9a-f]{36}, "
                        + "HandlerErrorCode: GeneralServiceException\\)");
        assertThat(local.stack.getResources().get("B").status()).isEqualTo(ResourceStatus.DELETE_COMPLETE);
        assertThat(local.stack.getResources().get("B").reason()).isNull();
        assertThat(local.service.things).isEmpty();
        assertThat(local.service.calls).containsExactly("CREATE a", "CREATE b", "DELETE b", "DELETE a");
        assertThatThrownBy(() -> local.deploy(TWO))
                .hasMessageContaining("is in ROLLBACK_COMPLETE state and can not be updated.");
    }

    @Test
    void somebodyElsesObjectSurvivesTheRollback() {
        local.service.things.put("a", MemoryService.schema("").json().deepCopy());
        local.deploy(TWO);
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(local.service.things).containsOnlyKeys("a");
    }

    @Test
    void siblingsOfAFailureAreCancelled() {
        local.service.failing.add("CREATE a");
        local.deploy("A: {Type: Thing, Properties: {Name: a}}\nB: {Type: Thing, Properties: {Name: b}}");
        assertThat(local.stack.getEvents())
                .filteredOn(event -> event.status().equals("CREATE_FAILED"))
                .extracting(StackEvent::reason)
                .contains("Resource creation cancelled");
        assertThat(local.service.things).isEmpty();
    }

    @Test
    void withoutRollbackIndependentPathsGoOnAndTheNextDeployContinues() {
        local.service.failing.add("CREATE a");
        String template = TWO + "C: {Type: Thing, Properties: {Name: c}}";
        local.withoutRollback().deploy(template);
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(local.service.things).containsOnlyKeys("a", "c");
        local.service.failing.clear();
        local.deploy(template);
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(local.service.things).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void theSameTemplateAgainIsNoUpdate() {
        local.deploy(TWO);
        int events = local.events().size();
        assertThat(local.deploy(TWO)).isFalse();
        assertThat(local.eventsSince(events)).isEmpty();
    }

    @Test
    void anUpdateCallsOnlyWhatChanged() {
        local.deploy(TWO);
        local.service.calls.clear();
        assertThat(local.deploy(TWO.replace("Value: 1", "Value: 2"))).isTrue();
        assertThat(local.service.calls).containsExactly("UPDATE a");
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aRemovedResourceGoesInTheCleanUp() {
        local.deploy(TWO);
        int events = local.events().size();
        local.deploy("A: {Type: Thing, Properties: {Name: a, Value: 1}}");
        assertThat(local.eventsSince(events))
                .containsExactly(
                        "s UPDATE_IN_PROGRESS",
                        "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "B DELETE_IN_PROGRESS",
                        "B DELETE_COMPLETE",
                        "s UPDATE_COMPLETE");
        assertThat(local.stack.getResources()).containsOnlyKeys("A");
    }

    @Test
    void aReplacementCreatesUpdatesDependentsAndThenDeletesTheOld() {
        local.deploy(TWO);
        local.service.calls.clear();
        local.deploy(TWO.replace("Name: a", "Name: a2"));
        assertThat(local.service.calls).containsExactly("CREATE a2", "UPDATE b", "DELETE a");
        assertThat(local.stack.getEvents())
                .anySatisfy(event -> assertThat(event.reason()).isEqualTo(Forward.REPLACING));
    }

    @Test
    void aTypeMayAskToDeleteBeforeItCreates() {
        LocalStack other = new LocalStack(1, "\"replacementStrategy\":\"delete_then_create\",");
        other.deploy("A: {Type: Thing, Properties: {Name: a, Kind: x}}");
        other.service.calls.clear();
        other.deploy("A: {Type: Thing, Properties: {Name: a, Kind: y}}");
        assertThat(other.service.calls).containsExactly("DELETE a", "CREATE a");
        other.service.calls.clear();
        other.service.failing.add("CREATE b");
        other.deploy("A: {Type: Thing, Properties: {Name: a, Kind: z}}\n"
                + "B: {Type: Thing, DependsOn: A, Properties: {Name: b}}");
        assertThat(other.stack.getStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(other.service.things.get("a").path("Kind").asText()).isEqualTo("y");
        assertThat(other.service.things).containsOnlyKeys("a");
    }

    @Test
    void aFailedUpdateIsRolledBackAlsoWhereItFailedHalfWay() {
        local.deploy(TWO);
        local.service.failing.add("CREATE c");
        int events = local.events().size();
        local.deploy(TWO.replace("Value: 1", "Value: 2") + "C: {Type: Thing, DependsOn: B, Properties: {Name: c}}");
        assertThat(local.eventsSince(events))
                .containsExactly(
                        "s UPDATE_IN_PROGRESS",
                        "A UPDATE_IN_PROGRESS",
                        "A UPDATE_COMPLETE",
                        "C CREATE_IN_PROGRESS",
                        "C CREATE_IN_PROGRESS",
                        "C CREATE_FAILED",
                        "s UPDATE_ROLLBACK_IN_PROGRESS",
                        "A UPDATE_IN_PROGRESS",
                        "A UPDATE_COMPLETE",
                        "s UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "C DELETE_IN_PROGRESS",
                        "C DELETE_COMPLETE",
                        "s UPDATE_ROLLBACK_COMPLETE");
        assertThat(local.service.things).containsOnlyKeys("a", "b");
        assertThat(local.service.things.get("a").path("Value").asText()).isEqualTo("1");
        assertThat(local.deploy(TWO)).isFalse();
    }

    @Test
    void aRollbackThatFailsSaysSo() {
        local.deploy(TWO);
        local.service.failing.add("UPDATE a");
        local.deploy(TWO.replace("Value: 1", "Value: 2"));
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);
    }

    @Test
    void aCleanUpIsTriedThreeTimesAndThenGivenUp() {
        local.deploy(TWO);
        local.service.failing.add("DELETE b");
        local.service.calls.clear();
        local.deploy("A: {Type: Thing, Properties: {Name: a, Value: 1}}");
        assertThat(local.service.calls).containsExactly("DELETE b", "DELETE b", "DELETE b");
        assertThat(local.events()).contains("B DELETE_FAILED");
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void deleteGoesInReverseOrderAndKeepsWhatIsRetained() {
        local.deploy(TWO + "C: {Type: Thing, DeletionPolicy: Retain, Properties: {Name: c}}");
        local.service.calls.clear();
        local.delete();
        assertThat(local.service.calls).containsExactly("DELETE b", "DELETE a");
        assertThat(local.events()).contains("C DELETE_SKIPPED");
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(local.service.things).containsOnlyKeys("c");
    }

    @Test
    void whatIsGoneAlreadyCountsAsDeleted() {
        local.deploy(TWO);
        local.service.things.clear();
        local.delete();
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aDeleteThatFailsCanBeRepeated() {
        local.deploy(TWO);
        local.service.failing.add("DELETE b");
        local.delete();
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(local.service.things).containsOnlyKeys("a", "b");
        local.service.failing.clear();
        local.delete();
        assertThat(local.stack.getStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aTagOfTheStackAloneUpdatesItsResources() {
        local.deploy(TWO);
        local.service.calls.clear();
        local.tagged(Map.of("Team", "net")).deploy(TWO);
        assertThat(local.service.calls).containsExactly("UPDATE a", "UPDATE b");
        assertThat(local.stack.getTags()).containsEntry("Team", "net");
    }

    @Test
    void outputsComeFromTheResourcesAndAloneAreAnUpdate() {
        String resources = "Resources: {A: {Type: Thing, Properties: {Name: a}}, V: {Type: 'AWS::EC2::VPC'}}\n";
        local.deploy(resources);
        assertThat(local.deploy(resources
                        + "Outputs: {O: {Value: !Sub '${A}: ${A.Address}', Export: {Name: x}}, P: {Value: !Ref V}}"))
                .isTrue();
        assertThat(local.stack.getOutputs()).extracting(StackOutput::key).containsExactly("O", "P");
        assertThat(local.stack.getOutputs().get(0).value()).isEqualTo("a: at a");
        assertThat(local.stack.getOutputs())
                .extracting(StackOutput::placeholder)
                .containsExactly(false, true);
    }

    @Test
    void anExportInUseCannotGo() {
        local.deploy(
                "Resources: {A: {Type: Thing, Properties: {Name: a}}}\nOutputs: {O: {Value: v, Export: {Name: x}}}");
        Stack user = new Stack("user", "id", "123456789012", "us-east-1");
        user.getImports().add("x");
        local.siblings.add(user);
        assertThatThrownBy(local::delete).hasMessageContaining("as it is in use by user");
    }

    @Test
    void placeholdersAreRecordedWithStableIdsAndSayWhatTheyAre() {
        String template = "V: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}\n"
                + "A: {Type: Thing, Properties: {Name: a, Value: !Ref V}}";
        local.deploy(template);
        LocalStack again = new LocalStack(7, "");
        again.deploy(template);
        String id = local.service.things.get("a").path("Value").asText();
        assertThat(id).matches("vpc-[0-9a-f]{17}");
        assertThat(again.service.things.get("a").path("Value").asText()).isEqualTo(id);
        assertThat(local.stack.getResources().get("V").reason()).isEqualTo("LOCAL PLACEHOLDER: recorded, not created");
    }

    @Test
    void aPlaceholderIsSaidToBeOneAndInitiatedOnce() {
        local.deploy("V: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}");
        assertThat(local.stack.getEvents())
                .filteredOn(event -> event.logicalId().equals("V"))
                .extracting(event -> event.status() + " " + event.reason())
                .containsExactly(
                        "CREATE_IN_PROGRESS LOCAL PLACEHOLDER: recorded, not created",
                        "CREATE_IN_PROGRESS Resource creation Initiated",
                        "CREATE_COMPLETE LOCAL PLACEHOLDER: recorded, not created");
    }

    @Test
    void dynamicReferencesReachTheHandlerButAreNotKept() {
        local.deploy("A: {Type: Thing, Properties: {Name: a, Secret: '{{resolve:secretsmanager:x:SecretString:k}}',"
                + " Value: '{{resolve:ssm:n}}'}}");
        assertThat(local.service.things.get("a").path("Value").asText()).isEqualTo("value of n");
        assertThat(local.stack.getResources().get("A").properties().toString())
                .doesNotContain("value of n", "secret of");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void propertiesHaveTheTypesOfTheSchema(long seed) {
        LocalStack stack = new LocalStack(seed, "");
        stack.deploy("A: {Type: Thing, Properties: {Name: 7, Value: 1.5, Count: '5'}}");
        assertThat(stack.service.things.get("7"))
                .hasToString("{\"Name\":\"7\",\"Value\":\"1.5\",\"Count\":5,\"Address\":\"at 7\"}");
    }

    @Test
    void driftNamesTheChangedLeafAndTheLostResource() {
        local.deploy("A: {Type: Thing, Properties: {Name: a, Value: 1, Items: [x, y], Secret: s}}\n"
                + "B: {Type: Thing, Properties: {Name: b}}");
        assertThat(local.drift().isDrifted()).isFalse();
        local.service
                .things
                .get("a")
                .put("Value", "2")
                .putArray("Items")
                .add("y")
                .add("z");
        local.service.things.remove("b");
        DriftReport report = local.drift();
        assertThat(report.resources().get(0).differences())
                .containsExactlyInAnyOrder(
                        new PropertyDifference("/Value", "1", "2", PropertyDifference.Kind.NOT_EQUAL),
                        new PropertyDifference("/Items/0", "x", "null", PropertyDifference.Kind.REMOVE),
                        new PropertyDifference("/Items/2", "null", "z", PropertyDifference.Kind.ADD));
        assertThat(report.resources().get(1).status()).isEqualTo(DriftReport.Status.DELETED);
    }
}
