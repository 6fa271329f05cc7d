package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.ACCOUNT;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's tables: F firewall, L local rulestack, G global rulestack administrator. */
class PermissionMatrixTest {
    private static final Map<Character, AdminKind> KINDS =
            Map.of('F', AdminKind.FIREWALL, 'L', AdminKind.RULESTACK, 'G', AdminKind.GLOBAL_RULESTACK);

    private final TestTenant tenant = TestTenant.standard().withFirewall();

    @BeforeEach
    void addGlobalRulestack() {
        tenant.caller.as(AdminKind.GLOBAL_RULESTACK);
        accepted(tenant.caller.post(
                "/v1/config/rulestacks", "{\"RuleStackName\":\"corp\",\"RuleStackEntry\":{\"Scope\":\"Global\"}}"));
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    @ParameterizedTest(name = "{1} {2}: {0}")
    @CsvSource({
        "FLG, GET,    /rulestacks",
        "LG,  POST,   /rulestacks",
        "FLG, GET,    /rulestacks/edge",
        "L,   PUT,    /rulestacks/edge",
        "L,   DELETE, /rulestacks/edge",
        "FLG, GET,    /rulestacks/edge/commit",
        "L,   POST,   /rulestacks/edge/commit",
        "L,   POST,   /rulestacks/edge/validate",
        "L,   POST,   /rulestacks/edge/revert",
        "G,   PUT,    /rulestacks/corp",
        "G,   POST,   /rulestacks/corp/commit",
        "G,   POST,   /rulestacks/corp/rulelists/PreRule",
        "LG,  GET,    /rulestacks/edge/tags",
        "FLG, POST,   /rulestacks/edge/tags",
        "FLG, DELETE, /rulestacks/edge/tags",
        "FLG, GET,    /rulestacks/edge/rulelists/LocalRule",
        "L,   POST,   /rulestacks/edge/rulelists/LocalRule",
        "FLG, GET,    /rulestacks/edge/rulelists/LocalRule/priorities/1",
        "L,   PUT,    /rulestacks/edge/rulelists/LocalRule/priorities/1",
        "L,   DELETE, /rulestacks/edge/rulelists/LocalRule/priorities/1",
        "FLG, GET,    /rulestacks/edge/prefixlists",
        "L,   POST,   /rulestacks/edge/prefixlists",
        "FLG, GET,    /rulestacks/edge/fqdnlists/a",
        "L,   PUT,    /rulestacks/edge/fqdnlists/a",
        "L,   DELETE, /rulestacks/edge/feeds/a",
        "L,   POST,   /rulestacks/edge/certificates",
        "L,   POST,   /rulestacks/edge/urlcustomcategories",
        "FLG, GET,    /rulestacks/edge/fileblockingprofiles/custom/filetypes",
        "L,   PUT,    /rulestacks/edge/fileblockingprofiles/custom/filetypes/pdf",
        "L,   PUT,    /rulestacks/edge/urlfilteringprofiles/custom/urlcategories/games/action",
        "LG,  GET,    /urlcategories",
        "LG,  GET,    /countries",
        "LG,  GET,    /appidversions",
        "FLG, GET,    /ngfirewalls",
        "F,   POST,   /ngfirewalls",
        "FLG, GET,    /ngfirewalls/fw",
        "F,   PUT,    /ngfirewalls/fw/description",
        "F,   PUT,    /ngfirewalls/fw/subnets",
        "F,   PUT,    /ngfirewalls/fw/contentversion",
        "F,   PUT,    /ngfirewalls/fw/features",
        "F,   PUT,    /ngfirewalls/fw/link",
        "FL,  PUT,    /ngfirewalls/fw/rulestack",
        "FL,  POST,   /ngfirewalls/fw/rulestack",
        "G,   PUT,    /ngfirewalls/fw/globalrulestack",
        "G,   POST,   /ngfirewalls/fw/globalrulestack",
        "G,   DELETE, /ngfirewalls/fw/globalrulestack",
        "FL,  GET,    /ngfirewalls/fw/tags",
        "F,   POST,   /ngfirewalls/fw/tags",
        "F,   DELETE, /ngfirewalls/fw/tags",
        "FLG, GET,    /ngfirewalls/fw/logprofile",
        "F,   PUT,    /ngfirewalls/fw/logprofile",
        "F,   DELETE, /ngfirewalls/none",
    })
    void onlyTheKindsOfTheTableAreLetIn(String allowed, String method, String path) {
        KINDS.forEach((letter, kind) -> {
            var got = tenant.caller.as(kind).call(method, "/v1/config" + path, method.equals("GET") ? null : "{}");
            assertThat(got.reason().startsWith("AccessDenied"))
                    .as(kind + ": " + got.json())
                    .isEqualTo(allowed.indexOf(letter) < 0);
        });
    }

    @Test
    void theScopeInTheBodyDecidesWhoMayCreate() {
        String global = "{\"RuleStackName\":\"g\",\"RuleStackEntry\":{\"Scope\":\"Global\"}}";
        assertThat(tenant.caller
                        .as(AdminKind.RULESTACK)
                        .post("/v1/config/rulestacks", global)
                        .reason())
                .startsWith("AccessDenied");
    }

    @Test
    void aDeniedCallIsAnEnvelope() {
        var got = tenant.caller.as(AdminKind.RULESTACK).delete(TestTenant.WALL + "?accountid=" + ACCOUNT);
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.code()).isEqualTo(400);
    }
}
