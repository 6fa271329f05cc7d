package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.Specimen;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;

/** A firewall on one of two rulestacks. */
final class FirewallSpecimen {

    static final Specimen FIREWALL = new Specimen(
            ResourceModel.TYPE_NAME,
            HandlerWrapper::new,
            FirewallSpecimen::prepare,
            json("""
                {"FirewallName":"edge","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "Description":"one","RuleStackName":"blue","SubnetMappings":[{"SubnetId":"subnet-1"}],
                 "LogDestinationConfigs":[
                   {"LogDestination":"traffic","LogDestinationType":"CloudWatchLogs","LogType":"TRAFFIC"}],
                 "Tags":[{"Key":"team","Value":"net"}]}"""),
            json("""
                {"FirewallName":"edge","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "Description":"two","RuleStackName":"green","SubnetMappings":[{"SubnetId":"subnet-2"}],
                 "LogDestinationConfigs":[
                   {"LogDestination":"threats","LogDestinationType":"S3","LogType":"THREAT"}],
                 "Tags":[{"Key":"team","Value":"security"}]}"""),
            json("{\"Describe\":true,\"RuleStackName\":\"blue\",\"VPCIds\":[\"vpc-1\"]}"));

    private FirewallSpecimen() {}

    private static void prepare(Driver driver) {
        Console console = driver.service().console();
        for (String name : List.of("blue", "green", "victim")) {
            console.putRulestack(REGION, name, json("{\"Scope\":\"Local\"}"));
            console.commit(REGION, name);
        }
    }
}
