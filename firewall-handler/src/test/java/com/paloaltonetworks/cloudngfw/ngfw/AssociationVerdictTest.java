package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AssociationStatus;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose success and whose failure the status of a rulestack on a firewall is. */
class AssociationVerdictTest {

    private static final ObjectNode BLUE = firewall("{\"RuleStackName\":\"blue\",\"GlobalRuleStackName\":\"north\"}");
    private static final ObjectNode GREEN = firewall("{\"RuleStackName\":\"green\",\"GlobalRuleStackName\":\"south\"}");
    private static final World WORLD = World.standard();
    private static final World LATE = WORLD.withApi(WORLD.api().withAssociationStatus(AssociationStatus.LATE));

    private Scene scene = Scene.standard();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Tags\":[{\"Key\":\"stage\",\"Value\":\"prod\"}]}",
                "{\"Description\":\"new\"}",
                "{\"SubnetMappings\":[{\"SubnetId\":\"subnet-2\"}]}"
            })
    void anUpdateIsNotToBlameForARulestackThatFailedBefore(String change) {
        scene.create(BLUE);
        theDevicesRefuse("blue", "device out of memory");
        ObjectNode updated = scene.update(BLUE, BLUE.deepCopy().setAll(Driver.json(change)));
        assertThat(updated.at("/ReadFirewall/RuleStackStatus").asText()).isEqualTo("Failed");
        assertThat(updated.at("/ReadFirewall/RuleStackCommitMessages")).hasToString("[\"device out of memory\"]");
        assertThat(updated.at("/ReadFirewall/GlobalRuleStackStatus").asText()).isEqualTo("Success");
        assertThat(updated.at("/ReadFirewall/GlobalRuleStackCommitMessages")).isEmpty();
    }

    @Test
    void aChangeOfOneRulestackIsNotToBlameForTheOther() {
        scene.create(BLUE);
        theDevicesRefuse("blue", "device out of memory");
        scene.update(BLUE, BLUE.deepCopy().put("GlobalRuleStackName", "south"));
        assertThat(scene.held().at("/Status/GlobalRuleStackStatus").asText()).isEqualTo("Success");
    }

    @Test
    void anUpdateThatTouchesNoRulestackWaitsForNone() {
        scene.create(BLUE);
        scene.cloudFormation().service().console().commit(Driver.REGION, "blue");
        Duration before = scene.cloudFormation().elapsed();
        scene.update(BLUE, BLUE.deepCopy().put("Description", "new"));
        assertThat(scene.cloudFormation().elapsed().minus(before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anotherRulestackHealsAFailedOne() {
        scene.create(BLUE);
        theDevicesRefuse("blue", "device out of memory");
        assertThat(scene.update(BLUE, GREEN).at("/ReadFirewall/RuleStackStatus").asText())
                .isEqualTo("Success");
    }

    @ParameterizedTest
    @EnumSource
    void successIsThatOfTheNewRulestack(AssociationStatus setting) {
        use(WORLD.withApi(WORLD.api().withAssociationStatus(setting)));
        scene.create(BLUE);
        scene.update(BLUE, GREEN);
        assertThat(scene.held().path("RuleStackName").asText()).isEqualTo("green");
        assertThat(scene.cloudFormation()
                        .service()
                        .tenant()
                        .at("/Firewalls/0/Status/RuleStackStatus")
                        .asText())
                .isEqualTo("Success");
        assertThat(scene.cloudFormation().messages())
                .anyMatch(message -> message.startsWith("Rulestack green is ")
                        || message.contains("does not report on its new rulestack green yet"));
    }

    @Test
    void theFormerRulestacksSuccessIsNotTakenForTheNewOnes() {
        use(LATE);
        scene.create(BLUE);
        scene.cloudFormation().service().faults().failFirewall("Failed", "device out of memory");
        failure(
                scene.cloudFormation().update(BLUE, GREEN.deepCopy().put("GlobalRuleStackName", "north")),
                "GeneralServiceException",
                "rulestack green is Failed",
                "device out of memory");
    }

    @Test
    void theFormerRulestacksFailureIsNotTakenForTheNewOnes() {
        use(LATE);
        scene.create(BLUE);
        theDevicesRefuse("blue", "device out of memory");
        scene.update(BLUE, GREEN);
        assertThat(scene.held().at("/Status/RuleStackStatus").asText()).isEqualTo("Success");
    }

    @Test
    void anAssociationThatWasThereBeforeIsWaitedForAMinuteAtMost() {
        scene.create(GREEN);
        Duration before = scene.cloudFormation().elapsed();
        assertThat(scene.writesOf(BLUE, GREEN)).isEmpty();
        assertThat(scene.cloudFormation().elapsed().minus(before)).isLessThan(Duration.ofMinutes(2));
    }

    /** A push that takes no time, to a tenant that tells no times: the status looks the same before and after. */
    @Test
    void aStatusThatNeverChangesCountsAfterAMinute() {
        use(WORLD.withTimings(WORLD.timings().withDevicePush(Duration.ZERO)), "\"CommitTS\":\"[^\"]*\"", "\"Other\":1");
        scene.create(BLUE);
        Duration before = scene.cloudFormation().elapsed();
        scene.update(BLUE, GREEN);
        assertThat(scene.cloudFormation().elapsed().minus(before))
                .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void aNewerTimeIsEnough() {
        use(WORLD.withTimings(WORLD.timings().withDevicePush(Duration.ZERO)));
        scene.create(BLUE);
        Duration before = scene.cloudFormation().elapsed();
        scene.update(BLUE, GREEN);
        assertThat(scene.cloudFormation().elapsed().minus(before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aRepairOfWhatSomebodyChangedIsJudged() {
        scene.create(BLUE);
        scene.cloudFormation()
                .service()
                .console()
                .call(Driver.REGION, "POST", Scene.FIREWALLS + "/edge/rulestack", Driver.json("""
                        {"AccountId":"123456789012","RuleStackName":"green"}"""));
        scene.cloudFormation().service().faults().failFirewall("Failed", "device out of memory");
        scene.cloudFormation().service().requests().clear();
        Result repaired = scene.cloudFormation().update(BLUE, BLUE);
        failure(repaired, "GeneralServiceException", "rulestack blue is Failed", "device out of memory");
        assertThat(scene.cloudFormation().service().requests().writes())
                .containsExactly("POST " + FIREWALL + "/rulestack");
    }

    private void use(World world, String... replacement) {
        scene.close();
        scene = replacement.length == 0
                ? Scene.of(world)
                : Scene.of(Driver.of(
                        ResourceModel.TYPE_NAME,
                        platform -> new HandlerWrapper(RewiredPlatform.altering(
                                platform, body -> body.replaceAll(replacement[0], replacement[1]))),
                        world,
                        1));
    }

    private void theDevicesRefuse(String rulestack, String reason) {
        scene.cloudFormation().service().faults().failFirewall("Failed", reason);
        scene.cloudFormation().service().console().commit(Driver.REGION, rulestack);
        scene.cloudFormation()
                .scheduler()
                .run(activities -> scene.cloudFormation().scheduler().sleep(Duration.ofMinutes(1)));
        assertThat(scene.held().at("/Status/RuleStackStatus").asText()).isEqualTo("Failed");
    }
}
