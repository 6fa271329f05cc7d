package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** Where requests go, and who signs them, is said by the type configuration and the invocation, and by nothing around them. */
class EnvironmentTest {

    private static final String ELSEWHERE = "https://elsewhere.example";

    private static final String[] AS_IT_SHOULD = {
        "POST https://sts.eu-west-1.amazonaws.com/ AKIDCALLER",
        "GET https://api.eu-west-1.aws.cloudngfw.paloaltonetworks.com/v1/mgmt/tokens/cloudrulestackadmin AKIDROLE",
        "POST https://api.eu-west-1.aws.cloudngfw.paloaltonetworks.com/v1/config/rulestacks/edge/commit jwt"
    };

    @TempDir
    private Path folder;

    @Test
    void anOrdinaryEnvironmentIsAsGoodAsNone() {
        assertThat(Fork.run(Calls.class, Map.of(), Map.of())).containsExactly(AS_IT_SHOULD);
    }

    @Test
    void variablesOfTheEnvironmentMoveNothing() throws IOException {
        Map<String, String> variables = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", ELSEWHERE,
                "AWS_ENDPOINT_URL_STS", ELSEWHERE,
                "AWS_STS_REGIONAL_ENDPOINTS", "legacy",
                "AWS_USE_FIPS_ENDPOINT", "true",
                "AWS_USE_DUALSTACK_ENDPOINT", "true",
                "AWS_REGION", "ap-south-1",
                "AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "session"));
        variables.putAll(Map.of(
                "HTTP_PROXY", ELSEWHERE,
                "HTTPS_PROXY", ELSEWHERE,
                "CLOUDNGFWAWS_HOST", "elsewhere.example",
                "CLOUDNGFWAWS_PROTOCOL", "http",
                "CLOUDNGFWAWS_SKIP_VERIFY_CERTIFICATE", "true",
                "AWS_PROFILE", "elsewhere",
                "AWS_CONFIG_FILE", profiles().toString()));
        assertThat(Fork.run(Calls.class, variables, Map.of())).containsExactly(AS_IT_SHOULD);
    }

    @Test
    void systemPropertiesMoveNothing() throws IOException {
        Map<String, String> properties = Map.of(
                "aws.endpointUrl", ELSEWHERE,
                "aws.endpointUrlSts", ELSEWHERE,
                "aws.useFipsEndpoint", "true",
                "aws.useDualstackEndpoint", "true",
                "aws.region", "ap-south-1",
                "aws.accessKeyId", "AKIDPROPERTY",
                "aws.secretAccessKey", "secret",
                "aws.profile", "elsewhere",
                "aws.configFile", profiles().toString());
        assertThat(Fork.run(Calls.class, Map.of(), properties)).containsExactly(AS_IT_SHOULD);
    }

    @Test
    void aProfileMovesNothing() throws IOException {
        Map<String, String> variables =
                Map.of("AWS_PROFILE", "elsewhere", "AWS_CONFIG_FILE", profiles().toString());
        assertThat(Fork.run(Calls.class, variables, Map.of())).containsExactly(AS_IT_SHOULD);
    }

    private Path profiles() throws IOException {
        return Files.writeString(folder.resolve("config"), """
                [profile elsewhere]
                endpoint_url = https://elsewhere.example
                region = ap-south-1
                use_fips_endpoint = true
                services = elsewhere
                [services elsewhere]
                sts =
                  endpoint_url = https://elsewhere.example
                """);
    }

    /** Commits a rulestack through an assumed role, and prints what would be sent where, and who signs it. */
    static final class Calls {

        private static final String ASSUMED = """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""";

        public static void main(String[] none) {
            FakePlatform platform = new FakePlatform(Calls::printed);
            StaticCredentialsProvider caller =
                    StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDCALLER", "secret", "session"));
            StsClient sts = StsRoleSession.client("eu-west-1", null, platform.network());
            RoleSession session = new StsRoleSession(request -> sts.assumeRole(request.toBuilder()
                    .overrideConfiguration(settings -> settings.credentialsProvider(caller))
                    .build()));
            Access access = new Access(
                    "eu-west-1",
                    null,
                    TokensTest.CALLER,
                    Map.of(AdminKind.RULESTACK, TokensTest.ROLE),
                    session,
                    new TokenCache());
            Ngfw.of(platform, access).rulestack("edge", AdminKind.RULESTACK).commit();
        }

        private static ApiResponse printed(ApiRequest request) {
            String signer = request.headers().get("Authorization").replaceAll(".*Credential=([^/]+)/.*", "$1");
            System.out.println(
                    request.method() + " " + request.uri().toString().replaceAll("[?].*", "") + " " + signer);
            boolean isSts = request.body().contains("AssumeRole");
            return isSts ? FakePlatform.answer(200, ASSUMED) : TokensTest.sold("jwt");
        }
    }
}
