package com.paloaltonetworks.cloudngfw.client;

import static com.paloaltonetworks.cloudngfw.client.FakePlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NgfwTest {

    private final Access access = TokensTest.access(new TokenCache());

    @Test
    void eachAdminKindBuysItsOwnTokenOnceAndOnlyWhenNeeded() {
        FakePlatform platform =
                new FakePlatform(request -> request.uri().getPath().startsWith("/v1/mgmt/")
                        ? TokensTest.sold(request.uri().getPath().replaceAll(".*/", ""))
                        : answer(200, "{}"));
        Ngfw ngfw = Ngfw.of(platform, access);
        ngfw.rulestacks(AdminKind.GLOBAL_RULESTACK).list("Global", null, 10);
        ngfw.firewalls(AdminKind.FIREWALL).list(FirewallFilter.ALL, null, 10);
        ngfw.firewalls(AdminKind.FIREWALL).firewall("fw", "1").delete();
        ngfw.catalogues().countries();
        assertThat(platform.requests)
                .extracting(request -> request.uri().getPath() + " <- "
                        + request.headers().get("Authorization").replaceAll(" .*", ""))
                .containsExactly(
                        "/v1/mgmt/tokens/cloudglobalrulestackadmin <- AWS4-HMAC-SHA256",
                        "/v1/config/rulestacks <- cloudglobalrulestackadmin",
                        "/v1/mgmt/tokens/cloudfirewalladmin <- AWS4-HMAC-SHA256",
                        "/v1/config/ngfirewalls <- cloudfirewalladmin",
                        "/v1/config/ngfirewalls/fw <- cloudfirewalladmin",
                        "/v1/mgmt/tokens/cloudrulestackadmin <- AWS4-HMAC-SHA256",
                        "/v1/config/countries <- cloudrulestackadmin");
    }

    @Test
    void neitherMessagesNorLogsTellSecrets() {
        List<String> told = new ArrayList<>();
        FakePlatform platform =
                new FakePlatform(request -> request.uri().getPath().startsWith("/v1/mgmt/")
                        ? TokensTest.sold("jwt-secret")
                        : answer(403, "{\"message\":\"Forbidden\"}"));
        Ngfw ngfw = Ngfw.of(platform, access, told::add);
        try {
            ngfw.rulestack("edge", AdminKind.RULESTACK).commit();
        } catch (NgfwException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                told.add(cause.toString());
            }
        }
        platform.requests.forEach(request -> told.add(request.toString()));
        assertThat(told)
                .hasSize(6)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("jwt-secret")
                        .doesNotContain("caller-secret")
                        .doesNotContain("caller-session"));
    }

    @Test
    void theTenantAnswersForItself() {
        FakePlatform platform = FakePlatform.answering(
                TokensTest.sold("e30.eyJ0ZW5hbnRfdmVyc2lvbiI6IlYyIn0.c2ln"),
                answer(200, "{\"Response\":{\"Enabled\":true}}"),
                answer(200, "{}"));
        Ngfw ngfw = Ngfw.of(platform, access);
        assertThat(ngfw.tenantGeneration(AdminKind.FIREWALL)).isEqualTo(TenantGeneration.V2);
        assertThat(ngfw.describeAccess()).isEqualTo(new ProgrammaticAccess(true, null));
        ngfw.revokeTokens();
        assertThat(platform.requests).extracting(ApiRequest::method).containsExactly("GET", "GET", "DELETE");
    }
}
