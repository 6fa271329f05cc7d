package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.util.List;

/** Resources as templates write them. */
final class Models {

    static final String LIST = "LocalRule";

    /** The prefix list that every rulestack of ours has. */
    static final String OWN_LIST = "office";

    /** Rules that a rulestack of ours has itself. */
    static final List<String> INNER_RULES = List.of("inner", "more");

    private Models() {}

    static Resource rule(String id, String rulestack, int priority) {
        return Resource.of(
                ResourceKind.SECURITY_RULE, id, """
                {"RuleStackName":"%s","RuleListType":"%s","RuleName":"%s","Priority":%d,"Action":"Allow",
                 "Source":{"Cidrs":["10.0.0.0/8","10.%d.0.0/16"]},"Logging":true,
                 "Tags":[{"Key":"team","Value":"net"}]}""".formatted(rulestack, LIST, id, priority, priority % 250));
    }

    /** One that only goes into a commit together with its rulestack's own prefix list. */
    static Resource referring(Resource rule) {
        ObjectNode properties = rule.properties().deepCopy();
        properties.putObject("Source").putArray("PrefixLists").add(OWN_LIST);
        return new Resource(rule.kind(), rule.logicalId(), properties);
    }

    static Resource poisoned(Resource rule) {
        ObjectNode properties = rule.properties().deepCopy();
        properties.putObject("Category").putArray("URLCategoryNames").add("no-such-category");
        return new Resource(rule.kind(), rule.logicalId(), properties);
    }

    static Resource harmless(Resource poisoned) {
        ObjectNode properties = poisoned.properties().deepCopy();
        properties.remove("Category");
        return new Resource(poisoned.kind(), poisoned.logicalId(), properties);
    }

    static Resource rulestack(String id) {
        return Resource.of(ResourceKind.RULESTACK, id, """
                {"RuleStackName":"%s","RuleStack":{"Scope":"Local","Description":"as it was"},
                 "SecurityObjects":{"PrefixLists":[{"Name":"%s","PrefixList":["10.1.0.0/16"]},
                   {"Name":"lab","PrefixList":["10.2.0.0/16"]}]},
                 "RuleList":[{"RuleName":"inner","RuleListType":"%s","Priority":8500,"Action":"Allow",
                   "Source":{"PrefixLists":["%s"]}}]}""".formatted(id, OWN_LIST, LIST, OWN_LIST));
    }

    /** With another description, an object fewer, one changed, and a rule more. */
    static Resource changedRulestack(String id) {
        return Resource.of(ResourceKind.RULESTACK, id, """
                {"RuleStackName":"%s","RuleStack":{"Scope":"Local","Description":"as it is now"},
                 "SecurityObjects":{"PrefixLists":[{"Name":"%s","PrefixList":["10.1.0.0/16","10.3.0.0/16"]}]},
                 "RuleList":[{"RuleName":"inner","RuleListType":"%s","Priority":8510,"Action":"DenySilent",
                   "Source":{"PrefixLists":["%s"]}},
                   {"RuleName":"more","RuleListType":"%s","Priority":8500,"Action":"Allow"}]}""".formatted(id, OWN_LIST, LIST, OWN_LIST, LIST));
    }

    static Resource firewall(String id, String rulestack) {
        return Resource.of(ResourceKind.FIREWALL, id, """
                {"FirewallName":"%s","AccountId":"%s","VpcId":"vpc-1","EndpointMode":"ServiceManaged",
                 "Description":"as it was","RuleStackName":"%s","SubnetMappings":[{"SubnetId":"subnet-1"}]}""".formatted(id, Cloud.ACCOUNT, rulestack));
    }
}
