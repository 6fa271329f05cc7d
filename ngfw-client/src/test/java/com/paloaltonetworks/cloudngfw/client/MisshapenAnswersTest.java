package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the right status and the wrong content say nothing, and above all not that something is not there. */
class MisshapenAnswersTest {

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
        listingEnds(Duration.ZERO, "\"a\"", 101, "with 101 elements");
    }

    @Test
    void pagingEndsWhereThereIsNoEndOfElements() {
        listingEnds(Duration.ZERO, "\"a\",".repeat(60_000) + "\"a\"", 2, "with 120002 elements");
    }

    /** Names count by their length: a few of nine megabytes each would fill the memory. */
    @Test
    void pagingEndsWhereThereIsNoEndOfCharacters() {
        String name = "\"" + "a".repeat(PageCount.MOST_CHARACTERS / 3) + "\"";
        listingEnds(Duration.ZERO, name, 3, "with 3 elements and 5000");
    }

    @Test
    void pagingEndsWhereEachPageIsJustInTime() {
        listingEnds(Duration.ofSeconds(9), "\"a\"", 3, "characters in 27 seconds");
    }

    @Test
    void aListingThatTakesAllItsTimeIsGiven() {
        FakePlatform platform = new FakePlatform(null);
        List<String> answers = new ArrayList<>(List.of("{\"NextToken\":\"1\"}", "{\"PrefixListCandidate\":[\"a\"]}"));
        Transport slow = request -> {
            platform.pass(PageCount.MOST_TIME);
            return FakePlatform.answer(200, answers.remove(0));
        };
        assertThat(prefixLists(slow, platform).candidate()).containsExactly("a");
    }

    /** Each page names another one and takes so long. */
    private static void listingEnds(Duration pause, String names, int pages, String message) {
        FakePlatform platform = new FakePlatform(null);
        AtomicInteger asked = new AtomicInteger();
        Transport endless = request -> {
            platform.pass(pause);
            int page = asked.incrementAndGet();
            return FakePlatform.answer(200, "{\"PrefixListCandidate\":[" + names + "],\"NextToken\":\"" + page + "\"}");
        };
        servicesFault(
                () -> prefixLists(endless, platform),
                "GET /v1/config/rulestacks/edge/prefixlists: the list does not end, after " + pages + " pages");
        asked.set(0);
        servicesFault(() -> prefixLists(endless, platform), message);
        assertThat(asked).hasValue(pages);
    }

    private static Listing prefixLists(Transport network, Platform platform) {
        return new RulestackApi(new Api(URI.create("https://api.test"), network, platform::now), "edge")
                .objects(ObjectKind.PREFIX_LIST)
                .list();
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
