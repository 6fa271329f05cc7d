package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Models of rulestacks for tests. */
final class Rulestacks {

    private Rulestacks() {}

    static ObjectNode withRules(String name, int count) {
        ObjectNode model = json("{\"RuleStackName\":\"" + name + "\",\"RuleStack\":{\"Scope\":\"Local\"}}");
        ArrayNode rules = model.putArray("RuleList");
        for (int number = 1; number <= count; number++) {
            rules.add(rule("rule-" + number, number * 10));
        }
        return model;
    }

    static ObjectNode rule(String name, int priority) {
        return json("{\"RuleName\":\"" + name + "\",\"RuleListType\":\"LocalRule\",\"Priority\":" + priority
                + ",\"Source\":{\"Cidrs\":[\"10.0.0.0/8\"]},\"Destination\":{\"Cidrs\":[\"any\"]},"
                + "\"Applications\":[\"any\"],\"ProtPortList\":[\"TCP:" + (1000 + priority)
                + "\"],\"Action\":\"Allow\","
                + "\"Logging\":true}");
    }

    /** Ten objects of all kinds, file types, a decryption rule, tags. */
    static ObjectNode rich(String name) {
        return json("""
                {"RuleStackName":"%s",
                 "RuleStack":{"Scope":"Local","Description":"all kinds","LookupXForwardedFor":"SecurityPolicy",
                   "MinAppIdVersion":"8433-6838","Deploy":"YES",
                   "Profiles":{"AntiSpywareProfile":"BestPractice","URLFilteringProfile":"None",
                     "FileBlockingProfile":"Custom","OutboundTrustCertificate":"trust",
                     "OutboundUntrustCertificate":"untrust"}},
                 "SecurityObjects":{
                   "CertificateObjects":[{"Name":"trust","CertificateSelfSigned":true},
                     {"Name":"untrust","CertificateSelfSigned":true},
                     {"Name":"inbound","CertificateSignerArn":"arn:aws:secretsmanager:us-east-1:123456789012:secret:s"}],
                   "IntelligentFeeds":[{"Name":"bad-hosts","FeedURL":"https://feeds.example.com/ip","Type":"IP_LIST",
                     "Frequency":"DAILY","Time":4},
                     {"Name":"bad-urls","FeedURL":"https://feeds.example.com/url","Type":"URL_LIST","Frequency":"HOURLY"}],
                   "PrefixLists":[{"Name":"office","PrefixList":["10.1.0.0/16","192.168.7.1"]},
                     {"Name":"lab","PrefixList":["10.2.0.0/16"],"Description":"the lab"}],
                   "FqdnLists":[{"Name":"updates","FqdnList":["updates.example.com","mirror.example.com"]}],
                   "CustomUrlCategories":[{"Name":"games","URLTargets":["games.example.com/"],"Action":"block"},
                     {"Name":"news","URLTargets":["news.example.com/","paper.example.com/"],"Action":"alert"}]},
                 "CustomSecurityProfiles":{"FileBlocking":{"FileType":"pdf","Action":"block","Direction":"upload"}},
                 "RuleList":[
                   {"RuleName":"drop-bad","RuleListType":"LocalRule","Priority":10,"Source":{"Feeds":["bad-hosts"]},
                    "Destination":{"Cidrs":["any"]},"Action":"DenySilent","Logging":true},
                   {"RuleName":"patch","RuleListType":"LocalRule","Priority":20,"Source":{"PrefixLists":["office","lab"]},
                    "Destination":{"FqdnLists":["updates"]},"Applications":["ssl","web-browsing"],"Action":"Allow"},
                   {"RuleName":"web","RuleListType":"LocalRule","Priority":30,"Source":{"PrefixLists":["office"]},
                    "Destination":{"Countries":["DE","NO"]},"Category":{"URLCategoryNames":["games","news"]},
                    "Protocol":"TCP:443","DecryptionRuleType":"SSLOutboundInspection",
                    "Tags":[{"Key":"owner","Value":"net"}]},
                   {"RuleName":"in","RuleListType":"LocalRule","Priority":40,"NegateSource":true,
                    "Source":{"Cidrs":["10.0.0.0/8"]},"Enabled":false,"DecryptionRuleType":"SSLInboundInspection",
                    "InboundInspectionCertificate":"inbound","AuditComment":"ticket 7","Description":"from outside"}],
                 "Tags":[{"Key":"env","Value":"test"}]}""".formatted(name));
    }
}
