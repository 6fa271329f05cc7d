package com.paloaltonetworks.cloudngfw.client;

import static com.paloaltonetworks.cloudngfw.client.FakePlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    static final String ROLE = "arn:aws:iam::123456789012:role/Admin";
    static final Keys CALLER = new Keys("AKIDCALLER", "caller-secret", "caller-session");

    private final TokenCache cache = new TokenCache();

    static Access access(TokenCache cache) {
        return new Access("eu-west-1", null, CALLER, Map.of(), (role, session) -> CALLER, cache);
    }

    static ApiResponse sold(String token) {
        return answer(
                200,
                "{\"Response\":{\"TokenId\":\"%s\",\"SubscriptionKey\":\"key-of-%s\",\"ExpiryTime\":60.0,\"Enabled\":true},\"ResponseStatus\":{\"ErrorCode\":0}}"
                        .formatted(token, token));
    }

    @Test
    void aTokenIsBoughtWithASignedGetThatCarriesItsLifetimeTwice() {
        FakePlatform platform = FakePlatform.answering(sold("jwt"));
        new Tokens(platform, access(cache)).current(AdminKind.GLOBAL_RULESTACK);
        ApiRequest request = platform.requests.get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri())
                .hasToString(
                        "https://api.eu-west-1.aws.cloudngfw.paloaltonetworks.com/v1/mgmt/tokens/cloudglobalrulestackadmin?expirytime=60");
        assertThat(request.body()).isEqualTo("{\"ExpiryTime\":60}");
        assertThat(request.headers().get("Authorization"))
                .contains("Credential=AKIDCALLER/20260102/eu-west-1/execute-api/aws4_request");
    }

    @Test
    void aConfiguredRoleSignsInPlaceOfTheCaller() {
        List<String> assumed = new ArrayList<>();
        Access withRole = new Access(
                "eu-west-1",
                URI.create("http://127.0.0.1:4566/"),
                CALLER,
                Map.of(AdminKind.FIREWALL, ROLE),
                (role, session) -> {
                    assumed.add(role + " " + session);
                    return new Keys("ASIAROLE", "s", "t");
                },
                cache);
        FakePlatform platform = FakePlatform.answering(sold("jwt"));
        new Tokens(platform, withRole).current(AdminKind.FIREWALL);
        new Tokens(platform, withRole).current(AdminKind.RULESTACK);
        assertThat(assumed).containsExactly(ROLE + " cloudngfw-cloudfirewalladmin");
        assertThat(platform.requests)
                .extracting(request -> request.headers().get("Authorization").replaceAll("/.*", ""))
                .containsExactly("AWS4-HMAC-SHA256 Credential=ASIAROLE", "AWS4-HMAC-SHA256 Credential=AKIDCALLER");
        assertThat(platform.requests.get(0).uri())
                .hasToString("http://127.0.0.1:4566/v1/mgmt/tokens/cloudfirewalladmin?expirytime=60");
    }

    @Test
    void aTokenServesUntilAMinuteBeforeItsEnd() {
        FakePlatform platform = FakePlatform.answering(sold("jwt-1"), sold("jwt-2"));
        assertThat(current(platform).id()).isEqualTo("jwt-1");
        platform.pass(Duration.ofMinutes(59).minusSeconds(1));
        assertThat(current(platform).id()).isEqualTo("jwt-1");
        platform.pass(Duration.ofSeconds(1));
        assertThat(current(platform).id()).isEqualTo("jwt-2");
    }

    @ParameterizedTest
    @CsvSource({"61.0, 59", "1e300, 59", "30, 29", "\"soon\", 59"})
    void noTokenIsKeptForLongerThanWasAskedFor(String promised, int minutesOfUse) {
        FakePlatform platform = FakePlatform.answering(
                answer(200, "{\"TokenId\":\"1\",\"SubscriptionKey\":\"k\",\"ExpiryTime\":" + promised + "}"),
                sold("2"));
        current(platform);
        platform.pass(Duration.ofMinutes(minutesOfUse).minusSeconds(1));
        assertThat(current(platform).id()).isEqualTo("1");
        platform.pass(Duration.ofSeconds(1));
        assertThat(current(platform).id()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e308", "-1", "0", "1e-9", "0.5", "1", "\"-1e308\"", "\"NaN\"", "\"-Infinity\""})
    void aTokenThatEndsAtOnceIsAFailureOfTheService(String promised) {
        FakePlatform platform = FakePlatform.answering(
                answer(200, "{\"TokenId\":\"1\",\"SubscriptionKey\":\"k\",\"ExpiryTime\":" + promised + "}"));
        assertThatThrownBy(() -> current(platform))
                .hasMessage("GET /v1/mgmt/tokens/cloudrulestackadmin: the token ends at once")
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SERVICE));
    }

    @Test
    void eachKindAndEachCallerHasItsOwn() {
        FakePlatform platform = FakePlatform.answering(sold("1"), sold("2"), sold("3"), sold("4"));
        assertThat(current(platform).id()).isEqualTo("1");
        assertThat(new Tokens(platform, access(cache))
                        .current(AdminKind.FIREWALL)
                        .id())
                .isEqualTo("2");
        Keys other = new Keys(CALLER.accessKeyId(), CALLER.secretAccessKey(), null);
        Access otherCaller = new Access("eu-west-1", null, other, Map.of(), (role, session) -> other, cache);
        assertThat(new Tokens(platform, otherCaller)
                        .current(AdminKind.RULESTACK)
                        .id())
                .isEqualTo("3");
        assertThat(current(platform).id()).isEqualTo("1");
    }

    @Test
    void aRefusedTokenIsForgottenUnlessSomebodyReplacedItAlready() {
        FakePlatform platform = FakePlatform.answering(sold("1"), sold("2"), sold("3"));
        Tokens tokens = new Tokens(platform, access(cache));
        Token first = tokens.current(AdminKind.RULESTACK);
        long before = tokens.lastPurchase();
        Token second = tokens.instead(AdminKind.RULESTACK, first, before);
        assertThat(second.id()).isEqualTo("2");
        assertThat(tokens.instead(AdminKind.RULESTACK, first, before)).isEqualTo(second);
    }

    /** Two that began side by side have bought one each, and both tokens end together. */
    @Test
    void aTokenThatWasThereWhenAnotherWasRefusedIsNoReplacement() {
        FakePlatform platform = FakePlatform.answering(sold("2"), sold("3"));
        Tokens tokens = new Tokens(platform, access(cache));
        Token first = new Token("1", "k", 0, platform.now().plusSeconds(3600));
        assertThat(tokens.current(AdminKind.RULESTACK).id()).isEqualTo("2");
        platform.pass(Duration.ofSeconds(-1)); // by a clock that is set back meanwhile, it would be one
        assertThat(tokens.instead(AdminKind.RULESTACK, first, tokens.lastPurchase())
                        .id())
                .isEqualTo("3");
    }

    @Test
    void theCacheStaysSmall() {
        FakePlatform platform = FakePlatform.answering(sold("1"));
        for (int i = 0; i < 300; i++) {
            cache.keep("caller-" + i, new Token("t" + i, "k", 0, platform.now().plusSeconds(1000 + i)), platform.now());
        }
        assertThat(cache.find("caller-0")).isNull();
        assertThat(cache.find("caller-199")).isNull();
        assertThat(cache.find("caller-200")).isNotNull();
        cache.keep(
                "late",
                new Token("t", "k", 0, platform.now().plusSeconds(9000)),
                platform.now().plusSeconds(2000));
        assertThat(cache.find("caller-299")).isNull();
        assertThat(cache.find("late")).isNotNull();
    }

    @ParameterizedTest(name = "HTTP {0} {1} says: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: execute-api:Invoke on resource: z | allows execute-api:Invoke",
                "403 | Signature expired: 20260102T030405Z is now earlier than | set the clock",
                "403 | Signature not yet current: 20260102T030405Z is still later than | set the clock",
                "403 | The request signature we calculated does not match the signature you provided. | credentials of the execution role",
                "403 | The security token included in the request is expired | credentials of the execution role",
                "403 | Missing Authentication Token | check the configured API endpoint",
                "404 | Not Found | check the configured API endpoint",
                "400 | account 123456789012 is not onboarded | Onboard the AWS account",
                "400 | programmatic access is disabled | Enable programmatic access",
                "403 | Forbidden | CloudNGFWRulestackAdmin=Yes (older tenants: NGFWaasRole=CloudRulestackAdmin)",
                "400 | account does not exist | CloudNGFWRulestackAdmin=Yes",
            })
    void aRefusalSaysWhatToDo(int status, String reason, String remedy) {
        FakePlatform platform = FakePlatform.answering(answer(status, "{\"message\":\"" + reason + "\"}"));
        assertThatThrownBy(() -> current(platform))
                .hasMessageContaining("GET /v1/mgmt/tokens/cloudrulestackadmin: " + reason)
                .hasMessageContaining(remedy)
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.DENIED));
    }

    @Test
    void aRefusalNamesTheRoleAndTheTagOfItsKind() {
        FakePlatform platform = FakePlatform.answering(answer(403, "{\"message\":\"Forbidden\"}"));
        Access withRole = new Access(
                "eu-west-1", null, CALLER, Map.of(AdminKind.GLOBAL_RULESTACK, ROLE), (role, session) -> CALLER, cache);
        assertThatThrownBy(() -> new Tokens(platform, withRole).current(AdminKind.GLOBAL_RULESTACK))
                .hasMessageContaining("role " + ROLE)
                .hasMessageContaining("CloudNGFWGlobalRulestackAdmin=Yes")
                .hasMessageContaining("AWS Firewall Manager");
    }

    @ParameterizedTest
    @CsvSource({"429, THROTTLED", "503, SERVICE"})
    void whatMayPassStaysWhatItIs(int status, Kind kind) {
        assertThatThrownBy(() -> current(FakePlatform.answering(answer(status, ""))))
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(kind));
    }

    @Test
    void accessSwitchedOffIsNoToken() {
        FakePlatform platform = FakePlatform.answering(answer(200, "{\"Response\":{\"Enabled\":false}}"));
        assertThatThrownBy(() -> current(platform))
                .hasMessageContaining("programmatic access is switched off")
                .hasMessageContaining("Tenant > General");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"Response\":{\"TokenId\":\"t\"}}", "{\"Response\":{\"SubscriptionKey\":\"k\"}}"})
    void halfATokenIsNoToken(String body) {
        assertThatThrownBy(() -> current(FakePlatform.answering(answer(200, body))))
                .hasMessageContaining("no TokenId or no SubscriptionKey");
    }

    @Test
    void revokedTokensAreForgottenEvenWhenTheServiceRefuses() {
        FakePlatform platform = FakePlatform.answering(sold("jwt.1"), answer(404, ""), sold("jwt.2"));
        Tokens tokens = new Tokens(platform, access(cache));
        tokens.current(AdminKind.RULESTACK);
        tokens.revoke();
        ApiRequest revocation = platform.requests.get(1);
        assertThat(revocation.method()).isEqualTo("DELETE");
        assertThat(revocation.uri().getPath()).isEqualTo("/v1/mgmt/tokens/jwt.1");
        assertThat(revocation.headers())
                .containsEntry("x-api-key", "key-of-jwt.1")
                .containsKey("Authorization");
        assertThat(tokens.current(AdminKind.RULESTACK).id()).isEqualTo("jwt.2");
    }

    @Test
    void revokingSurvivesANetworkThatIsGone() {
        List<ApiRequest> sent = new ArrayList<>();
        FakePlatform platform = new FakePlatform(request -> {
            sent.add(request);
            if (sent.size() > 1) {
                throw new NgfwException(Kind.NETWORK, "gone");
            }
            return sold("jwt");
        });
        Tokens tokens = new Tokens(platform, access(cache));
        tokens.current(AdminKind.RULESTACK);
        tokens.revoke();
        assertThat(sent).hasSize(2);
    }

    @Test
    void programmaticAccessIsDescribedWithTheFirstRoleThereIs() {
        FakePlatform platform =
                FakePlatform.answering(answer(200, "{\"Response\":{\"Enabled\":true,\"MaxExpiryTime\":480}}"));
        Access withRole = new Access(
                "eu-west-1",
                null,
                CALLER,
                Map.of(AdminKind.RULESTACK, ROLE),
                (role, session) -> new Keys("ASIAROLE", "s", "t"),
                cache);
        assertThat(new Tokens(platform, withRole).describe()).isEqualTo(new ProgrammaticAccess(true, 480));
        assertThat(new Tokens(platform, access(cache)).describe().enabled()).isTrue();
        assertThat(platform.requests.get(0).headers().get("Authorization")).contains("ASIAROLE");
        assertThat(platform.requests.get(0).uri().getPath()).isEqualTo("/v1/mgmt/tokens");
    }

    @Test
    void textFormsShowNoSecret() {
        Token token = new Token("jwt-secret", "key-secret", 0, Instant.EPOCH);
        assertThat(token.toString()).doesNotContain("secret");
        assertThat(access(cache).toString()).doesNotContain("caller-secret").doesNotContain("caller-session");
        ApiRequest request = token.on(new ApiRequest("GET", URI.create("http://x/y"), Map.of(), "body-secret"));
        assertThat(request.toString()).isEqualTo("ApiRequest[GET /y]");
        URI revocation = URI.create("http://x/v1/mgmt/tokens/jwt-secret");
        URI behindAPath = URI.create("http://x/local/eu-west-1/v1/config/rulestacks/v1");
        assertThat(new ApiRequest("PUT", behindAPath, Map.of(), "").name()).isEqualTo("PUT /v1/config/rulestacks/v1");
        assertThat(new ApiRequest("DELETE", revocation, Map.of(), "").toString())
                .doesNotContain("secret");
        assertThat(answer(200, "body-secret").toString()).isEqualTo("ApiResponse[200]");
    }

    private Token current(FakePlatform platform) {
        return new Tokens(platform, access(cache)).current(AdminKind.RULESTACK);
    }
}
