package com.paloaltonetworks.cloudngfw.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsTest {
    private static final String ADMIN = "arn:aws:iam::123456789012:role/CloudNgfwAdmin";

    private final TestTenant tenant = TestTenant.standard();
    private final AwsKeys execution = tenant.simulator.credentialsOf(
            tenant.simulator.world().executionRole().arn());

    @AfterEach
    void close() {
        tenant.close();
    }

    private HttpResponse<String> assume(AwsKeys keys, String arn, String more) {
        return tenant.caller.sts(
                keys, "Action=AssumeRole&Version=2011-06-15&RoleSessionName=stack&RoleArn=" + arn + more);
    }

    private static String element(HttpResponse<String> answer, String name) {
        String body = answer.body();
        int from = body.indexOf("<" + name + ">") + name.length() + 2;
        return body.substring(from, body.indexOf("</" + name + ">"));
    }

    private static AwsKeys keysOf(HttpResponse<String> answer) {
        return new AwsKeys(
                element(answer, "AccessKeyId"), element(answer, "SecretAccessKey"), element(answer, "SessionToken"));
    }

    @Test
    void theExecutionRoleAssumesTheTaggedRoleAndBuysATokenWithIt() {
        var answer = assume(execution, ADMIN, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).hasValue(element(answer, "RequestId"));
        assertThat(element(answer, "Expiration")).isEqualTo("2030-01-01T01:00:00Z");
        assertThat(element(answer, "Arn")).isEqualTo("arn:aws:sts::123456789012:assumed-role/CloudNgfwAdmin/stack");
        assertThat(tenant.caller
                        .token(AdminKind.RULESTACK, keysOf(answer), "{}")
                        .code())
                .isZero();
        assertThat(tenant.caller.token(AdminKind.RULESTACK, execution, "{}").reason())
                .startsWith("AccessDenied");
        assertThat(tenant.simulator.requests().count("STS AssumeRole")).isEqualTo(1);
    }

    @Test
    void aMissingRoleAndOneThatDoesNotTrustTheCallerLookTheSame() {
        AwsKeys admin = tenant.simulator.credentialsOf(ADMIN);
        for (var answer : List.of(assume(execution, ADMIN + "2", ""), assume(admin, ADMIN, ""))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(element(answer, "Code")).isEqualTo("AccessDenied");
            assertThat(element(answer, "Message"))
                    .contains("is not authorized to perform: sts:AssumeRole on resource: " + ADMIN);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "&DurationSeconds=899,   greater than or equal to 900",
        "&DurationSeconds=43201, less than or equal to 43200",
        "&DurationSeconds=3601,  1 hour session limit for roles assumed by role chaining",
        "&DurationSeconds=x,     durationSeconds",
    })
    void aBadDurationIsAValidationError(String parameter, String message) {
        var answer = assume(execution, ADMIN, parameter);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(element(answer, "Code")).isEqualTo("ValidationError");
        assertThat(element(answer, "Message")).contains(message);
    }

    @Test
    void aBadSessionNameIsAValidationError() {
        var answer = tenant.caller.sts(execution, "Action=AssumeRole&RoleSessionName=a+b&RoleArn=" + ADMIN);
        assertThat(element(answer, "Message"))
                .isEqualTo("1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [\\w+=,.@-]*");
    }

    @Test
    void sessionTagsNeedAPermissionNobodyHas() {
        var answer = assume(execution, ADMIN, "&Tags.member.1.Key=a&Tags.member.1.Value=b");
        assertThat(element(answer, "Message")).contains("sts:TagSession");
    }

    @Test
    void theCallerIsNamed() {
        var answer = tenant.caller.sts(execution, "Action=GetCallerIdentity&Version=2011-06-15");
        assertThat(element(answer, "Account")).isEqualTo("123456789012");
        assertThat(element(answer, "Arn"))
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/CloudNgfwExecutionRole/cloudformation");
        assertThat(element(answer, "UserId")).startsWith("AROA").endsWith(":cloudformation");
    }

    @Test
    void sessionsGetNoSessionTokens() {
        var answer = tenant.caller.sts(execution, "Action=GetSessionToken&Version=2011-06-15");
        assertThat(element(answer, "Message")).isEqualTo("Cannot call GetSessionToken with session credentials");
    }

    @Test
    void clocksMayDifferByFifteenMinutes() {
        String form = "Action=GetCallerIdentity&Version=2011-06-15";
        Map<String, String> headers = tenant.caller.signature("POST", tenant.simulator.sts(), execution, form, "sts");
        tenant.clock.passSeconds(900);
        assertThat(TestCaller.raw("POST", tenant.simulator.sts(), headers, form).statusCode())
                .isEqualTo(200);
        tenant.clock.passSeconds(1);
        var late = TestCaller.raw("POST", tenant.simulator.sts(), headers, form);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(element(late, "Code")).isEqualTo("SignatureDoesNotMatch");
        assertThat(element(late, "Message"))
                .isEqualTo(
                        "Signature expired: 20300101T000000Z is now earlier than 20300101T000001Z (20300101T001501Z - 15 min.)");
    }

    @Test
    void unsignedAndUnknownCallersHaveTheirCodes() {
        var unsigned = TestCaller.raw("POST", tenant.simulator.sts(), Map.of(), "Action=GetCallerIdentity");
        assertThat(element(unsigned, "Code")).isEqualTo("MissingAuthenticationToken");
        var unknown = tenant.caller.sts(new AwsKeys("ASIAUNKNOWN", "s", "t"), "Action=GetCallerIdentity");
        assertThat(element(unknown, "Code")).isEqualTo("InvalidClientTokenId");
        tenant.clock.passSeconds(12 * 3600);
        assertThat(element(tenant.caller.sts(execution, "Action=GetCallerIdentity"), "Code"))
                .isEqualTo("ExpiredToken");
    }

    @Test
    void keysNeverShowTheirSecret() {
        assertThat(execution.toString()).doesNotContain(execution.secretAccessKey(), execution.sessionToken());
    }
}
