package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** An answer that points elsewhere takes no key and no token there. */
class RedirectsTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/Admin";

    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private final List<String> here = new CopyOnWriteArrayList<>();
    private HttpServer other;
    private HttpServer server;
    private int status;

    @BeforeEach
    void start() throws IOException {
        other = listening();
        other.createContext("/", exchange -> {
            elsewhere.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server = listening();
        server.createContext("/", exchange -> {
            here.add(exchange.getRequestMethod());
            exchange.getResponseHeaders()
                    .set("Location", "http://localhost:" + other.getAddress().getPort() + "/taken");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        other.start();
        server.start();
    }

    @AfterEach
    void stop() {
        other.stop(0);
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 305, 307, 308})
    void theWireGivesTheRedirectionBack(int redirection) {
        status = redirection;
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            Map<String, String> secrets = Map.of("Authorization", "jwt", "x-api-key", "key");
            ApiRequest request = new ApiRequest(method, URI.create(base() + "/v1/x"), secrets, "{}");
            assertThat(new JdkNetwork().send(request).status()).isEqualTo(redirection);
        }
        assertThat(here).hasSize(4);
        assertThat(elsewhere).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void neitherBuyingATokenNorUsingOneLeadsElsewhere(int redirection) {
        status = redirection;
        FakePlatform platform = new FakePlatform(new JdkNetwork());
        Access access = new Access(
                "eu-west-1",
                URI.create(base()),
                TokensTest.CALLER,
                Map.of(),
                (role, name) -> TokensTest.CALLER,
                new TokenCache());
        assertThatThrownBy(() -> Ngfw.of(platform, access)
                        .rulestack("edge", AdminKind.RULESTACK)
                        .read())
                .isInstanceOf(NgfwException.class)
                .hasMessageContaining("GET /v1/mgmt/tokens/cloudrulestackadmin")
                .hasMessageContaining("HTTP " + redirection);
        Transport withToken = Transports.authorized(
                new Tokens(FakePlatform.answering(TokensTest.sold("jwt")), TokensTest.access(new TokenCache())),
                AdminKind.RULESTACK,
                new JdkNetwork());
        Api api = new Api(URI.create(base()), Transports.checked(withToken), InstantSource.fixed(Instant.EPOCH));
        assertThatThrownBy(() -> api.get("/v1/config/rulestacks/edge", Params.none()))
                .isInstanceOf(NgfwException.class)
                .hasMessageContaining("HTTP " + redirection);
        assertThat(elsewhere).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void assumingARoleLeadsNowhereElse(int redirection) {
        status = redirection;
        StaticCredentialsProvider caller =
                StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDCALLER", "secret", "session"));
        try (StsClient client = StsRoleSession.client("eu-west-1", URI.create(base()), new JdkNetwork())) {
            RoleSession sts = new StsRoleSession(request -> client.assumeRole(request.toBuilder()
                    .overrideConfiguration(settings -> settings.credentialsProvider(caller))
                    .build()));
            assertThatThrownBy(() -> sts.assume(ROLE, "name"))
                    .isInstanceOf(NgfwException.class)
                    .hasMessageStartingWith("AssumeRole on " + ROLE)
                    .hasMessageContaining(String.valueOf(redirection));
        }
        assertThat(here).hasSize(1);
        assertThat(elsewhere).isEmpty();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpServer listening() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }
}
