package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
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
