package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.HostileNamesContract;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;

class FirewallHostileNamesTest extends HostileNamesContract {

    FirewallHostileNamesTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        Console console = driver.service().console();
        for (String name : List.of("blue", "green", "victim")) {
            console.putRulestack(REGION, name, json("{\"Scope\":\"Local\"}"));
            console.commit(REGION, name);
        }
    }

    @Override
    protected ObjectNode wanted() {
        return json("""
                {"FirewallName":"edge","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "Description":"one","RuleStackName":"blue","SubnetMappings":[{"SubnetId":"subnet-1"}],
                 "LogDestinationConfigs":[
                   {"LogDestination":"traffic","LogDestinationType":"CloudWatchLogs","LogType":"TRAFFIC"}],
                 "Tags":[{"Key":"team","Value":"net"}]}""");
    }

    @Override
    protected ObjectNode filter() {
        return json("{\"RuleStackName\":\"blue\",\"VPCIds\":[\"vpc-1\"]}");
    }
}
