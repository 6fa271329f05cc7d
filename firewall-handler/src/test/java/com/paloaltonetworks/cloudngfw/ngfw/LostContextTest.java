package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.FirewallCreationTest.EVERYTHING;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AssociationStatus;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudFormation is known to have lost a callback context. */
class LostContextTest {

    /** A firewall goes on reporting on its former rulestack for a minute, and takes another to have the new one. */
    private static final World SLOW = World.standard()
            .withApi(World.standard().api().withAssociationStatus(AssociationStatus.LATE))
            .withTimings(World.standard().timings().withDevicePush(Duration.ofMinutes(1)));

    private final AtomicInteger untilLoss = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger longestContext = new AtomicInteger();
    private final Driver cloudFormation =
            Driver.of(ResourceModel.TYPE_NAME, platform -> forgetful(new HandlerWrapper(platform)), SLOW, 1);
    private final Scene scene = Scene.of(cloudFormation);

    private RequestStreamHandler forgetful(HandlerWrapper wrapper) {
        return (in, out, context) -> {
            ObjectNode request = Driver.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            longestContext.accumulateAndGet(
                    request.path("callbackContext").toString().length(), Math::max);
            if (untilLoss.decrementAndGet() == 0) {
                request.putNull("callbackContext");
            }
            wrapper.handleRequest(
                    new ByteArrayInputStream(request.toString().getBytes(StandardCharsets.UTF_8)), out, context);
        };
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theContextStaysSmall() {
        scene.create(firewall(EVERYTHING));
        assertThat(longestContext.get()).isBetween(100, 2048);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 9})
    void anUpdateEndsTheSame(int invocation) {
        scene.create(firewall());
        ObjectNode desired = firewall(EVERYTHING);
        untilLoss.set(invocation);
        ObjectNode updated = scene.update(firewall(), desired);
        assertThat(written(updated)).isEqualTo(desired);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theFormerRulestacksSuccessIsStillNotTakenForTheNewOnes(int invocation) {
        ObjectNode blue = firewall("{\"RuleStackName\":\"blue\"}");
        scene.create(blue);
        cloudFormation.service().faults().failFirewall("Failed", "device out of memory");
        untilLoss.set(invocation);
        failure(
                cloudFormation.update(blue, firewall("{\"RuleStackName\":\"green\"}")),
                "GeneralServiceException",
                "rulestack green is Failed",
                "device out of memory");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aDeleteEndsTheSame(int invocation) {
        scene.create(firewall());
        untilLoss.set(invocation);
        success(cloudFormation.delete(firewall()));
    }

    @Test
    void aCreateThatForgotWhatItMadeNamesNoModel() {
        untilLoss.set(4);
        Result result = cloudFormation.create(firewall());
        failure(result, "AlreadyExists", "edge already exists");
        assertThat(result.model()).isNull();
    }
}
