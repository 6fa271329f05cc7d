package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALLS;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyRulestackName;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallRulestacksTest {

    private static final ObjectNode ON_LATE = firewall("{\"RuleStackName\":\"late\"}");

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void createWaitsForARulestackThatIsStillBeingMade() {
        Result result = createWhile(() -> {
            cloudFormation.scheduler().sleep(Duration.ofMinutes(3));
            scene.uncommitted("late", "Local");
            cloudFormation.scheduler().sleep(Duration.ofMinutes(3));
            cloudFormation.service().console().commit(Driver.REGION, "late");
        });
        assertThat(success(result).at("/ReadFirewall/RuleStackStatus").asText()).isEqualTo("Success");
        assertThat(cloudFormation.messages())
                .contains("rulestack late does not exist", "rulestack late has not been committed yet");
        assertThat(cloudFormation.service().requests().writes()).containsExactly("POST " + FIREWALLS);
    }

    @Test
    void createWaitsForACommitUnderWay() {
        scene.committed("late", "Local");
        cloudFormation
                .service()
                .console()
                .call(Driver.REGION, "POST", "/v1/config/rulestacks/late/commit", Driver.json("{}"));
        success(cloudFormation.create(ON_LATE));
        assertThat(cloudFormation.messages()).contains("rulestack late is being committed");
        assertThat(cloudFormation.service().requests().writes()).containsExactly("POST " + FIREWALLS);
    }

    @ParameterizedTest
    @CsvSource({"RuleStackName", "GlobalRuleStackName"})
    void theWaitForARulestackEndsAfterAQuarterOfAnHour(String property) {
        failure(
                cloudFormation.create(firewall().put(property, "nowhere")),
                "NotStabilized",
                "rulestack nowhere does not exist",
                "15 minutes");
        assertThat(cloudFormation.elapsed()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void anUpdateWaitsForItsNewRulestackBeforeAnyWrite() {
        scene.create(firewall());
        cloudFormation.service().requests().clear();
        scene.uncommitted("late", "Local");
        failure(
                cloudFormation.update(firewall(), ON_LATE.deepCopy().put("Description", "d")),
                "NotStabilized",
                "rulestack late has not been committed yet");
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void anUpdateDoesNotWaitForTheRulestackThatTheFirewallHas() {
        ObjectNode previous = firewall("{\"RuleStackName\":\"blue\"}");
        scene.create(previous);
        cloudFormation.service().requests().clear();
        scene.update(previous, previous.deepCopy().put("Description", "d"));
        assertThat(cloudFormation.service().requests().all()).noneMatch(request -> request.contains("rulestacks"));
    }

    @Test
    void createFailsWhenTheDevicesRefuseTheRulestack() {
        cloudFormation.service().faults().failFirewall("Failed", "device out of memory");
        failure(
                cloudFormation.create(firewall("{\"RuleStackName\":\"blue\"}")),
                "GeneralServiceException",
                "rulestack blue",
                "device out of memory");
    }

    @Test
    void anUpdateThatTheDevicesRefuseRollsBack() {
        ObjectNode previous = firewall("{\"RuleStackName\":\"blue\"}");
        ObjectNode desired = firewall("{\"RuleStackName\":\"green\"}");
        scene.create(previous);
        cloudFormation.service().faults().failFirewall("Failed", "device out of memory");
        failure(cloudFormation.update(previous, desired), "GeneralServiceException", "device out of memory");
        scene.update(/* previous= */ desired, /* desired= */ previous);
        assertThat(scene.held().path("RuleStackName").asText()).isEqualTo("blue");
        assertThat(scene.held().at("/Status/RuleStackStatus").asText()).isEqualTo("Success");
    }

    @Test
    void theGlobalRulestackIsAssociatedByItsOwnAdmin() {
        World world = World.standard()
                .withRoles(World.standard().roles().stream()
                        .map(role -> role.withTags(Map.of("CloudNGFWFirewallAdmin", "Yes")))
                        .toList());
        try (Scene poor = Scene.of(world)) {
            failure(
                    poor.cloudFormation().create(firewall("{\"GlobalRuleStackName\":\"north\"}")),
                    "AccessDenied",
                    "CloudNGFWGlobalRulestackAdmin");
            poor.cloudFormation().delete(firewall());
            success(poor.cloudFormation().create(firewall("{\"RuleStackName\":\"blue\"}")));
        }
    }

    @Test
    void aServiceThatKeepsTheLocalRulestackSaysSo() {
        World world = World.standard();
        try (Scene strict = Scene.of(world.withApi(world.api().withEmptyRulestackName(EmptyRulestackName.REFUSE)))) {
            ObjectNode previous = firewall("{\"RuleStackName\":\"blue\"}");
            strict.create(previous);
            failure(
                    strict.cloudFormation().update(previous, firewall()),
                    "InvalidRequest",
                    "does not take the local rulestack away",
                    "RuleStackName must have");
        }
    }

    @Test
    void bothRulestacksCanBeHeldAndGivenUpAtOnce() {
        ObjectNode both = firewall("{\"RuleStackName\":\"blue\",\"GlobalRuleStackName\":\"north\"}");
        scene.create(both);
        assertThat(scene.writesOf(both, firewall()))
                .containsExactly("POST " + FIREWALL + "/rulestack", "DELETE " + FIREWALL + "/globalrulestack");
        assertThat(scene.held().has("RuleStackName")).isFalse();
        assertThat(scene.held().has("GlobalRuleStackName")).isFalse();
    }

    /** NotFound would: CloudFormation then forgets the firewall. */
    @Test
    void anUpdateWhoseNewRulestackIsDeletedMeanwhileDoesNotSayThatTheFirewallIsGone() {
        scene.create(firewall());
        scene.committed("late", "Local");
        ObjectNode desired = ON_LATE.deepCopy();
        desired.withArray("SubnetMappings").addObject().put("SubnetId", "subnet-2");
        Result result = meanwhile(Driver.updating("Edge", firewall(), desired), () -> {
            cloudFormation.scheduler().sleep(Duration.ofSeconds(30));
            cloudFormation.service().console().deleteRulestack(Driver.REGION, "late");
        });
        failure(result, "InvalidRequest", "Firewall edge", "rulestack late does not exist");
        assertThat(scene.held().path("FirewallName").asText()).isEqualTo("edge");
    }

    /** Creates the firewall on the rulestack {@code late} while something else goes on. */
    private Result createWhile(Runnable other) {
        return meanwhile(Driver.creating("Edge", ON_LATE), other);
    }

    private Result meanwhile(Function<Driver, Callable<Result>> operation, Runnable other) {
        AtomicReference<Result> result = new AtomicReference<>();
        cloudFormation.together(
                Duration.ZERO,
                List.of(
                        driver -> () -> {
                            result.set(operation.apply(driver).call());
                            return result.get();
                        },
                        driver -> () -> {
                            other.run();
                            return null;
                        }));
        return result.get();
    }
}
