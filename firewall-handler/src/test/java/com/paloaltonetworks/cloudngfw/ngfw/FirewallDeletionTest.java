package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.FIREWALL;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.failure;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static com.paloaltonetworks.cloudngfw.ngfw.Scene.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirewallDeletionTest {

    private final Scene scene = Scene.standard();
    private final Driver cloudFormation = scene.cloudFormation();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void deleteSucceedsOnlyWhenTheFirewallIsGone() {
        scene.create(firewall());
        Result result =
                cloudFormation.delete(Driver.json("{\"FirewallName\":\"edge\",\"AccountId\":\"123456789012\"}"));
        assertThat(success(result)).isNull();
        assertThat(cloudFormation.service().tenant().path("Firewalls")).isEmpty();
        assertThat(cloudFormation.messages()).contains("Firewall edge is DELETING");
    }

    @Test
    void deleteOfAnAbsentFirewallIsNotFound() {
        failure(cloudFormation.delete(firewall()), "NotFound", "edge");
    }

    @Test
    void afterADeleteThereIsNothingLeftToReadOrDelete() {
        scene.create(firewall());
        success(cloudFormation.delete(firewall()));
        failure(cloudFormation.read(firewall()), "NotFound");
        failure(cloudFormation.delete(firewall()), "NotFound");
        success(cloudFormation.create(firewall()));
    }

    @Test
    void deleteWaitsOutAnUpdate() {
        scene.create(firewall());
        cloudFormation.service().console().changeSubnets(Driver.REGION, "edge", List.of("subnet-2"), List.of());
        cloudFormation.service().requests().clear();
        success(cloudFormation.delete(firewall()));
        assertThat(cloudFormation.service().requests().writes()).containsExactly("DELETE " + FIREWALL);
    }

    @Test
    void aFailedDeletionTellsTheReasonAndCanBeTriedAgain() {
        scene.create(firewall());
        cloudFormation.service().faults().failFirewall("DELETE_FAIL", "route table rtb-1 uses an endpoint");
        failure(
                cloudFormation.delete(firewall()),
                "GeneralServiceException",
                "DELETE_FAIL",
                "route table rtb-1 uses an endpoint");
        success(cloudFormation.delete(firewall()));
    }
}
