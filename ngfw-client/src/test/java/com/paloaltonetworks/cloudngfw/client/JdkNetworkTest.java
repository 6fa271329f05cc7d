package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkNetworkTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/echo", this::echo);
        server.createContext("/stall", this::stall);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void everyMethodCarriesItsBodyAndItsHeaders(String method) {
        ApiResponse answer = new JdkNetwork().send(request(method, "/echo?a=b%20c", "{\"ä\":1}"));
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.headers()).containsEntry("x-seen", "one");
        assertThat(answer.body()).isEqualTo(method + " /echo?a=b%20c token {\"ä\":1}");
    }

    @Test
    void noBodyIsNoBody() {
        assertThat(new JdkNetwork().send(request("GET", "/echo", "")).body()).isEqualTo("GET /echo token ");
    }

    @Test
    void aBodyThatStallsEndsInATimeOut() {
        Transport network = new JdkNetwork(Duration.ofMillis(200));
        assertThatThrownBy(() -> network.send(request("GET", "/stall", "")))
                .hasMessage("GET /stall at 127.0.0.1:" + server.getAddress().getPort()
                        + ": no complete answer within 200 ms")
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.NETWORK));
    }

    @Test
    void aRefusedConnectionIsANetworkFailureThatNamesTheEndpoint() {
        ApiRequest request = request("PUT", "/echo", "{}");
        server.stop(0);
        assertThatThrownBy(() -> new JdkNetwork().send(request))
                .hasMessageContaining("PUT /echo at 127.0.0.1:")
                .hasMessageContaining("ConnectException")
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.NETWORK));
    }

    @Test
    void anInterruptedCallStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new JdkNetwork().send(request("GET", "/stall", "")))
                .hasMessageEndingWith("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatCannotBeSentIsInvalidAndItsHeadersAreNotTold() {
        assertThatThrownBy(() -> new JdkNetwork()
                        .send(new ApiRequest("GET", URI.create("https://x/y"), Map.of("Authorization", "jwt\n"), "")))
                .hasMessage("GET /y: cannot be sent to x")
                .hasNoCause()
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.INVALID));
    }

    private ApiRequest request(String method, String path, String body) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        Map<String, String> headers = Map.of("Host", "elsewhere", "Content-Length", "7", "Authorization", "token");
        return new ApiRequest(method, URI.create(url), headers, body);
    }

    private void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String seen = String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body);
        byte[] answer = seen.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Seen", "one");
        exchange.getResponseHeaders().add("X-Seen", "two");
        exchange.sendResponseHeaders(418, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Sends the headers and half of the body, then nothing until the test is over. */
    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 10);
        exchange.getResponseBody().write("{\"Res".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
