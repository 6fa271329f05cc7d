package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.EDGE;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulestackObjectTest {
    private final TestTenant tenant = TestTenant.standard().withRulestack();
    private final TestCaller caller = tenant.caller;

    @AfterEach
    void close() {
        tenant.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "prefixlists         | PrefixListEntry        | PrefixList        | PrefixList        | Operation | {'PrefixList':['10.0.0.0/8','2001:db8::/32']}",
                "fqdnlists           | FqdnListEntry          | FqdnList          | FqdnList          | operation | {'FqdnList':['www.example.com']}",
                "feeds               | FeedEntry              | Feed              | Feed              | Operation | {'FeedURL':'https://a.example','Type':'IP_LIST','Frequency':'DAILY','Time':3}",
                "certificates        | CertificateObjectEntry | CertificateObject | CertificateObject | Operation | {'CertificateSelfSigned':true}",
                "urlcustomcategories | CustomURLEntry         | URLCategory       | Categories        | Operation | {'URLTargets':['a.example/'],'Action':'none'}",
            })
    void everyKindIsMadeReadListedChangedAndRemoved(
            String collection, String entryKey, String readKey, String listKey, String operationKey, String body) {
        String path = EDGE + "/" + collection;
        ObjectNode entry = json(body);
        ObjectNode first = entry.deepCopy().put("UpdateToken", "1");
        var created = accepted(
                        caller.post(path, entry.deepCopy().put("Name", "x").toString()))
                .response();
        assertThat(created.path(entryKey)).isEqualTo(first);
        assertThat(created.path("Name").asText()).isEqualTo("x");
        assertThat(caller.post(path, entry.deepCopy().put("Name", "x").toString())
                        .reason())
                .endsWith(" x already exists");
        tenant.commit();
        accepted(caller.put(
                path + "/x",
                entry.deepCopy().put("Description", "d").put("UpdateToken", "1").toString()));
        assertThat(caller.put(path + "/x", first.toString()).reason()).endsWith("please provide latest token");

        var read = caller.get(path + "/x?Candidate=true&Running=true").response();
        assertThat(read.path(readKey + "Running")).isEqualTo(first);
        assertThat(read.path(readKey + "Candidate").path("Description").asText())
                .isEqualTo("d");
        var list = caller.get(path + "?candidate=true&running=true&uncommitted=true")
                .response();
        assertThat(TestCaller.texts(list.path(listKey + "Candidate"))).containsExactly("x");
        assertThat(TestCaller.texts(list.path(listKey + "Running"))).containsExactly("x");
        assertThat(list.path(listKey + "Uncommitted").path(0).path(operationKey).asText())
                .isEqualTo("update");

        assertThat(accepted(caller.delete(path + "/x"))
                        .response()
                        .path(entryKey)
                        .path("UpdateToken")
                        .asText())
                .isEqualTo("2");
        assertThat(caller.get(path + "/x?candidate=true&running=false").reason())
                .endsWith(" x does not exist");
        assertThat(caller.delete(path + "/x").reason()).endsWith(" x does not exist");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "prefixlists         | {'Name':'a_b','PrefixList':['10.0.0.1']}   | Name must match",
                "prefixlists         | {'Name':'a','PrefixList':['10.0.0']}       | PrefixList/0 must be an IP address",
                "prefixlists         | {'Name':'a'}                               | PrefixList is required",
                "fqdnlists           | {'Name':'a','FqdnList':['a b']}            | FqdnList/0 must match",
                "feeds               | {'Name':'a','FeedURL':'ftp://x','Type':'IP_LIST','Frequency':'DAILY'} | FeedURL must match",
                "feeds               | {'Name':'a','FeedURL':'http://x','Type':'IP_LIST','Frequency':'DAILY','Time':24} | Time must be from 0 to 23",
                "certificates        | {'Name':'a','CertificateSelfSigned':true,'CertificateSignerArn':'arn:x'} | exclude each other",
                "urlcustomcategories | {'Name':'1a','URLTargets':['x']}           | Name must match",
                "urlcustomcategories | {'Name':'a','URLTargets':['x'],'Action':'deny'} | Action must be one of",
            })
    void aBadObjectIsAnInvalidRequest(String collection, String body, String reason) {
        assertThat(caller.post(EDGE + "/" + collection, json(body).toString()).reason())
                .startsWith("invalid request: ")
                .contains(reason);
    }

    @Test
    void bothSpellingsOfUrlTargetsAreRead() {
        accepted(caller.post(EDGE + "/urlcustomcategories", "{\"Name\":\"c\",\"UrlTargets\":[\"x.example\"]}"));
        assertThat(tenant.stack()
                        .path("Candidate")
                        .path("CustomUrlCategories")
                        .path(0)
                        .path("URLTargets")
                        .path(0)
                        .asText())
                .isEqualTo("x.example");
    }

    @Test
    void ofACustomCategoryTheRunningViewIsTheDefault() {
        accepted(caller.post(EDGE + "/urlcustomcategories", "{\"Name\":\"c\",\"URLTargets\":[\"x.example\"]}"));
        assertThat(caller.get(EDGE + "/urlcustomcategories/c").reason()).endsWith("c does not exist");
        tenant.commit();
        var read = caller.get(EDGE + "/urlcustomcategories/c").response();
        assertThat(read.has("URLCategoryRunning")).isTrue();
        assertThat(read.has("URLCategoryCandidate")).isFalse();
        assertThat(TestCaller.texts(
                        caller.get(EDGE + "/urlcustomcategories").response().path("CategoriesPreDefined")))
                .contains("gambling");
    }

    @Test
    void feedsAreListedByType() {
        for (String type : new String[] {"IP_LIST", "URL_LIST"}) {
            accepted(caller.post(
                    EDGE + "/feeds",
                    json("{'Name':'" + type.charAt(0) + "','FeedURL':'http://x','Type':'" + type
                                    + "','Frequency':'HOURLY'}")
                            .toString()));
        }
        assertThat(TestCaller.texts(
                        caller.get(EDGE + "/feeds?type=URL_LIST").response().path("FeedCandidate")))
                .containsExactly("U");
    }

    @Test
    void fileTypesAreThereFromTheStartAndOnlyChange() {
        String types = EDGE + "/fileblockingprofiles/custom/filetypes";
        assertThat(TestCaller.texts(caller.get(types).response().path("FileBlockingCandidate")))
                .contains("pdf");
        assertThat(caller.get(types + "/pdf").response().path("FileBlockingCandidate"))
                .isEqualTo(json("{'Action':'alert','Direction':'both','UpdateToken':'1'}"));
        accepted(caller.put(types + "/pdf", "{\"Action\":\"block\",\"Direction\":\"upload\"}"));
        var list = caller.get(types + "?uncommitted=true").response();
        assertThat(list.path("FileBlockingUncommitted"))
                .isEqualTo(json("{'U':[{'Name':'pdf','Operation':'update'}]}").path("U"));
        assertThat(tenant.stack()
                        .path("Candidate")
                        .path("FileTypes")
                        .path(0)
                        .path("FileType")
                        .asText())
                .isEqualTo("pdf");
        assertThat(caller.get(types + "/none").reason()).isEqualTo("file type none does not exist");
        assertThat(caller.put(types + "/pdf", "{\"Action\":\"continue\",\"Direction\":\"both\"}")
                        .reason())
                .contains("Action must be one of");
    }

    @Test
    void predefinedCategoriesTakeAnAction() {
        String categories = EDGE + "/urlfilteringprofiles/custom/urlcategories";
        accepted(caller.put(categories + "/games/action", "{\"Action\":\"block\"}"));
        assertThat(caller.get(categories + "/games")
                        .response()
                        .path("URLCategoryCandidate")
                        .path("Action")
                        .asText())
                .isEqualTo("block");
        assertThat(caller.get(categories + "?uncommitted=true")
                        .response()
                        .path("CategoriesUncommitted")
                        .path(0)
                        .path("Name")
                        .asText())
                .isEqualTo("games");
        assertThat(TestCaller.texts(caller.get(categories).response().path("Candidate")))
                .containsExactly("games");
        assertThat(caller.get(categories + "/news")
                        .response()
                        .path("URLCategoryCandidate")
                        .path("Action")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void theCataloguesHaveRealNames() {
        assertThat(caller.get("/v1/config/countries?maxresults=3")
                        .response()
                        .path("CountryCodes")
                        .path(0)
                        .path("Description")
                        .asText())
                .isEqualTo("Andorra");
        assertThat(caller.get("/v1/config/urlcategories")
                        .response()
                        .path("CategoriesRunning")
                        .findValuesAsText("Name"))
                .contains("malware");
        String versions = "/v1/config/appidversions";
        String version =
                caller.get(versions).response().path("AppIdVersions").path(0).asText();
        assertThat(TestCaller.texts(
                        caller.get(versions + "/" + version).response().path("Applications")))
                .contains("ssl");
        assertThat(caller.get(versions + "/" + version + "/appids/ssl")
                        .response()
                        .path("AppIdEntry")
                        .path("Properties")
                        .path("Risk")
                        .asInt())
                .isEqualTo(4);
        assertThat(caller.get(versions + "/1-1").reason()).isEqualTo("App-ID version 1-1 does not exist");
    }
}
