package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.LimitsContract;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SecurityRuleLimitsTest extends LimitsContract {

    SecurityRuleLimitsTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    /** Rulestacks of the usual, the shortest and the longest name, with what the rule refers to. */
    @Override
    protected void prepare(Driver driver) {
        Console console = driver.service().console();
        for (String name : List.of("edge", "e", "edge" + "e".repeat(124))) {
            String path = "/v1/config/rulestacks/" + name;
            console.putRulestack(REGION, name, json("{\"Scope\":\"Local\"}"));
            console.call(
                    REGION,
                    "POST",
                    path + "/prefixlists",
                    json("{\"Name\":\"office\",\"PrefixList\":[\"10.1.0.0/16\"]}"));
            console.call(
                    REGION,
                    "POST",
                    path + "/fqdnlists",
                    json("{\"Name\":\"updates\",\"FqdnList\":[\"a.example.com\"]}"));
            console.call(REGION, "POST", path + "/feeds", feed("hosts", "IP_LIST"));
            console.call(REGION, "POST", path + "/feeds", feed("urls", "URL_LIST"));
            console.call(
                    REGION,
                    "POST",
                    path + "/certificates",
                    json("{\"Name\":\"inbound\",\"CertificateSelfSigned\":true}"));
            console.commit(REGION, name);
        }
    }

    private static ObjectNode feed(String name, String type) {
        return json("""
                {"Name":"%s","FeedURL":"https://feeds.example.com/x","Type":"%s","Frequency":"HOURLY"}""".formatted(name, type));
    }

    @Override
    protected ObjectNode wanted() {
        return json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"first","Priority":20,
                 "Description":"first of all",
                 "Source":{"Cidrs":["10.0.0.0/8"],"PrefixLists":["office"],"Feeds":["hosts"]},
                 "Destination":{"Cidrs":["192.168.0.0/16"],"FqdnLists":["updates"],"PrefixLists":["office"],
                   "Feeds":["hosts"]},
                 "Applications":["ssl"],"ProtPortList":["TCP:443"],"Action":"Allow",
                 "Category":{"URLCategoryNames":["games"],"Feeds":["urls"]},
                 "DecryptionRuleType":"SSLInboundInspection","InboundInspectionCertificate":"inbound",
                 "AuditComment":"change 5","Tags":[{"Key":"owner","Value":"net"}]}""");
    }

    @Override
    protected Set<String> formed() {
        return Set.of(
                "/Source/Cidrs/*",
                "/Source/PrefixLists/*",
                "/Source/Feeds/*",
                "/Destination/Cidrs/*",
                "/Destination/FqdnLists/*",
                "/Destination/PrefixLists/*",
                "/Destination/Feeds/*",
                "/Applications/*",
                "/Protocol",
                "/ProtPortList/*",
                "/Category/URLCategoryNames/*",
                "/Category/Feeds/*",
                "/InboundInspectionCertificate");
    }

    /** One tag is the mark of the rule's stack. */
    @Override
    protected Map<String, Integer> most() {
        return Map.of("/Tags", 199, "/Tags/*/Value", 128);
    }

    /** It cannot be written beside ProtPortList. */
    @Override
    protected Set<String> untried() {
        return Set.of("/Protocol");
    }
}
