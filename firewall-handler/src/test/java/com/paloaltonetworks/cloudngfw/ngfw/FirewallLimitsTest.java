package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.LimitsContract;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.Map;
import java.util.Set;

class FirewallLimitsTest extends LimitsContract {

    FirewallLimitsTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        Console console = driver.service().console();
        console.putRulestack(REGION, "blue", json("{\"Scope\":\"Local\"}"));
        console.commit(REGION, "blue");
    }

    @Override
    protected ObjectNode wanted() {
        return json("""
                {"FirewallName":"edge","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "Description":"all of it","RuleStackName":"blue","SubnetMappings":[{"SubnetId":"subnet-1"}],
                 "CloudWatchMetricNamespace":"Firewalls",
                 "LogDestinationConfigs":[
                   {"LogDestination":"traffic","LogDestinationType":"CloudWatchLogs","LogType":"TRAFFIC"}],
                 "Tags":[{"Key":"team","Value":"net"}]}""");
    }

    @Override
    protected Set<String> formed() {
        return Set.of("/AccountId", "/RuleStackName", "/VpcId");
    }

    @Override
    protected Map<String, Integer> most() {
        return Map.of("/Tags", 50);
    }

    /** They need another service beside, are read only by lists, or would start another operation. */
    @Override
    protected Set<String> untried() {
        return Set.of("/AppIdVersion", "/GlobalRuleStackName", "/LinkId", "/VPCIds", "/VPCIds/*");
    }
}
