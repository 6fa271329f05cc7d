package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.TypeContract;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.Map;

class SecurityRuleContractTest extends TypeContract {

    SecurityRuleContractTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        Console console = driver.service().console();
        console.putRulestack(REGION, "edge", json("{\"Scope\":\"Local\"}"));
        console.commit(REGION, "edge");
    }

    @Override
    protected ObjectNode wanted(int number) {
        return json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"rule-%d","Priority":%d,
                 "Description":"one","Source":{"Cidrs":["10.0.0.0/8","192.168.0.0/16"]},"Destination":{"Cidrs":["any"]},
                 "Applications":["ssl","web-browsing"],"ProtPortList":["TCP:443"],"Action":"Allow","Logging":true,
                 "Tags":[{"Key":"team","Value":"net"},{"Key":"env","Value":"dev"}]}""".formatted(number, 10 * (number + 1)));
    }

    @Override
    protected ObjectNode changed(int number) {
        return json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"rule-%d","Priority":%d,
                 "Description":"two","Source":{"Cidrs":["10.0.0.0/8"]},"Destination":{"Countries":["DE","NO"]},
                 "Applications":["any"],"Action":"DenySilent","Logging":false,
                 "Tags":[{"Key":"team","Value":"security"}]}""".formatted(number, 10 * (number + 1) + 5));
    }

    @Override
    protected ObjectNode withAnother(JsonPointer createOnly, ObjectNode model) {
        String property = createOnly.getMatchingProperty();
        return model.put(property, property.equals("RuleListType") ? "PreRule" : "another");
    }

    @Override
    protected ObjectNode filter() {
        return json("{\"RuleStackName\":\"edge\",\"RuleListType\":\"LocalRule\"}");
    }

    @Override
    protected ObjectNode otherFilter() {
        return json("{\"RuleStackName\":\"edge\",\"RuleListType\":\"PreRule\"}");
    }

    /** More than the service lists in one answer. */
    @Override
    protected int many() {
        return 1030;
    }

    @Override
    protected void inConsole(int number) {
        cloudFormation
                .service()
                .console()
                .putRule(
                        REGION,
                        "edge",
                        "LocalRule",
                        10 * (number + 1),
                        json("{\"RuleName\":\"rule-" + number + "\",\"Action\":\"Allow\"}"));
    }

    @Override
    protected Map<String, String> tagsHeld() {
        return tags(cloudFormation.service().tenant().at("/Rulestacks/0/Candidate/Rules/LocalRule/0/RuleEntry/Tags"));
    }
}
