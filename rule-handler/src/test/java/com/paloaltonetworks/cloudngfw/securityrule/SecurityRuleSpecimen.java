package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.Specimen;
import com.paloaltonetworks.cloudngfw.simulator.Console;

/** A rule in somebody's rulestack. */
final class SecurityRuleSpecimen {

    static final Specimen RULE = new Specimen(
            ResourceModel.TYPE_NAME,
            HandlerWrapper::new,
            SecurityRuleSpecimen::prepare,
            json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"patch","Priority":20,
                 "Source":{"Cidrs":["10.0.0.0/8"]},"Destination":{"Cidrs":["any"]},"Action":"Allow",
                 "Tags":[{"Key":"team","Value":"net"}]}"""),
            json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"patch","Priority":30,
                 "Source":{"Cidrs":["10.0.0.0/8"]},"Destination":{"Cidrs":["any"]},"Action":"DenySilent",
                 "Tags":[{"Key":"team","Value":"security"}]}"""),
            json("{\"RuleStackName\":\"edge\",\"RuleListType\":\"LocalRule\"}"));

    private SecurityRuleSpecimen() {}

    private static void prepare(Driver driver) {
        Console console = driver.service().console();
        console.putRulestack(REGION, "edge", json("{\"Scope\":\"Local\"}"));
        console.commit(REGION, "edge");
        console.putRulestack(REGION, "victim", json("{\"Scope\":\"Local\"}"));
    }
}
