package com.paloaltonetworks.cloudngfw.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's own tools may do that handlers may not. */
class DoorTest {
    private static final String ADMIN = "arn:aws:iam::123456789012:role/CloudNgfwAdmin";
    private static final String EXECUTION = "arn:aws:iam::123456789012:role/CloudNgfwExecutionRole";
    private static final String ANY_KEY =
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/sts/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=00";

    private final TestTenant tenant = TestTenant.standard();

    @AfterEach
    void close() {
        tenant.close();
    }

    private Answer sts(String form, Map<String, List<String>> headers) {
        return tenant.simulator.handle(new Call("POST", "/", null, headers, form.getBytes(UTF_8)), Door.TOOLS);
    }

    private static Map<String, List<String>> signedBy(String authorization) {
        return Map.of("Authorization", List.of(authorization), "X-Amz-Date", List.of("20260101T000000Z"));
    }

    private static String assuming(String role, String more) {
        return "Action=AssumeRole&Version=2011-06-15&RoleSessionName=me&RoleArn=" + role + more;
    }

    private static String element(Answer answer, String name) {
        String body = answer.body();
        int from = body.indexOf("<" + name + ">") + name.length() + 2;
        return body.substring(from, body.indexOf("</" + name + ">"));
    }

    @Test
    void anyKeysStandForTheExecutionRole() {
        Answer answer = sts("Action=GetCallerIdentity", signedBy(ANY_KEY));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(element(answer, "Arn"))
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/CloudNgfwExecutionRole/local");
        assertThat(sts("Action=GetCallerIdentity", Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {ADMIN, EXECUTION})
    void anyKeysAssumeWhatTheExecutionRoleMayAndTheExecutionRoleItself(String role) {
        Answer answer = sts(assuming(role, "&DurationSeconds=7200"), signedBy(ANY_KEY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        AwsKeys keys = new AwsKeys(
                element(answer, "AccessKeyId"), element(answer, "SecretAccessKey"), element(answer, "SessionToken"));
        assertThat(tenant.simulator.session(keys))
                .hasValueSatisfying(session -> assertThat(session.role().arn()).isEqualTo(role));
        assertThat(tenant.simulator.session(new AwsKeys(keys.accessKeyId(), "guessed", keys.sessionToken())))
                .isEmpty();
    }

    @Test
    void keysOfASessionStandForItsRole() {
        AwsKeys admin = tenant.simulator.credentialsOf(ADMIN);
        Map<String, List<String>> signed = signedBy(ANY_KEY.replace("AKIAIOSFODNN7EXAMPLE", admin.accessKeyId()));
        assertThat(element(sts("Action=GetCallerIdentity", signed), "Arn")).contains("assumed-role/CloudNgfwAdmin/");
        Answer refused = sts(assuming(EXECUTION, ""), signed);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(element(refused, "Code")).isEqualTo("AccessDenied");
        assertThat(sts("Action=GetSessionToken", signed).status()).isEqualTo(403);
    }

    @Test
    void sessionTokensAreRealKeysOfTheExecutionRole() {
        Answer answer = sts("Action=GetSessionToken", signedBy(ANY_KEY));
        AwsKeys keys = new AwsKeys(
                element(answer, "AccessKeyId"), element(answer, "SecretAccessKey"), element(answer, "SessionToken"));
        assertThat(tenant.caller.sts(keys, "Action=GetCallerIdentity").body()).contains("CloudNgfwExecutionRole");
    }

    @Test
    void anUnknownRoleIsRefused() {
        assertThat(sts(assuming(ADMIN + "2", ""), signedBy(ANY_KEY)).status()).isEqualTo(403);
    }

    @Test
    void theApiIsFoundByItsHostNameAndSignaturesByTheMachinesClockAreInTimeForToolsOnly() {
        URI uri = URI.create(
                "http://api.us-east-1.aws.cloudngfw.paloaltonetworks.com:4566" + "/v1/mgmt/tokens/cloudrulestackadmin");
        AwsKeys keys = tenant.simulator.credentialsOf(ADMIN);
        Map<String, List<String>> headers = new HashMap<>(new TestCaller(tenant.simulator, InstantSource.system())
                .signature("GET", uri, keys, "", "execute-api").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue()))));
        headers.put("Host", List.of(uri.getAuthority()));
        Call call = new Call("GET", uri.getPath(), null, headers, new byte[0]);
        assertThat(Simulator.isForApiHost(call)).isTrue();
        assertThat(tenant.simulator.handle(call, Door.TOOLS).body()).contains("TokenId");
        assertThat(tenant.simulator.handle(call, Door.HANDLERS).body()).contains("Signature expired");

        headers.put("X-Amz-Date", List.of("20260101T000000Z"));
        assertThat(tenant.simulator.handle(call, Door.TOOLS).status()).isEqualTo(403);
    }
}
