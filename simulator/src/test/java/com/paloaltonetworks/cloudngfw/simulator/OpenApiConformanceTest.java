package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.ACCOUNT;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CustomCategoryShape;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every answer against the vendor's OpenAPI files; skipped where they are not at hand. */
class OpenApiConformanceTest {
    private static final String STACK = "/v1/config/rulestacks/{rulestack}";
    private static final String WALL = "/v1/config/ngfirewalls/{firewall}";
    private static final String VIEWS = "?candidate=true&running=true&uncommitted=true";

    /** One call of the scenario. */
    private record Step(AdminKind kind, String method, String template, String name, String body) {
        String path() {
            return template.replace("{rulestack}", "edge")
                            .replace("{firewall}", "fw")
                            .replace("{rulelist}", "LocalRule")
                            .replace("{priority}", "1")
                            .replace("{name}", name)
                            .replace("{type}", "pdf")
                    + (method.equals("GET") ? VIEWS + "&accountid=" + ACCOUNT : "");
        }
    }

    private static Step local(String method, String template, String body) {
        return new Step(AdminKind.RULESTACK, method, template, "x", json(body).toString());
    }

    private static Step firewall(String method, String template, String body) {
        String full = json(body).put("AccountId", ACCOUNT).toString();
        return new Step(AdminKind.FIREWALL, method, template, "x", full);
    }

    private static Stream<Step> object(String collection, String body) {
        String path = STACK + "/" + collection;
        return Stream.of(
                local("POST", path, "{'Name':'x'," + body.substring(1)),
                local("GET", path, "{}"),
                local("GET", path + "/{name}", "{}"),
                local("PUT", path + "/{name}", body),
                local("DELETE", path + "/{name}", "{}"));
    }

    private static List<Step> rulestackSteps() {
        String rules = STACK + "/rulelists/{rulelist}";
        String rule = "{'Priority':1,'RuleEntry':{'RuleName':'r','Category':{'URLCategoryNames':['games']}}}";
        String types = STACK + "/fileblockingprofiles/custom/filetypes";
        return Stream.of(
                        Stream.of(
                                local("GET", "/v1/config/rulestacks", "{}"),
                                local("GET", STACK, "{}"),
                                local("PUT", STACK, "{'RuleStackEntry':{'Description':'d'}}"),
                                local("POST", STACK + "/tags", "{'Tags':[{'Key':'k','Value':'v'}]}"),
                                local("GET", STACK + "/tags", "{}"),
                                local("DELETE", STACK + "/tags", "{'TagKeys':['k']}"),
                                local("POST", rules, rule),
                                local("GET", rules, "{}"),
                                local("GET", rules + "/priorities/{priority}", "{}"),
                                local("PUT", rules + "/priorities/{priority}", rule),
                                local("DELETE", rules + "/priorities/{priority}", "{}"),
                                local("GET", types, "{}"),
                                local("PUT", types + "/{type}", "{'Action':'block','Direction':'both'}"),
                                local("GET", types + "/{type}", "{}"),
                                local("GET", "/v1/config/urlcategories", "{}"),
                                local("GET", "/v1/mgmt/subscribe", "{}")),
                        object("prefixlists", "{'PrefixList':['10.0.0.0/8']}"),
                        object("fqdnlists", "{'FqdnList':['a.example']}"),
                        object("feeds", "{'FeedURL':'https://a','Type':'IP_LIST','Frequency':'DAILY'}"),
                        object("certificates", "{'CertificateSelfSigned':true}"),
                        object("urlcustomcategories", "{'URLTargets':['a.example']}"),
                        Stream.of(
                                local("POST", STACK + "/validate", "{}"),
                                local("POST", STACK + "/revert", "{}"),
                                local("POST", STACK + "/commit", "{}"),
                                local("GET", STACK + "/commit", "{}")))
                .flatMap(each -> each)
                .toList();
    }

    private static List<Step> firewallSteps() {
        return List.of(
                firewall("GET", "/v1/config/ngfirewalls", "{}"),
                firewall("GET", WALL, "{}"),
                firewall("PUT", WALL + "/description", "{'Description':'d'}"),
                firewall("PUT", WALL + "/rulestack", "{'RuleStackName':'edge'}"),
                firewall("POST", WALL + "/tags", "{'Tags':[{'Key':'k','Value':'v'}]}"),
                firewall("GET", WALL + "/tags", "{}"),
                firewall("DELETE", WALL + "/tags", "{'TagKeys':['k']}"),
                firewall(
                        "PUT",
                        WALL + "/logprofile",
                        "{'LogDestinationConfigs':[{'LogDestination':'b','LogDestinationType':'S3','LogType':'THREAT'}]}"),
                firewall("GET", WALL + "/logprofile", "{}"),
                firewall("PUT", WALL + "/subnets", "{'AssociateSubnetMappings':[{'SubnetId':'s2'}]}"),
                firewall("DELETE", WALL, "{}"));
    }

    @Test
    void answersAreWhatTheVendorDocuments() {
        Optional<OpenApiFiles> files = OpenApiFiles.find();
        assumeTrue(files.isPresent(), "the vendor's OpenAPI files are not at hand");
        World world = World.standard();
        // The files document the nested form of a read category.
        World nested = world.withApi(world.api().withCustomCategoryShape(CustomCategoryShape.NESTED));
        try (TestTenant tenant = new TestTenant(nested).withFirewall()) {
            for (List<Step> steps : List.of(firewallSteps(), rulestackSteps())) {
                for (Step step : steps) {
                    var got = accepted(tenant.caller
                            .as(step.kind())
                            .call(step.method(), step.path(), step.method().equals("GET") ? null : step.body()));
                    tenant.clock.passSeconds(step.kind() == AdminKind.FIREWALL ? 120 : 1);
                    String call = step.method() + " " + step.template();
                    assertThat(files.get().departures(call, got.json()))
                            .as(call + " " + got.json())
                            .isEmpty();
                }
            }
            var token = tenant.caller.token(AdminKind.FIREWALL);
            assertThat(files.get().departures("GET /v1/mgmt/tokens/cloudfirewalladmin", token.json()))
                    .isEmpty();
        }
    }

    @Test
    void everyV1OperationOfTheFilesIsServed() {
        Optional<OpenApiFiles> files = OpenApiFiles.find();
        assumeTrue(files.isPresent(), "the vendor's OpenAPI files are not at hand");
        try (TestTenant tenant = TestTenant.standard()) {
            for (String operation : files.get().operations()) {
                String path = operation.substring(operation.indexOf(' ') + 1).replace("{}", "1");
                boolean ours = path.startsWith("/v1/") && !path.contains("accounts") && !path.contains("xaccount");
                var got = tenant.caller.call(operation.substring(0, operation.indexOf(' ')), path, null);
                assertThat(got.message().equals("Missing Authentication Token") && !path.startsWith("/v1/mgmt/tokens"))
                        .as(operation)
                        .isEqualTo(!ours);
            }
        }
    }
}
