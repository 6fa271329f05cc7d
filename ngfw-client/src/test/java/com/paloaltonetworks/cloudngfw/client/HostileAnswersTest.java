package com.paloaltonetworks.cloudngfw.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes over a real connection ends soon, in a failure of a sensible kind that names the call. */
class HostileAnswersTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final byte[] BLOCK = new byte[1 << 16];

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("nothing at all", "", Kind.NETWORK),
                Arguments.of("no HTTP", "SSH-2.0-OpenSSH_9.6\r\n", Kind.NETWORK),
                Arguments.of("an unknown version", "HTTP/9.9 200 OK\r\n\r\n", Kind.NETWORK),
                Arguments.of("a status that is no number", "HTTP/1.1 two OK\r\n\r\n", Kind.NETWORK),
                Arguments.of("half a head", "HTTP/1.1 200 OK\r\nContent-", Kind.NETWORK),
                Arguments.of("a header without a colon", OK + "odd\r\n\r\n", Kind.SERVICE),
                Arguments.of("a length that is no number", OK + "Content-Length: many\r\n\r\n{}", Kind.NETWORK),
                Arguments.of("a negative length", OK + "Content-Length: -5\r\n\r\n{}", Kind.NETWORK),
                Arguments.of("half a body", OK + "Content-Length: 100\r\n\r\n{\"Resp", Kind.NETWORK),
                Arguments.of("a chunk of no size", OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", Kind.NETWORK),
                Arguments.of("half a chunk", OK + "Transfer-Encoding: chunked\r\n\r\n50\r\n{}", Kind.NETWORK),
                Arguments.of("an empty body", OK + "Content-Length: 0\r\n\r\n", Kind.SERVICE),
                Arguments.of("no content", "HTTP/1.1 204 No Content\r\n\r\n", Kind.SERVICE),
                Arguments.of("not modified", "HTTP/1.1 304 Not Modified\r\n\r\n", Kind.INVALID),
                Arguments.of("HTML", body("<html>hello</html>"), Kind.SERVICE),
                Arguments.of("a list", body("[1,2]"), Kind.SERVICE),
                Arguments.of("a text", body("\"Success\""), Kind.SERVICE),
                Arguments.of("a number", body("42"), Kind.SERVICE),
                Arguments.of("null", body("null"), Kind.SERVICE),
                Arguments.of("depth", body("{\"a\":".repeat(200_000)), Kind.SERVICE),
                Arguments.of("Latin-1", body("{\"Response\":{\"RuleStackName\":\"\u00e4\"}}"), Kind.SERVICE),
                Arguments.of("UTF-16", body(new String("{\"a\":1}".getBytes(UTF_16), ISO_8859_1)), Kind.SERVICE),
                Arguments.of("a compressed bomb", compressed(), Kind.SERVICE),
                Arguments.of("a page of an overloaded proxy", "HTTP/1.1 503 x\r\n\r\n\u00e4\u00f6", Kind.SERVICE));
    }

    @ParameterizedTest(name = "{0} is a failure of kind {2}")
    @MethodSource("answers")
    void whatIsNoAnswerIsAFailureThatNamesTheCall(String what, String answer, Kind kind) {
        try (HostileServer server = HostileServer.saying(answer)) {
            assertThat(failure(server))
                    .hasMessageContaining("GET /v1/config/rulestacks/edge")
                    .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(600))
                    .extracting(NgfwException::getKind)
                    .isEqualTo(kind);
        }
    }

    @ParameterizedTest(name = "HTTP {0}")
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (HostileServer other = HostileServer.saying(body("{\"RuleStackName\":\"edge\"}"));
                HostileServer server = HostileServer.saying("HTTP/1.1 " + status + " Moved\r\nLocation: " + other.uri()
                        + "/v1\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(failure(server))
                    .hasMessage("GET /v1/config/rulestacks/edge: HTTP " + status
                            + " redirects to 127.0.0.1, which is not followed; check the configured API endpoint");
            assertThat(other.requests()).isZero();
        }
    }

    @Test
    void aBodyOfHundredsOfMegabytesIsNotReceived() {
        bodyWithoutEndIsRefused(OK + "Content-Length: 500000000\r\n\r\n");
    }

    @Test
    void aBodyWithoutALengthIsNotReceivedForEver() {
        bodyWithoutEndIsRefused(OK + "\r\n");
    }

    private static void bodyWithoutEndIsRefused(String head) {
        try (HostileServer server = HostileServer.behaving((out, end) -> {
            out.write(head.getBytes(UTF_8));
            for (long sent = 0; sent < 500_000_000; sent += BLOCK.length) {
                out.write(BLOCK);
            }
        })) {
            NgfwException failure = failure(server);
            assertThat(failure)
                    .hasMessageEndingWith("the answer is longer than " + JdkNetwork.LONGEST_BODY + " bytes")
                    .extracting(NgfwException::getKind)
                    .isEqualTo(Kind.SERVICE);
            assertThat(server.sent()).isLessThan(4L * JdkNetwork.LONGEST_BODY);
        }
    }

    @Test
    void theLongestBodyIsTaken() {
        String longest = "{\"a\":\"" + "x".repeat(JdkNetwork.LONGEST_BODY - 8) + "\"}";
        try (HostileServer server = HostileServer.saying(body(longest))) {
            assertThat(new JdkNetwork().send(request(server.uri())).body()).hasSize(JdkNetwork.LONGEST_BODY);
        }
    }

    @Test
    void headersWithoutEndAreAFailure() {
        try (HostileServer server = HostileServer.behaving((out, end) -> {
            out.write(OK.getBytes(UTF_8));
            byte[] header = ("X-More: " + "x".repeat(8000) + "\r\n").getBytes(UTF_8);
            for (int i = 0; i < 50_000; i++) {
                out.write(header);
            }
        })) {
            assertThat(failure(server).getKind()).isEqualTo(Kind.NETWORK);
            assertThat(server.sent()).isLessThan(50_000_000);
        }
    }

    @Test
    void interimAnswersWithoutEndAreAFailure() {
        try (HostileServer server = HostileServer.behaving((out, end) -> {
            byte[] interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".getBytes(UTF_8);
            for (int i = 0; i < 100_000; i++) {
                out.write(interim);
            }
            end.await();
        })) {
            assertThat(failure(server).getKind()).isEqualTo(Kind.NETWORK);
        }
    }

    @Test
    void aByteNowAndThenIsATimeOut() {
        try (HostileServer server = HostileServer.behaving((out, end) -> {
            out.write((OK + "Content-Length: 1000000\r\n\r\n").getBytes(UTF_8));
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                out.write('{');
                out.flush();
            }
        })) {
            assertThat(failure(server, Duration.ofMillis(300)))
                    .hasMessageEndingWith("no complete answer within 300 ms")
                    .extracting(NgfwException::getKind)
                    .isEqualTo(Kind.NETWORK);
        }
    }

    private static NgfwException failure(HostileServer server) {
        return failure(server, PATIENCE);
    }

    private static NgfwException failure(HostileServer server, Duration patience) {
        Transport wire = Transports.checked(new JdkNetwork(patience));
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(NgfwException.class, () -> wire.send(request(server.uri()))));
    }

    private static ApiRequest request(URI server) {
        return new ApiRequest(
                "GET", server.resolve("/v1/config/rulestacks/edge"), Map.of("Authorization", "token"), "");
    }

    private static String body(String text) {
        return OK + "Content-Length: " + text.length() + "\r\n\r\n" + text;
    }

    private static String compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 1_000; i++) {
                gzip.write(BLOCK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OK + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n"
                + bytes.toString(ISO_8859_1);
    }
}
