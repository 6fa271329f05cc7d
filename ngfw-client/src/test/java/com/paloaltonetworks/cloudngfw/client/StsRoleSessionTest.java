package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class StsRoleSessionTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/Admin";

    @Test
    void theKeysOfTheRoleAreReturned() {
        List<AssumeRoleRequest> asked = new ArrayList<>();
        RoleSession sts = new StsRoleSession(request -> {
            asked.add(request);
            return AssumeRoleResponse.builder()
                    .credentials(keys ->
                            keys.accessKeyId("id").secretAccessKey("secret").sessionToken("session"))
                    .build();
        });
        assertThat(sts.assume(ROLE, "cloudngfw-x")).isEqualTo(new Keys("id", "secret", "session"));
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.roleArn()).isEqualTo(ROLE);
            assertThat(request.roleSessionName()).isEqualTo("cloudngfw-x");
        });
    }

    @ParameterizedTest(name = "{0} {1} is {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | AccessDenied | User: x is not authorized to perform: sts:AssumeRole | DENIED | trust policy",
                "403 | ExpiredToken | The security token included in the request is expired | DENIED | is expired",
                "403 | RequestExpired | Signature expired: 20300101T000000Z | DENIED | clock",
                "400 | ValidationError | 1 validation error detected | INVALID | role ARNs",
                "400 | Throttling | Rate exceeded | THROTTLED | Rate exceeded",
                "500 | InternalFailure | oops | SERVICE | oops",
            })
    void aRefusalHasOneKindAndKeepsItsWords(int status, String code, String message, Kind kind, String part) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
        AwsServiceException refusal = StsException.builder()
                .statusCode(status)
                .awsErrorDetails(details)
                .build();
        assertThatThrownBy(() -> failing(refusal).assume(ROLE, "s"))
                .hasMessageStartingWith("AssumeRole on " + ROLE + ": " + message)
                .hasMessageContaining(part)
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(kind));
    }

    @Test
    void aRefusalWithoutDetailsIsDenied() {
        AwsServiceException bare = StsException.builder().message("odd").build();
        assertThatThrownBy(() -> failing(bare).assume(ROLE, "s"))
                .hasMessageStartingWith("AssumeRole on " + ROLE + ": odd")
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.DENIED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Welcome</html>",
                "<AssumeRoleResponse><AssumeRoleResult/></AssumeRoleResponse>",
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>id</AccessKeyId></Credentials>"
                        + "</AssumeRoleResult></AssumeRoleResponse>",
            })
    void anAnswerWithoutKeysIsAFailureOfTheService(String body) {
        assertThatThrownBy(() -> assumedWith(new ApiResponse(200, Map.of(), body)))
                .hasMessageContaining("AssumeRole on " + ROLE)
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isIn(Kind.SERVICE, Kind.NETWORK));
    }

    /** The SDK's parser calls itself for every level, and would end in a StackOverflowError that no one catches. */
    @ParameterizedTest
    @ValueSource(ints = {200, 403, 500})
    void anAnswerThatIsTooDeepOrTooLongIsNotParsed(int status) {
        List<String> bodies = List.of(
                "<a>".repeat(200_000),
                "<a>".repeat(NetworkHttpClient.LONGEST_ANSWER / 3),
                "<a><!--</a>-->".repeat(1000),
                "<ErrorResponse><Error><Message>" + "x".repeat(1 << 20) + "</Message></Error></ErrorResponse>");
        for (String body : bodies) {
            assertThatThrownBy(() -> assumedWith(new ApiResponse(status, Map.of(), body)))
                    .hasMessageStartingWith("AssumeRole on " + ROLE + ": ")
                    .hasMessageContaining("HTTP " + status + ", but the answer is longer than")
                    .isInstanceOfSatisfying(
                            NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SERVICE));
        }
    }

    @Test
    void theDeepestAnswerThatIsParsedDoesNoHarm() {
        int deepest = NetworkHttpClient.MOST_TAGS;
        assertThatThrownBy(() -> assumedWith(new ApiResponse(200, Map.of(), "<a>".repeat(deepest))))
                .isInstanceOf(NgfwException.class);
    }

    @Test
    void aLongReasonIsCut() {
        String refusal = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>" + "no ".repeat(10_000)
                + "</Message></Error></ErrorResponse>";
        assertThatThrownBy(() -> assumedWith(new ApiResponse(403, Map.of(), refusal)))
                .hasMessageContaining("no no no ")
                .hasMessageContaining("trust policy")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(2300));
    }

    private static Keys assumedWith(ApiResponse answer) {
        try (StsClient client = StsRoleSession.client("eu-west-1", null, request -> answer)) {
            return new StsRoleSession(client::assumeRole).assume(ROLE, "name");
        }
    }

    @Test
    void noAnswerIsANetworkFailure() {
        assertThatThrownBy(
                        () -> failing(SdkClientException.create("unreachable")).assume(ROLE, "s"))
                .hasMessage("AssumeRole on " + ROLE + ": unreachable")
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.NETWORK));
    }

    @Test
    void theClientTakesAnotherEndpointWithItsPath() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization").replaceAll(",.*", ""));
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sts");
        try (StsClient client = StsRoleSession.client("eu-west-1", endpoint, new JdkNetwork())) {
            StaticCredentialsProvider caller =
                    StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDCALLER", "secret", "session"));
            RoleSession sts = new StsRoleSession(request -> client.assumeRole(request.toBuilder()
                    .overrideConfiguration(settings -> settings.credentialsProvider(caller))
                    .build()));
            assertThatThrownBy(() -> sts.assume(ROLE, "name"))
                    .hasMessageContaining("Status Code: 403")
                    .isInstanceOfSatisfying(
                            NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.DENIED));
        } finally {
            server.stop(0);
        }
        assertThat(asked)
                .singleElement()
                .asString()
                .matches("POST /sts AWS4-HMAC-SHA256 Credential=AKIDCALLER/.*/eu-west-1/sts/.*");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, https://sts.us-east-1.amazonaws.com",
        "eu-west-1, https://sts.eu-west-1.amazonaws.com",
        "us-gov-west-1, https://sts.us-gov-west-1.amazonaws.com",
        "cn-north-1, https://sts.cn-north-1.amazonaws.com.cn",
    })
    void eachRegionHasAnEndpointOfItsOwn(String region, String endpoint) {
        try (StsClient client = StsRoleSession.client(region, null, new JdkNetwork())) {
            assertThat(client.serviceClientConfiguration().region().id()).isEqualTo(region);
            assertThat(client.serviceClientConfiguration().endpointOverride()).contains(URI.create(endpoint));
        }
    }

    @Test
    void theClientSpeaksOverThePlatformsNetworkAndOnlyOnce() {
        List<ApiRequest> asked = new ArrayList<>();
        Transport dead = request -> {
            asked.add(request);
            throw new NgfwException(Kind.NETWORK, "the line is dead");
        };
        try (StsClient client = StsRoleSession.client("eu-west-1", null, dead)) {
            assertThatThrownBy(() -> new StsRoleSession(client::assumeRole).assume(ROLE, "name"))
                    .hasMessageContaining("the line is dead")
                    .isInstanceOfSatisfying(
                            NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.NETWORK));
        }
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.uri()).hasToString("https://sts.eu-west-1.amazonaws.com/");
            assertThat(request.body()).contains("Action=AssumeRole", "RoleSessionName=name");
        });
    }

    private static RoleSession failing(RuntimeException failure) {
        return new StsRoleSession(request -> {
            throw failure;
        });
    }
}
