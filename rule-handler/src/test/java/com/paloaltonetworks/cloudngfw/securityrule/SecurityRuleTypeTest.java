package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Written;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityRuleTypeTest {

    private static final ObjectNode WEB = Edge.rule("web", 10);

    private final Edge edge = Edge.standard();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void createSucceedsOnlyOnceCommitted() {
        int before = edge.commits();
        Result created = edge.cloudFormation.create(WEB);
        assertThat(created.message()).isNull();
        assertThat(created.succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
        assertThat(edge.commits() - before).isEqualTo(1);
    }

    @Test
    void everyPropertyComesBack() {
        edge.console()
                .putObject(REGION, Edge.NAME, "prefixlists", "office", json("{\"PrefixList\":[\"10.1.0.0/16\"]}"));
        edge.console()
                .putObject(REGION, Edge.NAME, "fqdnlists", "mirrors", json("{\"FqdnList\":[\"mirror.example.com\"]}"));
        edge.console()
                .putObject(
                        REGION,
                        Edge.NAME,
                        "certificates",
                        "inbound",
                        json("{\"CertificateSignerArn\":\"arn:aws:secretsmanager:us-east-1:123456789012:secret:s\"}"));
        edge.console().commit(REGION, Edge.NAME);
        ObjectNode rich = rich();
        Result created = edge.cloudFormation.create(rich);
        assertThat(created.message()).isNull();
        assertThat(created.model()).isEqualTo(rich);
        assertThat(edge.cloudFormation.read(rich).model()).isEqualTo(rich);
    }

    private static ObjectNode rich() {
        return json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"in","Priority":40,
                 "Description":"from outside","Enabled":false,
                 "Source":{"PrefixLists":["office"],"Feeds":["PaloAltoNetworks-TorExitIPAddresses"]},"NegateSource":true,
                 "Destination":{"FqdnLists":["mirrors"],"Countries":["DE","NO"]},"NegateDestination":true,
                 "Applications":["ssl","web-browsing"],"Category":{"URLCategoryNames":["gambling"]},
                 "ProtPortList":["TCP:443","UDP:5000-5100"],"AuditComment":"ticket 7","Action":"DenySilent","Logging":true,
                 "DecryptionRuleType":"SSLInboundInspection","InboundInspectionCertificate":"inbound",
                 "Tags":[{"Key":"owner","Value":"net"}]}""");
    }

    @Test
    void readShowsTheDefaultsOfTheService() {
        ObjectNode least = json(
                "{\"RuleStackName\":\"edge\",\"RuleListType\":\"LocalRule\",\"RuleName\":\"least\",\"Priority\":7}");
        edge.cloudFormation.create(least);
        assertThat(edge.cloudFormation.read(least).model()).isEqualTo(json("""
                {"RuleStackName":"edge","RuleListType":"LocalRule","RuleName":"least","Priority":7,"Enabled":true,
                 "Source":{"Cidrs":["Any"]},"NegateSource":false,"Destination":{"Cidrs":["Any"]},"NegateDestination":false,
                 "Applications":["Any"],"Protocol":"application-default","Action":"Allow","Logging":false}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "Any"})
    void theWordAnyIsReadBackAsItWasWritten(String any) {
        ObjectNode open = WEB.deepCopy();
        open.putObject("Source").putArray("Cidrs").add(any);
        open.putArray("Applications").add(any);
        edge.cloudFormation.create(open);
        assertThat(Written.notShown(open, edge.cloudFormation.read(open).model()))
                .isEmpty();
        edge.cloudFormation.service().requests().clear();
        ObjectNode other = json(open.toString().replace("\"any\"", "\"Any\""));
        assertThat(edge.cloudFormation.update(open, other).message()).isNull();
        assertThat(edge.writes()).isEmpty();
    }

    @Test
    void emptyTextsAndListsAreAbsentOnes() {
        ObjectNode empty = WEB.deepCopy().put("Description", "").put("InboundInspectionCertificate", "");
        empty.putArray("Tags");
        empty.putArray("ProtPortList");
        empty.putObject("Destination").putArray("Cidrs");
        assertThat(edge.cloudFormation.create(empty).message()).isNull();
        edge.cloudFormation.service().requests().clear();
        assertThat(edge.cloudFormation.update(empty, WEB).message()).isNull();
        assertThat(edge.cloudFormation.update(WEB, empty).message()).isNull();
        assertThat(edge.writes()).isEmpty();
    }

    @Test
    void tagsOfTheStackBecomeTagsOfTheRule() {
        edge.cloudFormation.with(request -> request.toBuilder()
                .stackTags(Map.of("env", "test", "owner", "stack"))
                .build());
        ObjectNode tagged = WEB.deepCopy();
        tagged.putArray("Tags").addObject().put("Key", "owner").put("Value", "net");
        edge.cloudFormation.create(tagged);
        assertThat(edge.cloudFormation.read(WEB).model().path("Tags"))
                .isEqualTo(json("{\"T\":[{\"Key\":\"env\",\"Value\":\"test\"},{\"Key\":\"owner\",\"Value\":\"net\"}]}")
                        .path("T"));
    }

    @Test
    void updateReplacesTheWholeRule() {
        ObjectNode described = Edge.changed(WEB, "Description", "the web");
        edge.cloudFormation.create(described);
        Result updated = edge.cloudFormation.update(described, Edge.changed(WEB, "Action", "DenyResetBoth"));
        assertThat(updated.message()).isNull();
        JsonNode rule = edge.inForce("web");
        assertThat(rule.path("Action").asText()).isEqualTo("DenyResetBoth");
        assertThat(rule.path("Description").asText()).isEmpty();
    }

    @Test
    void aRuleOfThatNameIsSomebodyElses() {
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 77, json("{\"RuleName\":\"web\"}"));
        Result created = edge.cloudFormation.create(WEB);
        assertThat(created.failedWith("AlreadyExists")).isTrue();
        assertThat(created.physicalId()).isNull();
        assertThat(created.model()).isNull();
        assertThat(edge.candidate()).containsExactly("77 web");
    }

    @Test
    void deleteLeavesNothing() {
        edge.cloudFormation.create(WEB);
        Result deleted = edge.cloudFormation.delete(WEB);
        assertThat(deleted.message()).isNull();
        assertThat(edge.running()).isEmpty();
        assertThat(edge.candidate()).isEmpty();
        assertThat(edge.cloudFormation.read(WEB).failedWith("NotFound")).isTrue();
        assertThat(edge.cloudFormation.delete(WEB).failedWith("NotFound")).isTrue();
        assertThat(edge.cloudFormation.update(WEB, WEB).failedWith("NotFound")).isTrue();
    }

    @Test
    void aRuleThatWasNeverLiveIsDeletedWithoutACommit() {
        int before = edge.commits();
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 10, json("{\"RuleName\":\"web\"}"));
        assertThat(edge.cloudFormation.delete(WEB).succeeded()).isTrue();
        assertThat(edge.candidate()).isEmpty();
        assertThat(edge.commits()).isEqualTo(before);
    }

    @Test
    void aRemovalThatWasNotCommittedIsCommitted() {
        edge.cloudFormation.create(WEB);
        edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
        assertThat(edge.cloudFormation.delete(WEB).succeeded()).isTrue();
        assertThat(edge.running()).isEmpty();
    }

    @Test
    void aRuleIsGoneWithItsRulestack() {
        edge.cloudFormation.create(WEB);
        edge.console().deleteRulestack(REGION, Edge.NAME);
        assertThat(edge.cloudFormation.delete(WEB).failedWith("NotFound")).isTrue();
        assertThat(edge.cloudFormation.read(WEB).failedWith("NotFound")).isTrue();
    }

    @Test
    void aRulestackThatVanishesMeanwhileTakesTheRuleAlong() {
        edge.cloudFormation.create(WEB);
        edge.before(request -> {
            if (edge.candidate().isEmpty()) {
                edge.console().deleteRulestack(REGION, Edge.NAME);
                edge.before(next -> {});
            }
        });
        assertThat(edge.cloudFormation.delete(WEB).succeeded()).isTrue();
    }

    @Test
    void aRenamedRuleIsReplaced() {
        edge.cloudFormation.create(WEB);
        edge.cloudFormation.delete(WEB);
        assertThat(edge.cloudFormation.create(Edge.rule("www", 10)).succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 www");
    }

    @Test
    void twoRulesOfOneNameAreToldByTheirPriorities() {
        edge.cloudFormation.create(WEB);
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 99, json("{\"RuleName\":\"web\"}"));
        Result read = edge.cloudFormation.read(WEB);
        assertThat(read.failedWith("InvalidRequest")).isTrue();
        assertThat(read.message()).contains("10", "99");
    }

    @Test
    void listNamesTheRulesOfARulestack() {
        edge.create(List.of(WEB, Edge.rule("dns", 20)));
        edge.console().putRule(REGION, Edge.NAME, "PreRule", 1, json("{\"RuleName\":\"first\"}"));
        assertThat(names(json("{\"RuleStackName\":\"edge\"}"))).containsExactly("web", "dns", "first");
        assertThat(names(json("{\"RuleStackName\":\"edge\",\"RuleListType\":\"PreRule\"}")))
                .containsExactly("first");
        assertThat(edge.cloudFormation.list(json("{}"), null).failedWith("InvalidRequest"))
                .isTrue();
    }

    private List<String> names(ObjectNode filter) {
        return edge.cloudFormation.list(filter, null).models().stream()
                .map(model -> model.path("RuleName").asText())
                .toList();
    }

    @Test
    void globalRulestacksHoldTheirRulesBeforeAndAfter() {
        edge.console().putRulestack(REGION, "all", json("{\"Scope\":\"Global\",\"AccountId\":\"123456789012\"}"));
        edge.console().commit(REGION, "all");
        ObjectNode before = Edge.rule("web", 10).put("RuleStackName", "all").put("RuleListType", "PreRule");
        ObjectNode after = Edge.rule("web", 10).put("RuleStackName", "all").put("RuleListType", "PostRule");
        assertThat(edge.create(List.of(before, after))).allMatch(Result::succeeded);
        Result local = edge.cloudFormation.create(Edge.rule("web", 10).put("RuleStackName", "all"));
        assertThat(local.failedWith("AccessDenied")).isTrue();
    }

    @Test
    void whatARuleNamesMustExist() {
        ObjectNode lost = WEB.deepCopy();
        lost.putObject("Source").putArray("PrefixLists").add("office");
        lost.putObject("Destination").putArray("FqdnLists").add("mirrors");
        lost.putObject("Category").putArray("Feeds").add("PaloAltoNetworks-x").add("bad");
        Result created = edge.cloudFormation.create(lost);
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(created.message())
                .contains("prefix list office", "FQDN list mirrors", "intelligent feed bad")
                .doesNotContain("PaloAltoNetworks-x");
        assertThat(edge.writes()).isEmpty();
        Result nowhere = edge.cloudFormation.create(Edge.rule("web", 10).put("RuleStackName", "none"));
        assertThat(nowhere.failedWith("InvalidRequest")).isTrue();
        assertThat(nowhere.message()).contains("rulestack none");
    }

    @Test
    void aRuleWaitsForTheObjectsItNames() {
        ObjectNode office = WEB.deepCopy();
        office.putObject("Source").putArray("PrefixLists").add("office");
        edge.before(request -> {
            if (edge.cloudFormation.elapsed().toSeconds() > 60) {
                edge.console()
                        .putObject(
                                REGION, Edge.NAME, "prefixlists", "office", json("{\"PrefixList\":[\"10.1.0.0/16\"]}"));
                edge.console().commit(REGION, Edge.NAME);
                edge.before(next -> {});
            }
        });
        assertThat(edge.cloudFormation.create(office).succeeded()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/RuleName, web--parked",
        "/Protocol, TCP:99999",
        "/DecryptionRuleType, Everything",
        "/InboundInspectionCertificate, cert",
        "/Action, Ask",
    })
    void aModelThatCannotBeIsRefusedBeforeTheFirstCall(String path, String value) {
        Result created = edge.cloudFormation.create(Edge.changed(WEB, path.substring(1), value));
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(created.message()).contains(path);
        assertThat(edge.cloudFormation.service().requests().all()).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnce() {
        ObjectNode bad = WEB.deepCopy().put("Priority", 0).put("Protocol", "TCP:80");
        bad.putArray("ProtPortList").add("ICMP:1");
        bad.putObject("Source").putArray("Cidrs").add("10.0.0.0/33");
        bad.putArray("Tags").addObject().put("Key", "long").put("Value", "v".repeat(129));
        Result created = edge.cloudFormation.create(bad);
        assertThat(created.message())
                .contains("/Priority", "/Protocol", "/ProtPortList/0", "/Source/Cidrs/0", "/Tags/0/Value");
    }
}
