package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.ACCOUNT;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.STACKS;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.AccessOff;
import com.paloaltonetworks.cloudngfw.simulator.TestCaller.Got;
import com.paloaltonetworks.cloudngfw.simulator.World.Generation;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
    private static Role tagged(String key, String value) {
        return World.standard().roles().get(0).withTags(Map.of(key, value));
    }

    private static TestTenant tenantWithRole(Role role) {
        return new TestTenant(World.standard().withRoles(List.of(role)));
    }

    private static Got buy(TestTenant tenant, AwsKeys keys, String query, String body) {
        URI uri = URI.create(tenant.simulator.api("us-east-1") + "/v1/mgmt/tokens/cloudfirewalladmin" + query);
        return tenant.caller.signed("GET", uri, keys, body);
    }

    private static AwsKeys admin(TestTenant tenant) {
        return tenant.simulator.credentialsOf(
                tenant.simulator.world().roles().get(0).arn());
    }

    @ParameterizedTest(name = "{0}={1} buys a {2} token")
    @CsvSource({
        "CloudNGFWFirewallAdmin,        Yes,                FIREWALL",
        "NGFWaasRole,                   CloudFirewallAdmin, FIREWALL",
        "CloudNGFWRulestackAdmin,       Yes,                RULESTACK",
        "CloudNGFWRuleStackAdmin,       Yes,                RULESTACK",
        "NGFWaasRole,                   CloudRulestackAdmin, RULESTACK",
        "CloudNGFWGlobalRulestackAdmin, Yes,                GLOBAL_RULESTACK",
        "CloudNGFWGlobalRuleStackAdmin, Yes,                GLOBAL_RULESTACK",
    })
    void aRoleTagOfAnyGenerationBuysItsTokenAndNoOther(String key, String value, AdminKind kind) {
        try (TestTenant tenant = tenantWithRole(tagged(key, value))) {
            for (AdminKind each : AdminKind.values()) {
                Got got = tenant.caller.token(each);
                assertThat(got.response().has("TokenId")).as(each.name()).isEqualTo(each == kind);
            }
        }
    }

    @Test
    void anUntaggedRoleIsDeniedInTheEnvelope() {
        try (TestTenant tenant = tenantWithRole(tagged("Team", "net"))) {
            Got got = tenant.caller.token(AdminKind.RULESTACK);
            assertThat(got.status()).isEqualTo(400);
            assertThat(got.reason()).startsWith("AccessDenied").contains("CloudNGFWRulestackAdmin=Yes");
        }
    }

    @ParameterizedTest(name = "query {0} and body {1} last {2} minutes")
    @CsvSource({
        "'',             {},                   30",
        "'',             {\"ExpiryTime\":120},  120",
        "?expirytime=60, {},                   60",
        "?expirytime=60, {\"ExpiryTime\":90},   90",
        "'',             {\"ExpiryTime\":1},    5",
        "'',             {\"ExpiryTime\":9999}, 1440",
    })
    void aTokensLifetimeIsClampedAndTheBodyWins(String query, String body, int minutes) {
        try (TestTenant tenant = TestTenant.standard()) {
            Got got = buy(tenant, admin(tenant), query, body);
            assertThat(got.response().path("ExpiryTime").asInt())
                    .as(got.json().toString())
                    .isEqualTo(minutes);
            assertThat(got.response().path("Enabled").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"V1", "V2"})
    void aTokenIsAJwtThatNamesTheTenantsGenerationAndItsEnd(Generation generation) throws IOException {
        try (TestTenant tenant = new TestTenant(World.standard().withTenantGeneration(generation))) {
            String jwt = tenant.caller
                    .token(AdminKind.FIREWALL)
                    .response()
                    .path("TokenId")
                    .asText();
            assertThat(jwt.split("\\.", -1)).hasSize(3);
            JsonNode claims = TestCaller.MAPPER.readTree(
                    new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), UTF_8));
            assertThat(claims.path("tenant_version").asText()).isEqualTo(generation.name());
            assertThat(claims.path("exp").asLong())
                    .isEqualTo(tenant.clock.instant().getEpochSecond() + 3600);
        }
    }

    @Test
    void accessSwitchedOffIsSaidByEnabled() {
        try (TestTenant tenant = new TestTenant(World.standard().withProgrammaticAccess(false))) {
            Got got = accepted(tenant.caller.token(AdminKind.FIREWALL));
            assertThat(got.response().path("Enabled").asBoolean(true)).isFalse();
            assertThat(got.response().has("TokenId")).isFalse();
        }
    }

    @Test
    void accessSwitchedOffCanBeARefusal() {
        World world = World.standard().withProgrammaticAccess(false);
        try (TestTenant tenant = new TestTenant(world.withApi(world.api().withAccessOff(AccessOff.REFUSE)))) {
            assertThat(tenant.caller.token(AdminKind.FIREWALL).reason()).contains("programmatic access");
        }
    }

    @Test
    void anAccountThatIsNotOnboardedIsDenied() {
        try (TestTenant tenant = new TestTenant(World.standard().withOnboardedAccounts(List.of("999999999999")))) {
            assertThat(tenant.caller.token(AdminKind.FIREWALL).reason())
                    .contains("account " + ACCOUNT + " is not onboarded");
        }
    }

    @Test
    void programmaticAccessIsDescribed() {
        try (TestTenant tenant = TestTenant.standard()) {
            URI uri = URI.create(tenant.simulator.api("us-east-1") + "/v1/mgmt/tokens");
            Got got = accepted(tenant.caller.signed("GET", uri, admin(tenant), "{}"));
            assertThat(got.response().path("Enabled").asBoolean()).isTrue();
            assertThat(got.response().path("MaxExpiryTime").asInt()).isEqualTo(1440);
        }
    }

    @Test
    void anExpiredTokenIsUnauthorized() {
        try (TestTenant tenant = TestTenant.standard()) {
            accepted(tenant.caller.get(STACKS));
            tenant.clock.passSeconds(3600);
            Got got = tenant.caller.get(STACKS);
            assertThat(got.status()).isEqualTo(401);
            assertThat(got.json()).isEqualTo(TestTenant.json("{'message':'Unauthorized'}"));
        }
    }

    @Test
    void aMissingOrUnknownSubscriptionKeyIsForbidden() {
        try (TestTenant tenant = TestTenant.standard()) {
            Map<String, String> headers = new HashMap<>();
            JsonNode token = tenant.caller.token(AdminKind.RULESTACK).response();
            headers.put("Authorization", token.path("TokenId").asText());
            URI uri = URI.create(tenant.simulator.api("us-east-1") + STACKS);
            Got without = TestCaller.send("GET", uri, headers, null);
            headers.put("x-api-key", "wrong");
            Got wrong = TestCaller.send("GET", uri, headers, null);
            assertThat(List.of(without.status(), wrong.status())).containsOnly(403);
            assertThat(List.of(without.message(), wrong.message())).containsOnly("Forbidden");
        }
    }

    @Test
    void aBearerPrefixIsUnauthorized() {
        try (TestTenant tenant = TestTenant.standard()) {
            JsonNode token = tenant.caller.token(AdminKind.RULESTACK).response();
            URI uri = URI.create(tenant.simulator.api("us-east-1") + STACKS);
            Map<String, String> headers = Map.of(
                    "Authorization",
                    "Bearer " + token.path("TokenId").asText(),
                    "x-api-key",
                    token.path("SubscriptionKey").asText());
            assertThat(TestCaller.send("GET", uri, headers, null).status()).isEqualTo(401);
        }
    }

    @Test
    void aRevokedTokenIsUnauthorized() {
        try (TestTenant tenant = TestTenant.standard()) {
            JsonNode token = tenant.caller.token(AdminKind.RULESTACK).response();
            String jwt = token.path("TokenId").asText();
            URI uri = URI.create(tenant.simulator.api("us-east-1") + "/v1/mgmt/tokens/" + jwt);
            accepted(tenant.caller.signed("DELETE", uri, admin(tenant), "{}"));
            Map<String, String> headers = Map.of(
                    "Authorization",
                    jwt,
                    "x-api-key",
                    token.path("SubscriptionKey").asText());
            URI stacks = URI.create(tenant.simulator.api("us-east-1") + STACKS);
            assertThat(TestCaller.send("GET", stacks, headers, null).status()).isEqualTo(401);
        }
    }

    @Test
    void anUnknownRouteIsAMissingAuthenticationToken() {
        try (TestTenant tenant = TestTenant.standard()) {
            for (String path : List.of("/v1/config/nothing", "/v2/config/ngfirewalls", STACKS + "/a/b/c/d")) {
                Got got = tenant.caller.get(path);
                assertThat(got.status()).isEqualTo(403);
                assertThat(got.message()).isEqualTo("Missing Authentication Token");
            }
            assertThat(TestCaller.send(
                                    "GET",
                                    URI.create("http://127.0.0.1:"
                                            + tenant.simulator.sts().getPort() + STACKS),
                                    Map.of(),
                                    null)
                            .message())
                    .isEqualTo("Missing Authentication Token");
        }
    }

    @Test
    void theSubscriptionKeyCanBeListed() {
        try (TestTenant tenant = TestTenant.standard()) {
            JsonNode token = tenant.caller.token(AdminKind.RULESTACK).response();
            assertThat(tenant.caller
                            .get("/v1/mgmt/subscribe")
                            .response()
                            .path("Subscriptions")
                            .path(0)
                            .path("SubscriptionKey"))
                    .isEqualTo(token.path("SubscriptionKey"));
        }
    }
}
