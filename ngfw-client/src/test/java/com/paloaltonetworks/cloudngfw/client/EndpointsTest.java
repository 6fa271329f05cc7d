package com.paloaltonetworks.cloudngfw.client;

import static com.paloaltonetworks.cloudngfw.client.RuleList.LOCAL_RULE;
import static com.paloaltonetworks.cloudngfw.client.RuleList.POST_RULE;
import static com.paloaltonetworks.cloudngfw.client.RuleList.PRE_RULE;

import com.paloaltonetworks.cloudngfw.client.model.CategoryAction;
import com.paloaltonetworks.cloudngfw.client.model.CertificateObject;
import com.paloaltonetworks.cloudngfw.client.model.CustomUrlCategory;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.client.model.FqdnList;
import com.paloaltonetworks.cloudngfw.client.model.IntelligentFeed;
import com.paloaltonetworks.cloudngfw.client.model.LogProfile;
import com.paloaltonetworks.cloudngfw.client.model.PrefixList;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each call puts on the wire. The answers hold whatever the call wants to find. */
class EndpointsTest {

    private static final String VIEWS = "candidate=true&running=true";
    private static final String VIEWS_BODY = "\"Candidate\":true,\"Running\":true";
    private static final String LIST = VIEWS + "&uncommitted=true&maxresults=1024";
    private static final String LIST_BODY = "{" + VIEWS_BODY + ",\"Uncommitted\":true,\"MaxResults\":1024}";
    private static final String RS = "/v1/config/rulestacks/edge";
    private static final String FW = "/v1/config/ngfirewalls/fw";
    private static final String ACCOUNT = "\"AccountId\":\"123456789012\"";

    private static final String VIEWS_OF_EVERYTHING = """
            {"Response":{"RuleStackCandidate":{"Scope":"Local"},"RuleEntryCandidate":{"RuleName":"r"},
            "PrefixListCandidate":{"Name":"pl-1"},"FileBlockingCandidate":{"Action":"alert"},
            "URLCategoryRunning":{"Action":"none"}}}""";

    private static final RuleEntry RULE =
            RuleEntry.builder().ruleName("r").updateToken("3").build();
    private static final RulestackEntry ENTRY =
            RulestackEntry.builder().scope("Local").updateToken("3").build();
    private static final SubnetMapping A =
            SubnetMapping.builder().subnetId("subnet-a").build();
    private static final SubnetMapping B =
            SubnetMapping.builder().availabilityZone("us-east-1a").build();
    private static final List<Tag> TAGS = List.of(new Tag("k", "v"));
    private static final String TAGS_BODY = "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]";

    static Stream<Arguments> rulestackCalls() {
        return Stream.of(
                call("GET", RS + "?" + VIEWS, "{" + VIEWS_BODY + "}", RulestackApi::read),
                call(
                        "POST",
                        "/v1/config/rulestacks",
                        "{\"RuleStackName\":\"edge\",\"RuleStackEntry\":{\"Scope\":\"Local\"}}",
                        rulestack -> rulestack.create(ENTRY)),
                call(
                        "PUT",
                        RS,
                        "{\"RuleStackEntry\":{\"Scope\":\"Local\",\"UpdateToken\":\"3\"}}",
                        rulestack -> rulestack.update(ENTRY)),
                call("DELETE", RS, "", RulestackApi::delete),
                call("POST", RS + "/commit", "{}", RulestackApi::commit),
                call("GET", RS + "/commit", "", RulestackApi::commitStatus),
                call("POST", RS + "/validate", "{}", RulestackApi::validate),
                call("GET", RS + "/tags?maxresults=1024", "{\"MaxResults\":1024}", RulestackApi::tags),
                call("POST", RS + "/tags", "{" + TAGS_BODY + "}", rulestack -> rulestack.addTags(TAGS)),
                call("DELETE", RS + "/tags", "{\"TagKeys\":[\"k\"]}", rulestack -> rulestack.removeTags(List.of("k"))));
    }

    static Stream<Arguments> ruleCalls() {
        String list = RS + "/rulelists/LocalRule";
        return Stream.of(
                call(
                        "GET",
                        list + "?" + LIST,
                        LIST_BODY,
                        rulestack -> rulestack.rules(LOCAL_RULE).list()),
                call(
                        "GET",
                        list + "/priorities/7?Candidate=true&Running=true",
                        "{" + VIEWS_BODY + "}",
                        rulestack -> rulestack.rules(LOCAL_RULE).read(7)),
                call(
                        "POST",
                        RS + "/rulelists/PreRule",
                        "{\"Priority\":7,\"RuleEntry\":{\"RuleName\":\"r\"}}",
                        rulestack -> rulestack.rules(PRE_RULE).create(7, RULE)),
                call(
                        "PUT",
                        RS + "/rulelists/PostRule/priorities/7",
                        "{\"RuleEntry\":{\"RuleName\":\"r\",\"UpdateToken\":\"3\"}}",
                        rulestack -> rulestack.rules(POST_RULE).update(7, RULE)),
                call(
                        "DELETE",
                        list + "/priorities/7",
                        "",
                        rulestack -> rulestack.rules(LOCAL_RULE).delete(7)));
    }

    static Stream<Arguments> objectCalls() {
        PrefixList prefixes = PrefixList.builder()
                .name("pl-1")
                .prefixList(List.of("10.0.0.0/8"))
                .updateToken("3")
                .build();
        String files = RS + "/fileblockingprofiles/custom/filetypes";
        String overrides = RS + "/urlfilteringprofiles/custom/urlcategories";
        return Stream.of(
                call(
                        "GET",
                        RS + "/prefixlists?" + LIST,
                        LIST_BODY,
                        rulestack -> rulestack.objects(ObjectKind.PREFIX_LIST).list()),
                call(
                        "GET",
                        RS + "/prefixlists/pl-1?" + VIEWS,
                        "{" + VIEWS_BODY + "}",
                        rulestack -> rulestack.objects(ObjectKind.PREFIX_LIST).read("pl-1")),
                call(
                        "POST",
                        RS + "/prefixlists",
                        "{\"Name\":\"pl-1\",\"PrefixList\":[\"10.0.0.0/8\"]}",
                        rulestack -> rulestack.objects(ObjectKind.PREFIX_LIST).create(prefixes)),
                call(
                        "PUT",
                        RS + "/prefixlists/pl-1",
                        "{\"PrefixList\":[\"10.0.0.0/8\"],\"UpdateToken\":\"3\"}",
                        rulestack -> rulestack.objects(ObjectKind.PREFIX_LIST).update(prefixes)),
                call(
                        "DELETE",
                        RS + "/prefixlists/pl-1",
                        "",
                        rulestack -> rulestack.objects(ObjectKind.PREFIX_LIST).delete("pl-1")),
                call(
                        "POST",
                        RS + "/fqdnlists",
                        "{\"Name\":\"f\",\"FqdnList\":[\"a.b\"]}",
                        rulestack -> rulestack
                                .objects(ObjectKind.FQDN_LIST)
                                .create(FqdnList.builder()
                                        .name("f")
                                        .fqdnList(List.of("a.b"))
                                        .build())),
                call(
                        "POST",
                        RS + "/urlcustomcategories",
                        "{\"Name\":\"c\",\"URLTargets\":[\"a.b/c\"]}",
                        rulestack -> rulestack
                                .objects(ObjectKind.CUSTOM_URL_CATEGORY)
                                .create(CustomUrlCategory.builder()
                                        .name("c")
                                        .urlTargets(List.of("a.b/c"))
                                        .build())),
                call(
                        "POST",
                        RS + "/feeds",
                        "{\"Name\":\"i\",\"FeedURL\":\"https://a.b\",\"Type\":\"IP_LIST\",\"Frequency\":\"DAILY\",\"Time\":3}",
                        rulestack -> rulestack
                                .objects(ObjectKind.INTELLIGENT_FEED)
                                .create(IntelligentFeed.builder()
                                        .name("i")
                                        .feedUrl("https://a.b")
                                        .type("IP_LIST")
                                        .frequency("DAILY")
                                        .time(3)
                                        .build())),
                call(
                        "POST",
                        RS + "/certificates",
                        "{\"Name\":\"t\",\"CertificateSelfSigned\":true}",
                        rulestack -> rulestack
                                .objects(ObjectKind.CERTIFICATE)
                                .create(CertificateObject.builder()
                                        .name("t")
                                        .certificateSelfSigned(true)
                                        .build())),
                call(
                        "GET",
                        files + "?" + LIST,
                        LIST_BODY,
                        rulestack -> rulestack.fileTypes().list()),
                call(
                        "GET",
                        files + "/pdf?" + VIEWS,
                        "{" + VIEWS_BODY + "}",
                        rulestack -> rulestack.fileTypes().read("pdf")),
                call(
                        "PUT",
                        files + "/pdf",
                        "{\"Action\":\"block\",\"Direction\":\"both\"}",
                        rulestack -> rulestack
                                .fileTypes()
                                .update(
                                        "pdf",
                                        FileType.builder()
                                                .fileType("pdf")
                                                .action("block")
                                                .direction("both")
                                                .build())),
                call(
                        "GET",
                        overrides + "?" + LIST,
                        LIST_BODY,
                        rulestack -> rulestack.categoryActions().list()),
                call(
                        "GET",
                        overrides + "/games?" + VIEWS,
                        "{" + VIEWS_BODY + "}",
                        rulestack -> rulestack.categoryActions().read("games")),
                call(
                        "PUT",
                        overrides + "/games/action",
                        "{\"Action\":\"none\"}",
                        rulestack -> rulestack
                                .categoryActions()
                                .update(
                                        "games",
                                        CategoryAction.builder()
                                                .name("games")
                                                .action("none")
                                                .build())));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource({"rulestackCalls", "ruleCalls", "objectCalls"})
    void aRulestackCallIsOneRequest(String method, String uri, String body, Consumer<RulestackApi> call) {
        Wire wire = new Wire(isList(uri) ? "{}" : VIEWS_OF_EVERYTHING);
        RulestackApi rulestack = new RulestackApi(wire.api(), "edge");
        call.accept(rulestack);
        wire.wasAsked(method, uri, body);
    }

    static Stream<Arguments> firewallCalls() {
        return Stream.of(
                fwCall("GET", FW + "?accountid=123456789012", "{" + ACCOUNT + "}", FirewallApi::read),
                fwCall(
                        "POST",
                        "/v1/config/ngfirewalls",
                        "{\"FirewallName\":\"fw\"," + ACCOUNT
                                + ",\"VpcId\":\"vpc-1\",\"EndpointMode\":\"ServiceManaged\",\"SubnetMappings\":[{\"SubnetId\":\"subnet-a\"}]}",
                        firewall -> firewall.create(Firewall.builder()
                                .firewallName("other")
                                .vpcId("vpc-1")
                                .endpointMode("ServiceManaged")
                                .subnetMappings(List.of(A))
                                .build())),
                fwCall("DELETE", FW, "{" + ACCOUNT + "}", FirewallApi::delete),
                fwCall(
                        "PUT",
                        FW + "/description",
                        "{" + ACCOUNT + ",\"Description\":\"d\"}",
                        firewall -> firewall.describe("d")),
                fwCall(
                        "PUT",
                        FW + "/subnets",
                        "{" + ACCOUNT
                                + ",\"AssociateSubnetMappings\":[{\"SubnetId\":\"subnet-a\"}],\"DisassociateSubnetMappings\":[{\"AvailabilityZone\":\"us-east-1a\"}],\"MultiVpcEnable\":true}",
                        firewall -> firewall.changeSubnets(List.of(A), List.of(B), true)),
                fwCall(
                        "PUT",
                        FW + "/subnets",
                        "{" + ACCOUNT + ",\"AssociateSubnetMappings\":[{\"SubnetId\":\"subnet-a\"}]}",
                        firewall -> firewall.changeSubnets(List.of(A), List.of(), null)),
                fwCall(
                        "PUT",
                        FW + "/contentversion",
                        "{" + ACCOUNT + ",\"AppIdVersion\":\"8433-6838\",\"AutomaticUpgradeAppIdVersion\":false}",
                        firewall -> firewall.setContentVersion("8433-6838", false)),
                fwCall(
                        "PUT",
                        FW + "/contentversion",
                        "{" + ACCOUNT + "}",
                        firewall -> firewall.setContentVersion(null, null)),
                fwCall(
                        "POST",
                        FW + "/rulestack",
                        "{" + ACCOUNT + ",\"RuleStackName\":\"edge\"}",
                        firewall -> firewall.associate("edge")),
                fwCall(
                        "POST",
                        FW + "/globalrulestack",
                        "{" + ACCOUNT + ",\"RuleStackName\":\"world\"}",
                        firewall -> firewall.associateGlobal("world")),
                fwCall("DELETE", FW + "/globalrulestack", "{" + ACCOUNT + "}", FirewallApi::disassociateGlobal),
                fwCall("PUT", FW + "/link", "{" + ACCOUNT + ",\"LinkId\":\"l\"}", firewall -> firewall.link("l")),
                fwCall("DELETE", FW + "/link", "{" + ACCOUNT + ",\"LinkId\":\"l\"}", firewall -> firewall.unlink("l")),
                fwCall(
                        "GET",
                        FW + "/tags?accountid=123456789012&maxresults=1024",
                        "{" + ACCOUNT + ",\"MaxResults\":1024}",
                        FirewallApi::tags),
                fwCall("POST", FW + "/tags", "{" + ACCOUNT + "," + TAGS_BODY + "}", firewall -> firewall.addTags(TAGS)),
                fwCall(
                        "DELETE",
                        FW + "/tags",
                        "{" + ACCOUNT + ",\"TagKeys\":[\"k\"]}",
                        firewall -> firewall.removeTags(List.of("k"))),
                fwCall("GET", FW + "/logprofile?accountid=123456789012", "{" + ACCOUNT + "}", FirewallApi::logProfile),
                fwCall(
                        "PUT",
                        FW + "/logprofile",
                        "{" + ACCOUNT + ",\"LogDestinationConfigs\":[],\"AdvancedThreatLog\":false}",
                        firewall -> firewall.setLogProfile(LogProfile.builder()
                                .logDestinationConfigs(List.of())
                                .advancedThreatLog(false)
                                .build())));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("firewallCalls")
    void aFirewallCallIsOneRequest(String method, String uri, String body, Consumer<FirewallApi> call) {
        Wire wire = new Wire("{\"Response\":{\"Firewall\":{\"FirewallName\":\"fw\"}}}");
        call.accept(new FirewallsApi(wire.api()).firewall("fw", "123456789012"));
        wire.wasAsked(method, uri, body);
    }

    static Stream<Arguments> tenantCalls() {
        return Stream.of(
                Arguments.of(
                        "/v1/config/rulestacks?" + VIEWS + "&uncommitted=true&scope=All&maxresults=10",
                        "{" + VIEWS_BODY + ",\"Uncommitted\":true,\"Scope\":\"All\",\"MaxResults\":10}",
                        (Consumer<Api>) api -> new RulestacksApi(api).list("All", null, 10)),
                Arguments.of(
                        "/v1/config/ngfirewalls?maxresults=10&nexttoken=a%2Bb%2F%3D",
                        "{\"MaxResults\":10,\"NextToken\":\"a+b/=\"}",
                        (Consumer<Api>) api -> new FirewallsApi(api).list(FirewallFilter.ALL, "a+b/=", 10)),
                Arguments.of(
                        "/v1/config/ngfirewalls?rulestackname=edge&vpcids=vpc-1&vpcids=vpc-2&maxresults=10",
                        "{\"RuleStackName\":\"edge\",\"VpcIds\":[\"vpc-1\",\"vpc-2\"],\"MaxResults\":10}",
                        (Consumer<Api>) api -> new FirewallsApi(api)
                                .list(new FirewallFilter("edge", List.of("vpc-1", "vpc-2")), null, 10)),
                Arguments.of("/v1/config/countries?maxresults=1024", "{\"MaxResults\":1024}", (Consumer<Api>)
                        api -> new Catalogues(api).countries()),
                Arguments.of("/v1/config/urlcategories?maxresults=1024", "{\"MaxResults\":1024}", (Consumer<Api>)
                        api -> new Catalogues(api).urlCategories()),
                Arguments.of("/v1/config/appidversions?maxresults=1024", "{\"MaxResults\":1024}", (Consumer<Api>)
                        api -> new Catalogues(api).appIdVersions()),
                Arguments.of(
                        "/v1/config/appidversions/8433-6838?maxresults=1024", "{\"MaxResults\":1024}", (Consumer<Api>)
                                api -> new Catalogues(api).applications("8433-6838")));
    }

    @ParameterizedTest(name = "GET {0} {1}")
    @MethodSource("tenantCalls")
    void aTenantCallIsOneRequest(String uri, String body, Consumer<Api> call) {
        Wire wire = new Wire("{\"Response\":{}}");
        call.accept(wire.api());
        wire.wasAsked("GET", uri, body);
    }

    private static boolean isList(String uri) {
        return uri.contains("uncommitted");
    }

    private static Arguments call(String method, String uri, String body, Consumer<RulestackApi> call) {
        return Arguments.of(method, uri, body, call);
    }

    private static Arguments fwCall(String method, String uri, String body, Consumer<FirewallApi> call) {
        return Arguments.of(method, uri, body, call);
    }
}
