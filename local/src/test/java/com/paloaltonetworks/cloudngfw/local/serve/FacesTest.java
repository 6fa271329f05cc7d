package com.paloaltonetworks.cloudngfw.local.serve;

import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.FIREWALL;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.RULESTACK;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.json;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.payload;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.rulestack;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.local.cloud.Services;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** STS, the vendor's API and HTTPS beside Lambda on one port. */
class FacesTest {

    private static final String HOST = "api.us-east-1.aws.cloudngfw.paloaltonetworks.com";
    private static final String TOKEN = "/v1/mgmt/tokens/cloudrulestackadmin";
    private static final String ADMIN = "arn:aws:iam::123456789012:role/CloudNgfwAdmin";

    private final ServedCloud served = ServedCloud.started();

    @AfterEach
    void close() {
        served.close();
    }

    private static String element(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">([^<]*)</").matcher(xml);
        assertThat(found.find()).as(name + " in " + xml).isTrue();
        return found.group(1);
    }

    private AwsSessionCredentialsIdentity adminKeys() {
        HttpResponse<String> answer = served.post(
                "/",
                "Action=AssumeRole&Version=2011-06-15&RoleSessionName=me&RoleArn=" + ADMIN,
                "Content-Type",
                "application/x-www-form-urlencoded; charset=utf-8");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return AwsSessionCredentialsIdentity.create(
                element(answer.body(), "AccessKeyId"),
                element(answer.body(), "SecretAccessKey"),
                element(answer.body(), "SessionToken"));
    }

    private static Map<String, String> signed(URI uri, AwsSessionCredentialsIdentity keys) {
        Map<String, String> headers = new HashMap<>();
        AwsV4HttpSigner.create()
                .sign(request -> request.identity(keys)
                        .request(SdkHttpRequest.builder()
                                .uri(uri)
                                .method(SdkHttpMethod.GET)
                                .build())
                        .payload(() -> new ByteArrayInputStream(new byte[0]))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request()
                .forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("Host");
        return headers;
    }

    private HttpResponse<String> get(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::setHeader);
        return served.send(request);
    }

    @Test
    void aToolBuysATokenAndReadsWhatAHandlerMadeHoweverFarTheClockIsAhead() {
        ObjectNode create = payload("CREATE", RULESTACK, "c", rulestack("edge"));
        assertThat(served.toItsEnd(create).path("status").asText()).isEqualTo("SUCCESS");
        ObjectNode wall =
                (ObjectNode) json("{\"FirewallName\":\"fw\",\"AccountId\":\"123456789012\",\"VpcId\":\"vpc-1\","
                        + "\"EndpointMode\":\"ServiceManaged\",\"SubnetMappings\":[{\"SubnetId\":\"subnet-1\"}],"
                        + "\"RuleStackName\":\"edge\"}");
        JsonNode made = served.toItsEnd(payload("CREATE", FIREWALL, "f", wall));
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("SUCCESS");
        assertThat(served.cloud().now()).isAfter(Instant.now().plusSeconds(600));

        URI api = served.url("/cloudngfw/us-east-1");
        URI tokens = URI.create(api + TOKEN);
        HttpResponse<String> bought = get(tokens, signed(tokens, adminKeys()));
        JsonNode token = json(bought.body()).path("Response");
        assertThat(token.has("TokenId")).as(bought.body()).isTrue();
        HttpResponse<String> list = get(
                URI.create(api + "/v1/config/rulestacks"),
                Map.of(
                        "Authorization", token.path("TokenId").asText(),
                        "x-api-key", token.path("SubscriptionKey").asText()));
        assertThat(list.body()).contains("edge");
    }

    @Test
    void signaturesTowardsTheApiAreVerified() {
        URI tokens = served.url("/cloudngfw/us-east-1" + TOKEN);
        AwsSessionCredentialsIdentity keys = adminKeys();
        var forged = AwsSessionCredentialsIdentity.create(keys.accessKeyId(), "guessed", keys.sessionToken());
        assertThat(get(tokens, signed(tokens, forged)).body()).contains("signature we calculated does not match");
        assertThat(get(tokens, Map.of()).body()).contains("Missing Authentication Token");
    }

    @Test
    void keysThatTheLocalStsHasIssuedReachTheHandlerAsTheyAre() {
        AwsSessionCredentialsIdentity keys = adminKeys();
        ObjectNode read = payload("READ", RULESTACK, "t", rulestack("absent"));
        ((ObjectNode) read.path("requestData").path("callerCredentials"))
                .put("accessKeyId", keys.accessKeyId())
                .put("secretAccessKey", keys.secretAccessKey())
                .put("sessionToken", keys.sessionToken());
        // The admin role trusts the execution role, not itself.
        assertThat(served.invoke(read).path("errorCode").asText()).isEqualTo("AccessDenied");
        ((ObjectNode) read.path("requestData")).putObject("typeConfiguration");
        assertThat(served.invoke(read).path("errorCode").asText()).isEqualTo("NotFound");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Action=GetCallerIdentity", "Action=GetSessionToken"})
    void stsAnswersWhoeverAsks(String form) {
        assertThat(served.post("/", form + "&Version=2011-06-15").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotServedSaysSo() {
        HttpResponse<String> answer = served.post("/", "{}", "X-Amz-Target", "CloudApiService.GetResource");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).path("__type").asText()).isEqualTo("UnknownOperationException");
        assertThat(served.post("/", "Action=DescribeStacks&Version=2010-05-15").body())
                .contains("<Code>InvalidAction</Code>", "DescribeStacks");
        assertThat(served.post("/elsewhere", "").statusCode()).isEqualTo(404);
        assertThat(get(served.url("/"), Map.of()).body()).contains("ResourceTypes");
    }

    @Test
    void aClientThatOnlyKnowsTheHostIsServedOverHttpsWithItsNameVerified() throws Exception {
        served.endpoints().listenForTls(0, () -> served.cloud().folder("tls"));
        JsonNode described = served.endpoints().describe();
        Path pem = Path.of(described.path("Certificate").asText());
        Path keys = pem.resolveSibling("server.p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        byte[] certificate = Files.readAllBytes(pem);

        URI uri = URI.create("https://" + HOST + TOKEN);
        StringBuilder request = new StringBuilder("GET " + TOKEN + " HTTP/1.1\r\nHost: " + HOST + "\r\n");
        signed(uri, adminKeys())
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        int port = URI.create(described.path("Https").asText()).getPort();
        String answer = overTls(pem, port, request + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("TokenId");

        served.endpoints().listenForTls(0, () -> served.cloud().folder("tls"));
        assertThat(Files.readAllBytes(pem)).as("kept for the next time").isEqualTo(certificate);
    }

    private static String overTls(Path pem, int port, String request) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "served", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        try (Socket wire = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(wire, HOST, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void aHandlerThatThrowsIsAnAnswerWithAnError() throws IOException {
        RequestStreamHandler broken = (in, out, context) -> {
            throw new IllegalStateException("out of order");
        };
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        try (Simulator simulator = Simulator.start(World.standard(), InstantSource.fixed(now))) {
            VirtualScheduler scheduler = new VirtualScheduler(1, now);
            Services services =
                    new Services(scheduler, simulator, Map.of("A::B::C", () -> broken), place -> null, () -> {});
            Functions functions = new Functions(services, new VirtualPace(scheduler, InstantSource.fixed(now)));
            LambdaInvoke lambda = new LambdaInvoke(functions, Runnable::run, "us-east-1", "123456789012");
            Reply reply = lambda.answer(new Call(
                    "POST",
                    LambdaInvoke.PREFIX + "f/invocations",
                    null,
                    Map.of(),
                    "{\"resourceType\":\"A::B::C\"}".getBytes(UTF_8)));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("X-Amz-Function-Error", "Unhandled");
            JsonNode error = ServedCloud.JSON.readTree(reply.body());
            assertThat(error.path("errorMessage").asText()).isEqualTo("out of order");
            assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
            assertThat(error.path("stackTrace")).isNotEmpty();
        }
    }
}
