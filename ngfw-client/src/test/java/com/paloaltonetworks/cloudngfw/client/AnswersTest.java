package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.FirewallPage.FirewallKey;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.model.Attachment;
import com.paloaltonetworks.cloudngfw.client.model.CustomUrlCategory;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.FirewallStatus;
import com.paloaltonetworks.cloudngfw.client.model.LogDestinationConfig;
import com.paloaltonetworks.cloudngfw.client.model.PrefixList;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the service's answers, in every spelling that its documents know. */
class AnswersTest {

    @Test
    void aRulestackIsReadInBothViewsAtOnce() {
        Rulestack read = rulestack("""
                        {"Response":{"RuleStackName":"edge","RuleStackState":"Uncommitted",
                        "RuleStackCandidate":{"Scope":"Local","Profiles":{"URLFilteringProfile":"None","OutboundUnTrustCertificate":"c"},"UpdateToken":"2"},
                        "RuleStackRunning":{"Scope":"Local","Description":"old"},"Tags":[{"Key":"k","Value":"v"}]},
                        "ResponseStatus":{"ErrorCode":0}}""").read();
        assertThat(read.ruleStackState()).isEqualTo("Uncommitted");
        assertThat(read.ruleStackCandidate().profiles().outboundUntrustCertificate())
                .isEqualTo("c");
        assertThat(read.ruleStackCandidate().profiles().urlFilteringProfile()).isEqualTo("None");
        assertThat(read.ruleStackCandidate().updateToken()).isEqualTo("2");
        assertThat(read.ruleStackRunning().description()).isEqualTo("old");
        assertThat(read.tags()).containsExactly(new Tag("k", "v"));
    }

    @Test
    void theTagsOfARulestackMayStandInsideAView() {
        assertThat(rulestack(
                                "{\"Response\":{\"RuleStackRunning\":{\"Scope\":\"Local\",\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}}}")
                        .read())
                .satisfies(read -> {
                    assertThat(read.tags()).containsExactly(new Tag("k", "v"));
                    assertThat(read.ruleStackCandidate()).isNull();
                });
        assertThat(rulestack("{\"Response\":{\"RuleStackCandidate\":{\"Scope\":\"Local\"}}}")
                        .read()
                        .tags())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Response\":{\"RuleStackName\":\"edge\"}}",
                "{\"Response\":{\"RuleStackCandidate\":null,\"RuleStackRunning\":{}}}",
            })
    void whatIsInNeitherViewDoesNotExist(String answer) {
        RulestackApi rulestack = rulestack(answer);
        notFound(rulestack::read, "rulestack edge does not exist");
        notFound(() -> rulestack.rules(RuleList.LOCAL_RULE).read(7), "LocalRule 7 does not exist");
        notFound(() -> rulestack.objects(ObjectKind.FQDN_LIST).read("f"), "FQDN list f does not exist");
        notFound(() -> rulestack.fileTypes().read("pdf"), "file type pdf does not exist");
        notFound(() -> rulestack.categoryActions().read("games"), "URL category games does not exist");
        notFound(
                () -> new FirewallsApi(new Wire(answer).api())
                        .firewall("fw", "1")
                        .read(),
                "firewall fw does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Response\":null}", "{\"Response\":{}}", "{}"})
    void anAnswerThatSaysNothingDoesNotSayThatThereIsNothing(String answer) {
        RulestackApi rulestack = rulestack(answer);
        servicesFault(rulestack::read, "the service's answer about rulestack edge says nothing");
        servicesFault(() -> rulestack.rules(RuleList.LOCAL_RULE).read(7), "about LocalRule 7 says nothing");
        servicesFault(() -> rulestack.objects(ObjectKind.FQDN_LIST).read("f"), "about FQDN list f says nothing");
        servicesFault(() -> firewall(answer).read(), "about firewall fw says nothing");
    }

    @Test
    void anAnswerAboutAnotherResourceIsTheServicesFault() {
        RulestackApi rulestack = rulestack(
                "{\"Response\":{\"RuleStackName\":\"other\",\"CommitStatus\":\"Success\",\"RuleStackCandidate\":{\"Scope\":\"Local\"}}}");
        String other = "asked about RuleStackName edge, the service answered about other";
        servicesFault(rulestack::read, other);
        servicesFault(rulestack::commitStatus, other);
        servicesFault(() -> rulestack.rules(RuleList.LOCAL_RULE).list(), other);
        servicesFault(
                () -> rulestack("{\"Response\":{\"Priority\":8,\"RuleEntryCandidate\":{\"RuleName\":\"r\"}}}")
                        .rules(RuleList.LOCAL_RULE)
                        .read(7),
                "asked about Priority 7, the service answered about 8");
        servicesFault(
                () -> rulestack("{\"Response\":{\"FqdnListCandidate\":{\"Name\":\"g\",\"FqdnList\":[\"x\"]}}}")
                        .objects(ObjectKind.FQDN_LIST)
                        .read("f"),
                "asked about Name f, the service answered about g");
        servicesFault(
                () -> firewall("{\"Response\":{\"Firewall\":{\"FirewallName\":\"other\"}}}")
                        .read(),
                "asked about FirewallName fw, the service answered about other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Response\":{\"PrefixListCandidate\":{\"a\":\"b\"}}}",
                "{\"Response\":{\"PrefixListCandidate\":7}}",
                "{\"Response\":{\"PrefixListCandidate\":\"a\"}}",
                "{\"Response\":{\"PrefixListCandidate\":[null]}}",
                "{\"Response\":{\"PrefixListCandidate\":[[\"a\"]]}}",
                "{\"Response\":{\"PrefixListUncommitted\":[{\"Operation\":\"add\"}]}}",
            })
    void aListOfNamesThatIsNoneIsTheServicesFault(String answer) {
        servicesFault(() -> rulestack(answer).objects(ObjectKind.PREFIX_LIST).list(), "the service's answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Priority\":7}", "{\"RuleName\":\"r\"}", "{\"Priority\":0,\"RuleName\":\"r\"}", "\"r\""})
    void aPlaceOfARuleThatIsNoneIsTheServicesFault(String slot) {
        String answer = "{\"Response\":{\"RuleEntryCandidate\":[" + slot + "]}}";
        servicesFault(() -> rulestack(answer).rules(RuleList.LOCAL_RULE).list(), "cannot be read as RuleSlot");
    }

    @Test
    void pagingEndsWhereThereIsNoEndOfPages() {
        AtomicInteger pages = new AtomicInteger();
        Api endless = new Api(
                URI.create("https://api.test"),
                request -> FakePlatform.answer(
                        200,
                        "{\"PrefixListCandidate\":[\"a\"],\"NextToken\":\"%d\"}".formatted(pages.incrementAndGet())));
        servicesFault(
                () -> new RulestackApi(endless, "edge")
                        .objects(ObjectKind.PREFIX_LIST)
                        .list(),
                "GET /v1/config/rulestacks/edge/prefixlists: the list does not end, after 101 pages with 101 elements");
        assertThat(pages).hasValue(101);
    }

    @Test
    void pagingEndsWhereThereIsNoEndOfElements() {
        String names = "\"a\",".repeat(60_000) + "\"a\"";
        AtomicInteger pages = new AtomicInteger();
        Api endless = new Api(
                URI.create("https://api.test"),
                request -> FakePlatform.answer(
                        200,
                        "{\"PrefixListCandidate\":[" + names + "],\"NextToken\":\"" + pages.incrementAndGet() + "\"}"));
        servicesFault(
                () -> new RulestackApi(endless, "edge")
                        .objects(ObjectKind.PREFIX_LIST)
                        .list(),
                "the list does not end, after 2 pages");
    }

    @Test
    void aRuleIsReadInBothViews() {
        Views<RuleEntry> rule = rulestack("""
                        {"Response":{"Priority":7,"RuleEntryCandidate":{"RuleName":"r","Category":{"IntelligentFeeds":["f"],"URLCategoryNames":["games"]}},
                        "RuleEntryRunning":{"RuleName":"old","Category":{"Feeds":["g"]},"Surprise":1}}}""").rules(RuleList.LOCAL_RULE).read(7);
        assertThat(rule.candidate().category().feeds()).containsExactly("f");
        assertThat(rule.candidate().category().urlCategoryNames()).containsExactly("games");
        assertThat(rule.running().category().feeds()).containsExactly("g");
    }

    @Test
    void aRuleListIsReadToItsLastPage() {
        Wire wire = new Wire(
                "{\"Response\":{\"RuleEntryCandidate\":[{\"Priority\":1,\"RuleName\":\"a\"}],\"RuleEntryRunning\":null,\"NextToken\":\"t+1\"}}",
                """
                {"Response":{"RuleEntryCandidate":[{"Priority":2,"RuleName":"b"}],"RuleEntryRunning":[{"Priority":1,"RuleName":"a"}],
                "RuleEntryUncommitted":[{"Priority":2,"RuleName":"b","operation":"add"},{"Priority":3,"RuleName":"c","Operation":"mystery"},{"Priority":4,"RuleName":"d"}],"NextToken":""}}""");
        RuleListing listing =
                new RulestackApi(wire.api(), "edge").rules(RuleList.PRE_RULE).list();
        assertThat(listing.candidate()).containsExactly(new RuleSlot(1, "a"), new RuleSlot(2, "b"));
        assertThat(listing.running()).containsExactly(new RuleSlot(1, "a"));
        assertThat(listing.uncommitted())
                .containsExactly(
                        new RuleChange(2, "b", Operation.ADD),
                        new RuleChange(3, "c", Operation.UPDATE),
                        new RuleChange(4, "d", Operation.UPDATE));
        assertThat(wire.requests.get(1).uri().getRawQuery()).endsWith("&nexttoken=t%2B1");
        assertThat(wire.requests.get(1).body()).endsWith("\"NextToken\":\"t+1\"}");
    }

    @Test
    void pagingStopsWhenATokenRepeats() {
        Wire wire = new Wire("{\"Response\":{\"PrefixListCandidate\":[\"a\"],\"NextToken\":\"same\"}}");
        Listing listing = new RulestackApi(wire.api(), "edge")
                .objects(ObjectKind.PREFIX_LIST)
                .list();
        assertThat(listing.candidate()).containsExactly("a", "a");
        assertThat(wire.requests).hasSize(2);
    }

    @Test
    void aListOfObjectsKnowsItsUncommittedChanges() {
        Listing listing = rulestack("""
                        {"Response":{"CategoriesCandidate":["a","b"],"CategoriesRunning":["a","c"],"CategoriesPreDefined":["games"],
                        "CategoriesUncommitted":[{"Name":"b","operation":"add"},{"Name":"c","Operation":"delete"},{"Name":"d"}]}}""").objects(ObjectKind.CUSTOM_URL_CATEGORY).list();
        assertThat(listing)
                .isEqualTo(new Listing(
                        List.of("a", "b"),
                        List.of("a", "c"),
                        List.of(
                                new Change("b", Operation.ADD),
                                new Change("c", Operation.DELETE),
                                new Change("d", Operation.UPDATE))));
    }

    @Test
    void overridesAreListedUnderKeysOfTheirOwn() {
        Listing listing = rulestack(
                        "{\"Response\":{\"Candidate\":[\"games\"],\"Running\":[],\"CategoriesUncommitted\":[{\"Name\":\"games\",\"Operation\":\"update\"}]}}")
                .categoryActions()
                .list();
        assertThat(listing)
                .isEqualTo(new Listing(List.of("games"), List.of(), List.of(new Change("games", Operation.UPDATE))));
    }

    @Test
    void anObjectHasItsNameEvenWhenItStandsBesideTheView() {
        Views<PrefixList> read = rulestack(
                        "{\"Response\":{\"Name\":\"pl\",\"PrefixListCandidate\":{\"PrefixList\":[\"10.0.0.1\"]}}}")
                .objects(ObjectKind.PREFIX_LIST)
                .read("pl");
        assertThat(read.candidate().name()).isEqualTo("pl");
        assertThat(read.candidate().prefixList()).containsExactly("10.0.0.1");
        assertThat(read.running()).isNull();
    }

    @Test
    void aCustomCategoryIsReadFlatOrNested() {
        Views<CustomUrlCategory> read =
                rulestack("""
                        {"Response":{"URLCategoryCandidate":{"URLCategoryEntry":{"Name":"c","UrlTargets":["a"]},"operation":"add","pk":"x","sk":"y"},
                        "URLCategoryRunning":{"URLTargets":["b"]}}}""").objects(ObjectKind.CUSTOM_URL_CATEGORY).read("c");
        assertThat(read.candidate().urlTargets()).containsExactly("a");
        assertThat(read.running().urlTargets()).containsExactly("b");
        assertThat(read.running().name()).isEqualTo("c");
    }

    @Test
    void aFileTypeAndAnOverrideHaveTheirKey() {
        Views<FileType> pdf = rulestack("{\"Response\":{\"FileBlockingCandidate\":{\"Action\":\"alert\"}}}")
                .fileTypes()
                .read("pdf");
        assertThat(pdf.candidate().fileType()).isEqualTo("pdf");
        assertThat(pdf.running()).isNull();
        assertThat(rulestack("{\"Response\":{\"URLCategoryRunning\":{\"Action\":\"block\"}}}")
                        .categoryActions()
                        .read("games")
                        .running()
                        .name())
                .isEqualTo("games");
    }

    @Test
    void aFirewallIsReadWithItsStatus() {
        FirewallApi firewall = firewall("""
                {"Response":{"Firewall":{"FirewallName":"fw","MultiVpc":true,"FirewallId":"fw-1","Features":{"UserID":{}}},
                "Status":{"FirewallStatus":"CREATING","RuleStackStatus":"","Attachments":[{"EndpointId":"e","Status":"ACCEPTED"}],
                "RuleStackCommitInfo":{"CommitMessages":["m"],"CommitTS":"2026-01-01T00:00:00 UTC"}}}}""");
        FirewallView read = firewall.read();
        assertThat(read.firewall().multiVpcEnable()).isTrue();
        assertThat(read.firewall().firewallId()).isEqualTo("fw-1");
        assertThat(read.status().firewallStatus()).isEqualTo("CREATING");
        assertThat(read.status().attachments())
                .containsExactly(
                        Attachment.builder().endpointId("e").status("ACCEPTED").build());
        assertThat(read.status().ruleStackCommitInfo().commitTs()).isEqualTo("2026-01-01T00:00:00 UTC");
    }

    @Test
    void aFirewallWithoutStatusHasAnEmptyOne() {
        FirewallStatus status = firewall("{\"Response\":{\"Firewall\":{\"FirewallName\":\"fw\"}}}")
                .read()
                .status();
        assertThat(status.firewallStatus()).isEmpty();
    }

    @Test
    void aLogProfileIsRead() {
        assertThat(firewall(
                                "{\"Response\":{\"LogDestinationConfigs\":[{\"LogDestination\":\"d\",\"LogDestinationType\":\"S3\",\"LogType\":\"THREAT\"}]}}")
                        .logProfile()
                        .logDestinationConfigs())
                .containsExactly(new LogDestinationConfig("d", "S3", "THREAT"));
        assertThat(firewall("{\"Response\":null}").logProfile().logDestinationConfigs())
                .isNull();
    }

    @Test
    void pagesOfNamesNameTheNext() {
        NamePage page = new RulestacksApi(new Wire("""
                                {"Response":{"RuleStackCandidate":["a"],"RuleStackRunning":["b"],
                                "RuleStackUncommitted":[{"RuleStackName":"a","Operation":"add"}],"NextToken":"t"}}""").api()).list("Local", null, 1);
        assertThat(page)
                .isEqualTo(new NamePage(List.of("a"), List.of("b"), List.of(new Change("a", Operation.ADD)), "t"));
        FirewallPage firewalls = new FirewallsApi(new Wire(
                                "{\"Response\":{\"Firewalls\":[{\"FirewallName\":\"fw\",\"AccountId\":\"1\"}],\"NextToken\":null}}")
                        .api())
                .list(FirewallFilter.ALL, null, 1);
        assertThat(firewalls).isEqualTo(new FirewallPage(List.of(new FirewallKey("fw", "1")), null));
    }

    @Test
    void cataloguesAreReadToTheirLastPage() {
        Catalogues catalogues = new Catalogues(new Wire(
                        "{\"Response\":{\"CountryCodes\":[{\"Code\":\"DE\",\"Description\":\"Germany\"}],\"NextToken\":\"1\"}}",
                        "{\"Response\":{\"CountryCodes\":[{\"Code\":\"FR\"}]}}")
                .api());
        assertThat(catalogues.countries())
                .containsExactly(new Catalogues.Country("DE", "Germany"), new Catalogues.Country("FR", null));
        assertThat(new Catalogues(new Wire(
                                        "{\"Response\":{\"CategoriesRunning\":[{\"Name\":\"games\",\"Action\":\"allow\"}]}}")
                                .api())
                        .urlCategories())
                .containsExactly(new Catalogues.PredefinedCategory("games", "allow"));
        assertThat(new Catalogues(new Wire("{\"Response\":{\"Applications\":[\"dns\",\"ssl\"]}}").api())
                        .applications("1-1"))
                .containsExactly("dns", "ssl");
    }

    @Test
    void tagsAreWrittenFiftyAtATimeAndReadToTheLastPage() {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            tags.add(new Tag("k" + i, "v"));
        }
        Wire wire = new Wire("{}");
        RulestackApi rulestack = new RulestackApi(wire.api(), "edge");
        rulestack.addTags(tags);
        rulestack.removeTags(tags.stream().map(Tag::key).toList());
        rulestack.addTags(List.of());
        assertThat(wire.requests)
                .extracting(ApiRequest::method)
                .containsExactly("POST", "POST", "POST", "DELETE", "DELETE", "DELETE");
        assertThat(wire.requests.get(2).body()).isEqualTo("{\"Tags\":[{\"Key\":\"k100\",\"Value\":\"v\"}]}");
        assertThat(new RulestackApi(
                                new Wire(
                                                "{\"Response\":{\"Tags\":[{\"Key\":\"a\",\"Value\":\"1\"}],\"NextToken\":\"n\"}}",
                                                "{\"Response\":{\"Tags\":[{\"Key\":\"b\",\"Value\":\"2\"}]}}")
                                        .api(),
                                "edge")
                        .tags())
                .containsExactly(new Tag("a", "1"), new Tag("b", "2"));
    }

    @Test
    void anAnswerOfAnotherShapeIsTheServicesFault() {
        assertThatThrownBy(() -> rulestack("{\"Response\":{\"RuleStackCandidate\":{\"Profiles\":[1]}}}")
                        .read())
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SERVICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../edge",
                "a/b",
                "/",
                "a\\b",
                "a\u0000",
                "a\r\nb",
                "a\u0085",
                "\ud800",
                "a\udfffb"
            })
    void whatIsNoNameNeverReachesTheWire(String name) {
        Wire wire = new Wire("{}");
        assertThatThrownBy(() -> new RulestackApi(wire.api(), name)).hasMessageContaining("is not a name");
        assertThatThrownBy(() -> new RulestackApi(wire.api(), "edge")
                        .objects(ObjectKind.PREFIX_LIST)
                        .delete(name))
                .hasMessageContaining("is not a name");
        assertThat(wire.requests).isEmpty();
    }

    @Test
    void aNameIsOneSegment() {
        Wire wire = new Wire("{}");
        new RulestackApi(wire.api(), "edge").objects(ObjectKind.PREFIX_LIST).delete("a;b?c#d%e~f*g+ä h");
        assertThat(wire.requests.get(0).uri().getRawPath())
                .endsWith("/prefixlists/a%3Bb%3Fc%23d%25e~f%2Ag%2B%C3%A4%20h");
    }

    private static void notFound(ThrowingCallable read, String message) {
        assertThatThrownBy(read)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.NOT_FOUND));
    }

    private static void servicesFault(ThrowingCallable read, String message) {
        assertThatThrownBy(read)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SERVICE));
    }

    private static RulestackApi rulestack(String answer) {
        return new RulestackApi(new Wire(answer).api(), "edge");
    }

    private static FirewallApi firewall(String answer) {
        return new FirewallsApi(new Wire(answer).api()).firewall("fw", "123456789012");
    }
}
