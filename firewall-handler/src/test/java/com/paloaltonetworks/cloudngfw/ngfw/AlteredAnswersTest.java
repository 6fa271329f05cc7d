package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service is documented to say and the simulator does not. */
class AlteredAnswersTest {

    private final AtomicReference<UnaryOperator<String>> alteration = new AtomicReference<>(UnaryOperator.identity());
    private final Driver cloudFormation = Driver.of(
            ResourceModel.TYPE_NAME,
            platform -> new HandlerWrapper(RewiredPlatform.altering(platform, alteration.get())));
    private final Scene scene = Scene.of(cloudFormation);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void createWaitsForTheNameOfTheEndpointService() {
        alteration.set(body -> cloudFormation.elapsed().compareTo(Duration.ofMinutes(30)) < 0
                ? body.replaceAll("com\\.amazonaws\\.vpce[^\"]*", "Creating")
                : body);
        assertThat(scene.create(firewall())
                        .at("/ReadFirewall/EndpointServiceName")
                        .asText())
                .startsWith("com.amazonaws.vpce.");
        assertThat(cloudFormation.elapsed()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
    }

    @Test
    void aCreationWithoutAnEndIsNotStabilizedBeforeCloudFormationGivesUp() {
        alteration.set(body -> body.replace("CREATE_COMPLETE", "RESTING"));
        failure(cloudFormation.create(firewall()), "NotStabilized", "180 minutes", "Firewall edge is RESTING");
        assertThat(cloudFormation.elapsed()).isLessThan(Duration.ofHours(3));
    }

    @Test
    void aDeletedFirewallMayStayVisibleForAWhile() {
        scene.create(firewall());
        alteration.set(body -> body.replace("DELETING", "DELETE_COMPLETE"));
        success(cloudFormation.delete(firewall()));
        failure(cloudFormation.read(firewall()), "NotFound");
        failure(cloudFormation.delete(firewall()), "NotFound");
    }

    @Test
    void aFailedUpdateThatIsStillShownDoesNotEndADeletion() {
        scene.create(firewall());
        alteration.set(body -> body.replace("DELETING", "UPDATE_FAIL"));
        success(cloudFormation.delete(firewall()));
    }

    @Test
    void aVersionThatIsMovedOnAtOnceIsNotWaitedFor() {
        alteration.set(body -> body.replace("8700-1", "8750-9"));
        scene.create(firewall("{\"AppIdVersion\":\"8700-1\"}"));
        assertThat(scene.held().path("AppIdVersion").asText()).isEqualTo("8700-1");
        assertThat(cloudFormation.elapsed()).isLessThan(Duration.ofMinutes(20));
    }

    @Test
    void aFailureWithoutAReasonSaysSo() {
        cloudFormation.service().faults().failFirewall("CREATE_FAIL", "x");
        alteration.set(body -> body.replace("\"FailureReason\"", "\"Other\""));
        failure(cloudFormation.create(firewall()), "GeneralServiceException", "the service gave no reason");
    }
}
