package com.paloaltonetworks.cloudngfw.client;

import static com.paloaltonetworks.cloudngfw.client.FakePlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\":\"%s\"}", "{\"ResponseStatus\":{\"ErrorCode\":403,\"Reason\":\"%s\"}}", "%s"})
    void aRefusedSignatureDoesNotTellTheSessionToken(String shape) {
        for (String spelling : new String[] {SESSION, SESSION.replace("/", "\\/")}) {
            FakePlatform platform =
                    FakePlatform.answering(answer(403, shape.formatted(UNLIKE_SIGNATURES.formatted(spelling))));
            Access access = new Access("eu-west-1", null, CALLER, Map.of(), (role, name) -> CALLER, new TokenCache());
            assertThatThrownBy(() -> new Tokens(platform, access).current(AdminKind.RULESTACK))
                    .hasMessageContaining("signature we calculated")
                    .satisfies(DiscretionTest::tellsNothing);
        }
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
        Token token = new Token("canary-token-of-the-caller", "canary-key-of-the-caller", Instant.EPOCH);
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
            assertThat(each.toString()).doesNotContain("Canary", "eyJDYW5hcnki", "canary", "caller-secret");
        }
    }
}
