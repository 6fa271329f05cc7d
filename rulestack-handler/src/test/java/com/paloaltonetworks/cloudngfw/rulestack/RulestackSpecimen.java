package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.Specimen;

/** A rulestack with objects, a rule and tags. */
final class RulestackSpecimen {

    static final Specimen RULESTACK = new Specimen(
            ResourceModel.TYPE_NAME,
            HandlerWrapper::new,
            RulestackSpecimen::prepare,
            json("""
                {"RuleStackName":"edge","RuleStack":{"Scope":"Local","Description":"one"},
                 "SecurityObjects":{
                   "PrefixLists":[{"Name":"office","PrefixList":["10.1.0.0/16"]}],
                   "FqdnLists":[{"Name":"updates","FqdnList":["a.example.com"]}]},
                 "RuleList":[
                   {"RuleName":"patch","RuleListType":"LocalRule","Priority":20,"Source":{"PrefixLists":["office"]},
                    "Destination":{"FqdnLists":["updates"]},"Action":"Allow"}],
                 "Tags":[{"Key":"team","Value":"net"}]}"""),
            json("""
                {"RuleStackName":"edge","RuleStack":{"Scope":"Local","Description":"two"},
                 "SecurityObjects":{
                   "PrefixLists":[{"Name":"office","PrefixList":["10.2.0.0/16"]}],
                   "CustomUrlCategories":[{"Name":"games","URLTargets":["games.example.com/"],"Action":"block"}]},
                 "RuleList":[
                   {"RuleName":"patch","RuleListType":"LocalRule","Priority":30,"Source":{"PrefixLists":["office"]},
                    "Destination":{"Cidrs":["any"]},"Action":"Allow"}],
                 "Tags":[{"Key":"team","Value":"security"}]}"""),
            json("{\"Describe\":true}"));

    private RulestackSpecimen() {}

    private static void prepare(Driver driver) {
        driver.service().console().putRulestack(Driver.REGION, "victim", json("{\"Scope\":\"Local\"}"));
    }
}
