package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.LimitsContract;
import java.util.Map;
import java.util.Set;

class RulestackLimitsTest extends LimitsContract {

    RulestackLimitsTest() {
        super(ResourceModel.TYPE_NAME, HandlerWrapper::new);
    }

    @Override
    protected void prepare(Driver driver) {
        // needs nothing
    }

    @Override
    protected ObjectNode wanted() {
        return json("""
                {"RuleStackName":"edge",
                 "RuleStack":{"Scope":"Local","AccountId":"123456789012","Description":"all kinds",
                   "Profiles":{"FileBlockingProfile":"Custom","OutboundTrustCertificate":"trust",
                     "OutboundUntrustCertificate":"untrust"}},
                 "SecurityObjects":{
                   "CertificateObjects":[
                     {"Name":"inbound","CertificateSelfSigned":true,"Description":"server","AuditComment":"change 1"},
                     {"Name":"trust","CertificateSelfSigned":true},{"Name":"untrust","CertificateSelfSigned":true}],
                   "IntelligentFeeds":[
                     {"Name":"hosts","FeedURL":"https://feeds.example.com/ip","Type":"IP_LIST","Frequency":"DAILY",
                      "Time":4,"Description":"bad hosts","AuditComment":"change 2"},
                     {"Name":"urls","FeedURL":"https://feeds.example.com/url","Type":"URL_LIST","Frequency":"HOURLY"}],
                   "PrefixLists":[{"Name":"office","PrefixList":["10.1.0.0/16"],"Description":"all of it",
                     "AuditComment":"change 3"}],
                   "FqdnLists":[{"Name":"updates","FqdnList":["updates.example.com"],"Description":"vendor",
                     "AuditComment":"change 4"}],
                   "CustomUrlCategories":[{"Name":"games","URLTargets":["play.example.com/"],"Action":"block",
                     "Description":"no play"}]},
                 "CustomSecurityProfiles":{
                   "FileTypes":[{"FileType":"pdf","Action":"block","Direction":"upload","Description":"forms"}]},
                 "RuleList":[
                   {"RuleName":"first","RuleListType":"LocalRule","Priority":1,"Description":"first of all",
                    "Source":{"Cidrs":["10.0.0.0/8"],"PrefixLists":["office"],"Feeds":["hosts"]},
                    "Destination":{"Cidrs":["192.168.0.0/16"],"FqdnLists":["updates"],"PrefixLists":["office"],
                      "Feeds":["hosts"]},
                    "Applications":["ssl"],"ProtPortList":["TCP:443"],"Action":"Allow",
                    "Category":{"URLCategoryNames":["games"]},
                    "DecryptionRuleType":"SSLInboundInspection","InboundInspectionCertificate":"inbound",
                    "AuditComment":"change 5","Tags":[{"Key":"owner","Value":"net"}]},
                   {"RuleName":"second","RuleListType":"LocalRule","Priority":1000000,"Source":{"Cidrs":["any"]},
                    "Destination":{"Cidrs":["any"]},"Protocol":"TCP:80","Category":{"Feeds":["urls"]},
                    "Action":"DenySilent"}],
                 "Tags":[{"Key":"env","Value":"test"}]}""");
    }

    @Override
    protected Set<String> formed() {
        return Set.of(
                "/RuleStack/AccountId",
                "/RuleList/*/Source/Cidrs/*",
                "/RuleList/*/Destination/Cidrs/*",
                "/RuleList/*/Applications/*",
                "/RuleList/*/Protocol",
                "/RuleList/*/ProtPortList/*",
                // names of what has limits of its own, shorter ones in part
                "/RuleList/*/Source/PrefixLists/*",
                "/RuleList/*/Source/Feeds/*",
                "/RuleList/*/Destination/FqdnLists/*",
                "/RuleList/*/Destination/PrefixLists/*",
                "/RuleList/*/Destination/Feeds/*",
                "/RuleList/*/Category/URLCategoryNames/*",
                "/RuleList/*/Category/Feeds/*",
                // no URL is as short, and no label of a name as long, as their limits say
                "/SecurityObjects/IntelligentFeeds/*/FeedURL",
                "/SecurityObjects/FqdnLists/*/FqdnList/*");
    }

    @Override
    protected Map<String, Integer> most() {
        return Map.of("/Tags", 50, "/RuleList/*/Tags/*/Value", 128, "/SecurityObjects/CustomUrlCategories/*/Name", 29);
    }

    /** It cannot be written beside FileTypes. */
    @Override
    protected Set<String> untried() {
        return Set.of("/CustomSecurityProfiles/FileBlocking/Description");
    }
}
