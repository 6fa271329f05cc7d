package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.HostileNamesContract;
import com.paloaltonetworks.cloudngfw.simulator.Console;

class SecurityRuleHostileNamesTest extends HostileNamesContract {

    SecurityRuleHostileNamesTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        Console console = driver.service().console();
        console.putRulestack(REGION, "edge", json("{\"Scope\":\"Local\"}"));
        console.commit(REGION, "edge");
        console.putRulestack(REGION, "victim", json("{\"Scope\":\"Local\"}"));
    }

    @Override
    protected ObjectNode wanted() {
        return json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"patch","Priority":20,
                 "Source":{"Cidrs":["10.0.0.0/8"]},"Destination":{"Cidrs":["any"]},"Action":"Allow",
                 "Tags":[{"Key":"team","Value":"net"}]}""");
    }

    @Override
    protected ObjectNode filter() {
        return json("{\"RuleStackName\":\"edge\",\"RuleListType\":\"LocalRule\"}");
    }
}
