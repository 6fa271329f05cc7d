package com.paloaltonetworks.cloudngfw.local.serve;

import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.RULESTACK;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.json;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.payload;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.rulestack;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaInvokeTest {

    private static final ServedCloud SERVED = ServedCloud.started();

    @AfterAll
    static void close() {
        SERVED.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "TypeFunction",
                "TestEntrypoint",
                "paloaltonetworks-cloudngfw-rulestack",
                "123456789012:function:Any",
                "arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3AAny%3Alive",
            })
    void aFunctionOfAnyNameAnswersByTheResourceType(String name) {
        ObjectNode read = payload("READ", RULESTACK, "t", rulestack("absent"));
        HttpResponse<String> answer =
                SERVED.post("/2015-03-31/functions/" + name + "/invocations?Qualifier=%24LATEST", read.toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer.body()).path("errorCode").asText()).isEqualTo("NotFound");
        assertThat(header(answer, "X-Amz-Executed-Version")).isEqualTo("$LATEST");
        assertThat(header(answer, "X-Amz-Function-Error")).isEqualTo("none");
        assertThat(header(answer, "X-Amz-Log-Result")).isEqualTo("none");
    }

    @Test
    void theTailOfTheLogComesWithTheAnswer() {
        ObjectNode read = payload("READ", RULESTACK, "t", rulestack("absent"));
        HttpResponse<String> answer = SERVED.invoke(read.toString(), "X-Amz-Log-Type", "Tail");
        String log = new String(Base64.getDecoder().decode(header(answer, "X-Amz-Log-Result")), UTF_8);
        assertThat(log).startsWith("START RequestId: ").contains("END RequestId: ");
        assertThat(log.length()).isLessThanOrEqualTo(4096);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resourceType\":\"A::B::C\"} | 404 | ResourceNotFoundException      | Function not found: arn:aws:lambda:us-east-1:123456789012:function:TypeFunction",
                "{\"resourceType\":             | 400 | InvalidRequestContentException | Could not parse request body into json",
                "[]                             | 400 | InvalidRequestContentException | takes a JSON object",
                "{\"action\":\"READ\"}          | 400 | InvalidRequestContentException | names no resourceType",
                "''                             | 400 | InvalidRequestContentException | names no resourceType",
            })
    void whatCannotBeInvokedIsRefusedInLambdasWords(String payload, int status, String type, String message) {
        HttpResponse<String> answer = SERVED.invoke(payload);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo(type);
        JsonNode body = json(answer.body());
        assertThat(body.path("Type").asText()).isEqualTo("User");
        assertThat(body.path("Message").asText()).contains(message);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"X-Amz-Invocation-Type, Later", "X-Amz-Log-Type, Head"})
    void aHeaderOfAnotherValueIsRefused(String name, String value) {
        HttpResponse<String> answer = SERVED.invoke("{}", name, value);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("InvalidParameterValueException");
    }

    @Test
    void otherOperationsOfLambdaAreNotThere() {
        HttpResponse<String> answer = SERVED.post("/2015-03-31/functions/f/configuration", "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("UnknownOperationException");
    }

    @Test
    void aDryRunInvokesNothing() {
        ObjectNode create = payload("CREATE", RULESTACK, "dry", rulestack("dry"));
        assertThat(SERVED.invoke(create.toString(), "X-Amz-Invocation-Type", "DryRun")
                        .statusCode())
                .isEqualTo(204);
        JsonNode read = SERVED.invoke(payload("READ", RULESTACK, "t", rulestack("dry")));
        assertThat(read.path("errorCode").asText()).isEqualTo("NotFound");
    }

    @Test
    void anEventIsTakenAtOnceAndDoneLater() throws Exception {
        ObjectNode create = payload("CREATE", RULESTACK, "event", rulestack("event"));
        JsonNode first = SERVED.invoke(create);
        HttpResponse<String> answer =
                SERVED.invoke(ServedCloud.again(create, first).toString(), "X-Amz-Invocation-Type", "Event");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(SERVED.toItsEnd(create).path("status").asText()).isIn("SUCCESS", "FAILED");
        assertThat(SERVED.cloud().tenant().path("Rulestacks").findValuesAsText("RuleStackName"))
                .contains("event");
    }

    @ParameterizedTest(name = "{0} of {1} bytes")
    @CsvSource({"RequestResponse, 6291457", "Event, 1048577"})
    void aPayloadBeyondTheLimitIsTooLarge(String invocation, int bytes) {
        HttpResponse<String> answer = SERVED.invoke(" ".repeat(bytes), "X-Amz-Invocation-Type", invocation);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("RequestTooLargeException");
    }

    @Test
    void aPolledCreateTakesNoTime() {
        Instant before = SERVED.cloud().now();
        ObjectNode create = payload("CREATE", RULESTACK, "polled", rulestack("polled"));
        JsonNode event = SERVED.invoke(create);
        int invocations = 1;
        while (event.path("status").asText().equals("IN_PROGRESS")) {
            assertThat(event.path("callbackDelaySeconds").asInt(-1)).isZero();
            event = SERVED.invoke(ServedCloud.again(create, event));
            invocations++;
        }
        assertThat(event.path("status").asText()).as(event.toString()).isEqualTo("SUCCESS");
        assertThat(invocations).isGreaterThan(3);
        assertThat(Duration.between(before, SERVED.cloud().now())).isGreaterThan(Duration.ofSeconds(60));
        JsonNode read = SERVED.invoke(payload("READ", RULESTACK, "t", rulestack("polled")));
        assertThat(read.path("resourceModel")
                        .path("RuleStack")
                        .path("Description")
                        .asText())
                .isEqualTo("d");
    }

    @Test
    void createsAtTheSameTimeAllSucceed() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<JsonNode>> creates = IntStream.range(0, 4)
                    .<Callable<JsonNode>>mapToObj(number -> () -> SERVED.toItsEnd(
                            payload("CREATE", RULESTACK, "many-" + number, rulestack("many-" + number))))
                    .toList();
            for (Future<JsonNode> end : callers.invokeAll(creates)) {
                assertThat(end.get().path("status").asText())
                        .as(end.get().toString())
                        .isEqualTo("SUCCESS");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aTypeConfigurationThatIsThereKeepsItsRolesAndGetsTheEndpoints() {
        ObjectNode read = payload("READ", RULESTACK, "t", rulestack("absent"));
        ((ObjectNode) read.path("requestData")).putObject("typeConfiguration");
        JsonNode event = SERVED.invoke(read);
        // The execution role of the standard world has no tags: it may not buy tokens itself.
        assertThat(event.path("errorCode").asText()).as(event.toString()).isEqualTo("AccessDenied");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aClientThatStopsHalfwayKeepsNobodyWaiting() throws IOException {
        try (Socket slow =
                new Socket(InetAddress.getLoopbackAddress(), SERVED.url("/").getPort())) {
            slow.getOutputStream()
                    .write(
                            "POST /2015-03-31/functions/f/invocations HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
                                    .getBytes(UTF_8));
            slow.getOutputStream().flush();
            assertThat(SERVED.invoke("{}").statusCode()).isEqualTo(400);
        }
        assertThat(SERVED.invoke("{}").statusCode()).isEqualTo(400);
    }

    @Test
    void whatTheHandlerThrowsIsAnAnswerThatSaysSo() {
        ObjectNode wrong = payload("READ", RULESTACK, "t", rulestack("absent"));
        wrong.put("action", "EXPLODE");
        HttpResponse<String> answer = SERVED.invoke(wrong.toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> known = Map.of("none", "status", "Unhandled", "errorType");
        assertThat(json(answer.body()).has(known.get(header(answer, "X-Amz-Function-Error"))))
                .as(answer.body())
                .isTrue();
    }
}
