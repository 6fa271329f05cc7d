package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The templates of {@code deploy/} as they are: roles and registration first, then a stack that uses the types. */
class RolesTest {

    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final String POLICY = """
            Resources:
              Policy:
                Type: PaloAltoNetworks::CloudNGFW::RuleStack
                Properties:
                  RuleStackName: policy
            """;

    private static final String ALL = "RulestackAdmin=Yes";

    private final Terminal terminal = new Terminal();

    @Test
    void aRegistrationWithTheRolesOfTheTemplateLetsTypesWork() throws IOException {
        register(roles(), ALL);

        JsonNode stack = terminal.succeeds("deploy", terminal.file("policy.yaml", POLICY));

        assertThat(stack.path("StackStatus").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(terminal.rulestack("policy").path("RuleStackState").asText()).isEqualTo("Running");
    }

    @Test
    void aRoleWithoutTheTagIsToldWhichTagItLacks() throws IOException {
        register(roles(), "RulestackAdmin=No");

        assertThat(failure()).contains("is not tagged CloudNGFWRulestackAdmin=Yes", "HandlerErrorCode: AccessDenied");
    }

    @Test
    void aRoleThatDoesNotTrustCloudFormationIsToldWhomToTrust() throws IOException {
        register(
                roles().replace("Service: resources.cloudformation.amazonaws.com", "Service: lambda.amazonaws.com"),
                ALL);

        assertThat(failure())
                .contains(
                        "CloudFormation cannot assume the execution role",
                        "its trust policy must allow sts:AssumeRole to resources.cloudformation.amazonaws.com",
                        "HandlerErrorCode: AccessDenied");
    }

    @Test
    void aRoleThatTrustsCloudFormationForOtherTypesOnlyIsNotAssumed() throws IOException {
        register(roles().replace("PaloAltoNetworks-CloudNGFW-*", "Other-*"), ALL);

        assertThat(failure())
                .contains("aws:SourceArn arn:aws:cloudformation:us-east-1:123456789012:type/resource/"
                        + "PaloAltoNetworks-CloudNGFW-RuleStack/00000001");
    }

    /** @param parameters at least one, as the command line takes them */
    private void register(String roles, String... parameters) {
        List<String> words = new ArrayList<>(List.of("deploy", terminal.file("roles.yaml", roles), "--parameters"));
        words.addAll(List.of(parameters));
        words.addAll(List.of("--capabilities", "CAPABILITY_NAMED_IAM"));
        terminal.succeeds(words.toArray(String[]::new));
        terminal.succeeds(
                "deploy",
                DEPLOY.resolve("registration.yaml").toString(),
                "--parameters",
                "RuleStackPackage=s3://packages/rulestack.zip",
                "SecurityRulePackage=s3://packages/securityrule.zip",
                "FirewallPackage=s3://packages/ngfw.zip");
    }

    private static String roles() throws IOException {
        return Files.readString(DEPLOY.resolve("roles.yaml"));
    }

    private String failure() {
        JsonNode stack = terminal.exits(1, "deploy", terminal.file("policy.yaml", POLICY));
        assertThat(stack.path("StackStatus").asText()).isEqualTo("ROLLBACK_COMPLETE");
        terminal.assertEmptyTenant();
        return Terminal.failure(stack, "Policy");
    }
}
