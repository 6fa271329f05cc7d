package com.paloaltonetworks.cloudngfw.ngfw;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.TypeContract;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;
import java.util.Map;

class FirewallContractTest extends TypeContract {

    FirewallContractTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        Console console = driver.service().console();
        for (String name : List.of("blue", "green")) {
            console.putRulestack(REGION, name, json("{\"Scope\":\"Local\"}"));
            console.commit(REGION, name);
        }
    }

    @Override
    protected ObjectNode wanted(int number) {
        return json("""
                {"FirewallName":"fw-%d","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "Description":"one","RuleStackName":"blue",
                 "SubnetMappings":[{"SubnetId":"subnet-1"},{"SubnetId":"subnet-2"}],
                 "LogDestinationConfigs":[
                   {"LogDestination":"traffic","LogDestinationType":"CloudWatchLogs","LogType":"TRAFFIC"}],
                 "Tags":[{"Key":"team","Value":"net"},{"Key":"env","Value":"dev"}]}""".formatted(number));
    }

    @Override
    protected ObjectNode changed(int number) {
        return json("""
                {"FirewallName":"fw-%d","AccountId":"123456789012","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "Description":"two","RuleStackName":"green",
                 "SubnetMappings":[{"SubnetId":"subnet-2"},{"SubnetId":"subnet-3"}],
                 "LogDestinationConfigs":[
                   {"LogDestination":"threats","LogDestinationType":"S3","LogType":"THREAT"}],
                 "Tags":[{"Key":"team","Value":"security"}]}""".formatted(number));
    }

    @Override
    protected ObjectNode withAnother(JsonPointer createOnly, ObjectNode model) {
        String property = createOnly.getMatchingProperty();
        return model.put(property, property.equals("AccountId") ? "210987654321" : "another");
    }

    /** Described ones come in the smallest pages. */
    @Override
    protected ObjectNode filter() {
        return json("{\"RuleStackName\":\"blue\",\"Describe\":true}");
    }

    @Override
    protected ObjectNode otherFilter() {
        return json("{\"RuleStackName\":\"green\"}");
    }

    @Override
    protected int many() {
        return 105;
    }

    @Override
    protected void inConsole(int number) {
        cloudFormation.service().console().call(REGION, "POST", "/v1/config/ngfirewalls", json("""
                        {"FirewallName":"fw-%d","AccountId":"123456789012","VpcId":"vpc-1",
                         "EndpointMode":"ServiceManaged","SubnetMappings":[{"SubnetId":"subnet-1"}],
                         "RuleStackName":"blue"}""".formatted(number)));
    }

    @Override
    protected Map<String, String> tagsHeld() {
        return tags(cloudFormation.service().tenant().at("/Firewalls/0/Tags"));
    }
}
