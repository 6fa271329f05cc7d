package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.TestCaller.Got;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests signed by the AWS SDK's signer, whole and tampered with. */
class SignatureTest {
    private static final String BODY = "{\"ExpiryTime\":30}";

    private final TestTenant tenant = TestTenant.standard();
    private final AwsKeys keys = tenant.simulator.credentialsOf(
            tenant.simulator.world().roles().get(0).arn());
    private final URI uri = URI.create(tenant.simulator.api("us-east-1") + "/v1/mgmt/tokens/cloudrulestackadmin");

    @AfterEach
    void close() {
        tenant.close();
    }

    private Got tampered(Consumer<Map<String, String>> change) {
        Map<String, String> headers = new HashMap<>(tenant.caller.signature("GET", uri, keys, BODY, "execute-api"));
        change.accept(headers);
        return TestCaller.send("GET", uri, headers, BODY);
    }

    private static void refused(Got got, String message) {
        assertThat(got.status()).isEqualTo(403);
        assertThat(got.message()).startsWith(message);
    }

    @Test
    void aWholeSignatureIsAccepted() {
        accepted(tampered(headers -> {}));
    }

    @Test
    void oneFlippedCharacterIsAMismatch() {
        Got got = tampered(headers -> headers.computeIfPresent("Authorization", (name, value) -> {
            char last = value.charAt(value.length() - 1);
            return value.substring(0, value.length() - 1) + (last == '0' ? '1' : '0');
        }));
        refused(got, "The request signature we calculated does not match");
    }

    @Test
    void anotherBodyThanTheSignedOneIsAMismatch() {
        Map<String, String> headers = new HashMap<>(tenant.caller.signature("GET", uri, keys, "{}", "execute-api"));
        headers.remove("x-amz-content-sha256");
        refused(TestCaller.send("GET", uri, headers, BODY), "The request signature we calculated does not match");
    }

    @Test
    void noSignatureIsAMissingAuthenticationToken() {
        refused(tampered(headers -> headers.remove("Authorization")), "Missing Authentication Token");
    }

    @Test
    void aBrokenAuthorizationHeaderIsIncomplete() {
        refused(
                tampered(headers -> headers.put("Authorization", "AWS4-HMAC-SHA256 Credential")),
                "'Credential' not a valid key=value pair");
        refused(tampered(headers -> headers.put("Authorization", "Basic abc")), "Authorization header requires");
    }

    @Test
    void anotherSessionTokenIsInvalid() {
        refused(
                tampered(headers -> headers.put("X-Amz-Security-Token", "x")),
                "The security token included in the request is invalid");
    }

    @Test
    void anUnsignedAmazonHeaderIsRefused() {
        refused(
                tampered(headers -> headers.put("X-Amz-Extra", "x")),
                "There were headers present in the request which were not signed");
    }

    @Test
    void keysExpire() {
        tenant.clock.pass(Duration.ofHours(12));
        refused(tampered(headers -> {}), "The security token included in the request is expired");
    }

    @Test
    void anotherServiceOrRegionIsRefused() {
        Map<String, String> sts = tenant.caller.signature("GET", uri, keys, BODY, "sts");
        refused(TestCaller.send("GET", uri, sts, BODY), "Credential should be scoped to a valid region");
        URI elsewhere = URI.create(tenant.simulator.api("eu-west-1") + "/v1/mgmt/tokens/cloudrulestackadmin");
        refused(tenant.caller.signed("GET", elsewhere, keys, BODY), "Credential should be scoped to a valid region");
        accepted(tenant.caller.in("eu-west-1").token(AdminKind.RULESTACK));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void clocksMayDifferByFiveMinutes(long seconds) {
        Map<String, String> headers = tenant.caller.signature("GET", uri, keys, BODY, "execute-api");
        tenant.clock.passSeconds(seconds);
        accepted(TestCaller.send("GET", uri, headers, BODY));
    }

    @Test
    void clocksMayNotDifferByMore() {
        Map<String, String> headers = tenant.caller.signature("GET", uri, keys, BODY, "execute-api");
        tenant.clock.passSeconds(301);
        refused(
                TestCaller.send("GET", uri, headers, BODY),
                "Signature expired: 20300101T000000Z is now earlier than 20300101T000001Z (20300101T000501Z - 5 min.)");
        tenant.clock.passSeconds(-602);
        refused(TestCaller.send("GET", uri, headers, BODY), "Signature not yet current: ");
    }

    /** The SDK encodes path and query its own way; both sides must mean the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/mgmt/tokens/a%20b%2Fc",
                "/v1/mgmt/tokens/x:y~z",
                "/v1/mgmt/tokens/a.b_c-d?b=2&a=1&c=%20%2B&d"
            })
    void unusualPathsAndQueriesAreSignedAlike(String path) {
        URI odd = URI.create(tenant.simulator.api("us-east-1") + path);
        assertThat(tenant.caller.signed("DELETE", odd, keys, "{}").reason()).isEqualTo("token given does not exist");
    }
}
