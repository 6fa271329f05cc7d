package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.ngfw.Scene.firewall;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.client.model.FirewallStatus;
import com.paloaltonetworks.cloudngfw.client.model.LogProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirewallMapperTest {

    private static final FirewallStatus READY =
            FirewallStatus.builder().firewallStatus("CREATE_COMPLETE").build();

    @Test
    void everyPropertySurvivesTheRoundTrip() {
        ResourceModel model = model(firewall(FirewallCreationTest.EVERYTHING));
        Firewall api = FirewallMapper.toApi(model);
        ResourceModel back =
                FirewallMapper.toModel(new FirewallView(api, READY), FirewallMapper.logProfile(model), api.tags());
        assertThat(back.getReadFirewall().getDescription()).isEqualTo("edge of the world");
        back.setReadFirewall(null);
        assertThat(back).isEqualTo(model);
    }

    @Test
    void anEmptyModelSendsNoKey() {
        Firewall api = FirewallMapper.toApi(new ResourceModel());
        assertThat(Json.mapper().<ObjectNode>valueToTree(api)).isEmpty();
    }

    @Test
    void emptyTextsAndListsAreNone() {
        Firewall bare = Firewall.builder()
                .firewallName("edge")
                .description("")
                .ruleStackName("")
                .subnetMappings(List.of())
                .build();
        LogProfile log = LogProfile.builder().logDestinationConfigs(List.of()).build();
        ResourceModel model = FirewallMapper.toModel(new FirewallView(bare, READY), log, List.of());
        assertThat(model)
                .isEqualTo(ResourceModel.builder()
                        .firewallName("edge")
                        .readFirewall(ReadFirewall.builder()
                                .firewallName("edge")
                                .firewallStatus("CREATE_COMPLETE")
                                .build())
                        .build());
    }

    private static ResourceModel model(ObjectNode json) {
        return Json.mapper().convertValue(json, ResourceModel.class);
    }
}
