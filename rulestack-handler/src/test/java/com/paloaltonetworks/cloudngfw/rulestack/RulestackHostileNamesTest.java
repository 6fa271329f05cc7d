package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.HostileNamesContract;

class RulestackHostileNamesTest extends HostileNamesContract {

    RulestackHostileNamesTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        driver.service().console().putRulestack(Driver.REGION, "victim", json("{\"Scope\":\"Local\"}"));
    }

    @Override
    protected ObjectNode wanted() {
        return json("""
                {"RuleStackName":"edge","RuleStack":{"Scope":"Local","Description":"one"},
                 "SecurityObjects":{
                   "PrefixLists":[{"Name":"office","PrefixList":["10.1.0.0/16"]}],
                   "FqdnLists":[{"Name":"updates","FqdnList":["a.example.com"]}]},
                 "RuleList":[
                   {"RuleName":"patch","RuleListType":"LocalRule","Priority":20,"Source":{"PrefixLists":["office"]},
                    "Destination":{"FqdnLists":["updates"]},"Action":"Allow"}],
                 "Tags":[{"Key":"team","Value":"net"}]}""");
    }

    @Override
    protected ObjectNode filter() {
        return json("{}");
    }
}
