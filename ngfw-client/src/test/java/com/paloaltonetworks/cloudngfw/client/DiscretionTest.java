package com.paloaltonetworks.cloudngfw.client;

import static com.paloaltonetworks.cloudngfw.client.FakePlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.model.FirewallStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** What a service repeats or lets slip does not get into messages. */
class DiscretionTest {

    private static final String SESSION = "IQoJb3JpZ2luX2VjE/Canary+Session==";
    private static final Keys CALLER = new Keys("AKIDCALLER", "caller-secret", SESSION);

    /** In the words of AWS, which shows what should have been signed. */
    private static final String UNLIKE_SIGNATURES =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. The Canonical String for this request should have been"
                    + " 'GET /v1/mgmt/tokens/cloudrulestackadmin host:api x-amz-security-token:%s'";

    /** In which a service, or whatever passes its words on, may write a character. */
    private enum Written {
        AS_IT_IS("%c"),
        WITH_A_BACKSLASH("\\%c"),
        AS_GSON_DOES("\\u%04x"),
        AS_GSON_DOES_INSIDE_A_TEXT("\\\\u%04X"),
        PERCENT_ENCODED("%%%02X"),
        PERCENT_ENCODED_TWICE("%%25%02x"),
        AS_A_REFERENCE("&#%d;"),
        AS_A_HEXADECIMAL_REFERENCE("&#x%X;"),
        AS_A_REFERENCE_INSIDE_A_TEXT("&amp;#x%x;");

        private final String format;

        Written(String format) {
            this.format = format;
        }

        /** Punctuation alone; or letters and digits as well, which some writers do not spare. */
        String of(String text, boolean letters) {
            StringBuilder written = new StringBuilder();
            text.chars()
                    .forEach(each -> written.append(
                            Character.isLetterOrDigit(each) && (!letters || this == WITH_A_BACKSLASH)
                                    ? Character.toString(each)
                                    : format.formatted(each)));
            return written.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedSignatureDoesNotTellTheSessionToken(Written written) {
        List<String> shapes = List.of(
                "{\"message\":\"%s\"}",
                "{\"ResponseStatus\":{\"ErrorCode\":403,\"Reason\":\"%s\"}}", "%s", "{\"a\": %s");
        for (String shape : shapes) {
            for (boolean letters : new boolean[] {false, true}) {
                String words = UNLIKE_SIGNATURES.formatted(written.of(SESSION, letters));
                FakePlatform platform = FakePlatform.answering(answer(403, shape.formatted(words)));
                Access access =
                        new Access("eu-west-1", null, CALLER, Map.of(), (role, name) -> CALLER, new TokenCache());
                assertThatThrownBy(() -> new Tokens(platform, access).current(AdminKind.RULESTACK))
                        .isInstanceOf(NgfwException.class)
                        .satisfies(DiscretionTest::tellsNothing);
                assertThat(Spelling.replaced(words, SESSION, "****")).isEqualTo(UNLIKE_SIGNATURES.formatted("****"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"TokenId\":\"eyJh.eyJD.c2\",\"SubscriptionKey\":\"abcd/CANARY+efgh==\"}",
                "{\"SubscriptionKey\" : \"/CANARY, with; words & more\", \"a\":1}",
                "{\\\"SubscriptionKey\\\":\\\"abcd\\/CANARY\\\"}",
                "subscriptionkey='+CANARY+=='",
                "TokenId=+CANARY/x&SubscriptionKey=CANARY%2F==",
                "<TokenId>CANARY/+=</TokenId>",
                "{&quot;SubscriptionKey&quot;:&quot;CANARY/+=&quot;}",
                "%22SubscriptionKey%22%3A%22CANARY%2F%22",
                "\\u0022SubscriptionKey\\u0022:\\u0022CANARY/+\\u0022",
            })
    void whatWasSoldIsMaskedToItsEnd(String words) {
        assertThat(Discretion.words(words)).contains("****").doesNotContain("CANARY", "efgh", "words", "more");
    }

    @Test
    void whatAFirewallSaysOfItselfHoldsNoTokenEither() {
        String token = "eyJhbGciOiJI.eyJDYW5hcnki.c2ln";
        String answer = """
                {"Response":{"Firewall":{"FirewallName":"fw"},"Status":{"FirewallStatus":"UPDATE_FAIL",
                 "FailureReason":"refused %1$s","RuleStackCommitInfo":{"CommitMessages":["pushed with %1$s"]},
                 "GlobalRuleStackCommitInfo":{"CommitTS":"now"}}}}""".formatted(token);
        FirewallStatus status = new FirewallsApi(new Wire(answer).api())
                .firewall("fw", "123456789012")
                .read()
                .status();
        assertThat(status.failureReason()).isEqualTo("refused ****");
        assertThat(status.ruleStackCommitInfo().commitMessages()).containsExactly("pushed with ****");
        assertThat(status.globalRuleStackCommitInfo().commitTs()).isEqualTo("now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%2",
                "&#",
                "&#x;",
                "&#99999999999;",
                "\\",
                "\\u",
                "\\u00",
                "\\\\\\",
                "&amp;",
                "%zz",
                "\\uzzzz"
            })
    void halfAnEscapeIsNoSecret(String half) {
        String body = SESSION.substring(0, 10) + half;
        assertThat(Spelling.replaced(body, SESSION, "****")).isEqualTo(body);
        assertThat(Spelling.replaced(half + SESSION, SESSION, "****")).endsWith("****");
    }

    @Test
    void stsDoesNotTellTheSessionTokenEither() {
        String refusal = "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>"
                + UNLIKE_SIGNATURES.formatted(SESSION) + "</Message></Error></ErrorResponse>";
        StaticCredentialsProvider caller = StaticCredentialsProvider.create(
                AwsSessionCredentials.create(CALLER.accessKeyId(), CALLER.secretAccessKey(), SESSION));
        try (StsClient client = StsRoleSession.client("eu-west-1", null, request -> answer(403, refusal))) {
            RoleSession sts = new StsRoleSession(request -> client.assumeRole(request.toBuilder()
                    .overrideConfiguration(settings -> settings.credentialsProvider(caller))
                    .build()));
            assertThatThrownBy(() -> sts.assume("arn:aws:iam::123456789012:role/Admin", "name"))
                    .hasMessageContaining("signature we calculated")
                    .satisfies(DiscretionTest::tellsNothing);
        }
    }

    @Test
    void aRefusedTokenIsNotRepeated() {
        Token token = new Token("canary-token-of-the-caller", "canary-key-of-the-caller", 0, Instant.EPOCH);
        ApiRequest request = token.on(new ApiRequest("GET", URI.create("https://x/v1/config/y"), Map.of(), ""));
        Transport network = sent ->
                answer(400, "{\"message\":\"bad headers " + sent.headers().values() + " in " + sent.uri() + "\"}");
        assertThatThrownBy(
                        () -> Transports.checked(Transports.discreet(network)).send(request))
                .hasMessageContaining("bad headers [****, ****] in https://x/v1/config/y");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 400, 500, 502})
    void aTokenInAnAnswerThatIsAFailureIsNotQuoted(int status) {
        String sold = "{\"Response\":{\"TokenId\":\"eyJhbGciOiJI.eyJDYW5hcnki.c2lnbmF0dXJl\",\"SubscriptionKey\" : "
                + "\"CanaryKey0123456789\"},\"ResponseStatus\":{\"ErrorCode\":%s}}";
        for (String body : new String[] {sold.formatted(0), "oops: " + sold, sold.replace("\"", "\\\"")}) {
            FakePlatform platform = FakePlatform.answering(answer(status, body));
            Access access = new Access("eu-west-1", null, CALLER, Map.of(), (role, name) -> CALLER, new TokenCache());
            try {
                new Tokens(platform, access).current(AdminKind.RULESTACK);
            } catch (NgfwException failure) {
                tellsNothing(failure);
            }
        }
    }

    @Test
    void ordinaryWordsStayAsTheyAre() {
        String words = "Rule web: token id 7 is unknown, please provide latest token; eyJ is no token";
        assertThat(Discretion.words(words)).isEqualTo(words);
        ApiRequest request = new ApiRequest("GET", URI.create("https://x/y"), Map.of("x-api-key", "a"), "");
        assertThat(Discretion.withoutEchoes(request, answer(200, "{\"a\":1}")).body())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void aRedirectedPurchaseNamesTheEndpointAsTheCause() {
        FakePlatform platform = FakePlatform.answering(answer(302, ""));
        assertThatThrownBy(() -> new Tokens(platform, TokensTest.access(new TokenCache())).current(AdminKind.FIREWALL))
                .hasMessageContaining("HTTP 302")
                .hasMessageContaining("check the configured API endpoint")
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.DENIED));
    }

    /** Neither the failure nor what caused it. */
    private static void tellsNothing(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("Canary", "eyJDYW5hcnki", "canary", "caller-secret", "IQoJ");
        }
    }
}
