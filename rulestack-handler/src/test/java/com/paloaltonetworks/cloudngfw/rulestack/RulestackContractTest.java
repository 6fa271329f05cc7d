package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.TypeContract;
import java.util.Map;

class RulestackContractTest extends TypeContract {

    private static final JsonPointer ACCOUNT = JsonPointer.compile("/RuleStack/AccountId");

    RulestackContractTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        // needs nothing
    }

    @Override
    protected ObjectNode wanted(int number) {
        return json("""
                {"RuleStackName":"stack-%d",
                 "RuleStack":{"Scope":"Local","Description":"one","Deploy":"YES",
                   "Profiles":{"AntiSpywareProfile":"BestPractice"}},
                 "SecurityObjects":{
                   "PrefixLists":[{"Name":"office","PrefixList":["10.1.0.0/16","192.168.7.1"]}],
                   "FqdnLists":[{"Name":"updates","FqdnList":["a.example.com","b.example.com"]}]},
                 "RuleList":[
                   {"RuleName":"patch","RuleListType":"LocalRule","Priority":20,"Source":{"PrefixLists":["office"]},
                    "Destination":{"FqdnLists":["updates"]},"Applications":["ssl","web-browsing"],"Action":"Allow"},
                   {"RuleName":"rest","RuleListType":"LocalRule","Priority":30,"Source":{"Cidrs":["any"]},
                    "Destination":{"Cidrs":["any"]},"Action":"DenySilent","Logging":true}],
                 "Tags":[{"Key":"team","Value":"net"},{"Key":"env","Value":"dev"}]}""".formatted(number));
    }

    @Override
    protected ObjectNode changed(int number) {
        return json("""
                {"RuleStackName":"stack-%d",
                 "RuleStack":{"Scope":"Local","Description":"two","Deploy":"YES",
                   "Profiles":{"AntiSpywareProfile":"None"}},
                 "SecurityObjects":{
                   "PrefixLists":[{"Name":"office","PrefixList":["10.2.0.0/16"]}],
                   "CustomUrlCategories":[{"Name":"games","URLTargets":["games.example.com/"],"Action":"block"}]},
                 "RuleList":[
                   {"RuleName":"patch","RuleListType":"LocalRule","Priority":30,"Source":{"PrefixLists":["office"]},
                    "Destination":{"Cidrs":["any"]},"Applications":["ssl"],"Action":"Allow"},
                   {"RuleName":"new","RuleListType":"LocalRule","Priority":20,"Source":{"Cidrs":["any"]},
                    "Destination":{"Cidrs":["any"]},"Action":"DenySilent"}],
                 "Tags":[{"Key":"team","Value":"security"}]}""".formatted(number));
    }

    @Override
    protected ObjectNode withAnother(JsonPointer createOnly, ObjectNode model) {
        if (createOnly.equals(ACCOUNT)) {
            model.withObject("/RuleStack").put("AccountId", "210987654321");
            return model;
        }
        return model.put("RuleStackName", "another");
    }

    @Override
    protected ObjectNode withPrevious(JsonPointer createOnly, ObjectNode model) {
        if (createOnly.equals(ACCOUNT)) {
            model.withObject("/RuleStack").put("AccountId", Driver.ACCOUNT);
        }
        return model;
    }

    @Override
    protected ObjectNode filter() {
        return json("{}");
    }

    @Override
    protected ObjectNode otherFilter() {
        return null;
    }

    /** All that a subscription may have. */
    @Override
    protected int many() {
        return 10;
    }

    @Override
    protected void inConsole(int number) {
        cloudFormation.service().console().putRulestack(REGION, "stack-" + number, json("{\"Scope\":\"Local\"}"));
    }

    @Override
    protected Map<String, String> tagsHeld() {
        return tags(cloudFormation.service().tenant().at("/Rulestacks/0/Tags"));
    }
}
