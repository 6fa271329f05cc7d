package com.paloaltonetworks.cloudngfw.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The executor against a handler whose answers are scripted. */
class ResourceExecutorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SILENCE = "";
    private static final String MODEL = "{\"Name\":\"edge\",\"Size\":1}";

    private final VirtualScheduler scheduler = new VirtualScheduler(1, START);
    private final List<JsonNode> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final TypeSchema schema = new TypeSchema(json("""
            {"typeName":"My::Own::Type","properties":{"Name":{"type":"string"},"Size":{"type":"integer"},
             "Secret":{"type":"string"}},"additionalProperties":false,"required":["Name"],
             "primaryIdentifier":["/properties/Name"],"writeOnlyProperties":["/properties/Secret"],
             "handlers":{"create":{"timeoutInMinutes":30}}}"""));

    @Test
    void inProgressIsFollowedWithItsModelContextAndDelay() {
        answers.add("{\"status\":\"IN_PROGRESS\",\"callbackDelaySeconds\":30,\"callbackContext\":{\"step\":1},"
                + "\"resourceModel\":{\"Name\":\"edge\"},\"message\":\"working\"}");
        answers.add(success(MODEL));
        List<String> heard = new ArrayList<>();

        Result result =
                run(executor -> executor.create(request(), (id, model, message) -> heard.add(id + " " + message)));

        assertThat(result.succeeded()).isTrue();
        assertThat(result.physicalId()).isEqualTo("edge");
        assertThat(heard).containsExactly("edge working");
        assertThat(asked.get(1).at("/callbackContext/step").asInt()).isEqualTo(1);
        assertThat(asked.get(1).at("/requestData/resourceProperties")).isEqualTo(json("{\"Name\":\"edge\"}"));
        assertThat(asked)
                .extracting(each -> each.path("bearerToken"))
                .containsOnly(asked.get(0).path("bearerToken"));
        assertThat(scheduler.now()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void retriableFailuresAreRepeatedWithGrowingPauses() {
        for (int failure = 0; failure < 3; failure++) {
            answers.add(failed("Throttling"));
        }
        answers.add(success(MODEL));
        assertThat(run(executor -> executor.create(request(), Listener.DEAF)).succeeded())
                .isTrue();
        assertThat(scheduler.now()).isEqualTo(START.plusSeconds(2 + 4 + 8));
    }

    @Test
    void retriesEnd() {
        for (int failure = 0; failure < 5; failure++) {
            answers.add(failed("ResourceConflict"));
        }
        Result result = run(executor -> executor.create(request(), Listener.DEAF));
        assertThat(result.failedWith("ResourceConflict")).isTrue();
        assertThat(result.invocations()).isEqualTo(5);
    }

    @Test
    void anInvocationWithoutAnAnswerIsMadeAgainWithTheSamePayloadAfterAMinute() {
        answers.add("{\"status\":\"IN_PROGRESS\",\"callbackDelaySeconds\":30,\"callbackContext\":{\"step\":1},"
                + "\"resourceModel\":{\"Name\":\"edge\"}}");
        answers.add(SILENCE);
        answers.add(success(MODEL));
        assertThat(run(executor -> executor.create(request(), Listener.DEAF)).succeeded())
                .isTrue();
        assertThat(asked.get(2)).isEqualTo(asked.get(1));
        assertThat(scheduler.now()).isEqualTo(START.plusSeconds(30 + 60));
    }

    @Test
    void threeInvocationsWithoutAnAnswerEndTheOperation() {
        answers.addAll(List.of(SILENCE, SILENCE, SILENCE));
        Result result = run(executor -> executor.create(request(), Listener.DEAF));
        assertThat(result.message()).isEqualTo("Resource handler timed out");
        assertThat(scheduler.now()).isEqualTo(START.plusSeconds(3 * 60));
    }

    @Test
    void terminalFailuresAreNotRepeated() {
        answers.add(failed("InvalidRequest"));
        assertThat(run(executor -> executor.create(request(), Listener.DEAF)).failedWith("InvalidRequest"))
                .isTrue();
    }

    @Test
    void alreadyExistsRecordsNoIdentifier() {
        answers.add("{\"status\":\"FAILED\",\"errorCode\":\"AlreadyExists\",\"resourceModel\":" + MODEL + "}");
        assertThat(run(executor -> executor.create(request(), Listener.DEAF)).physicalId())
                .isNull();
    }

    @Test
    void anOperationEndsAtTheTimeoutOfItsSchema() {
        for (int call = 0; call < 10; call++) {
            answers.add(
                    "{\"status\":\"IN_PROGRESS\",\"callbackDelaySeconds\":600,\"resourceModel\":{\"Name\":\"edge\"}}");
        }
        Result result = run(executor -> executor.create(request(), Listener.DEAF));
        assertThat(result.failedWith("NotStabilized")).isTrue();
        assertThat(Duration.between(START, scheduler.now())).isLessThan(Duration.ofMinutes(50));
    }

    @Test
    void aCancelledOperationIsNotCalledAgain() {
        answers.add("{\"status\":\"IN_PROGRESS\",\"callbackDelaySeconds\":5,\"resourceModel\":{\"Name\":\"edge\"}}");
        AtomicBoolean cancelled = new AtomicBoolean(true);
        Result result = run(executor ->
                executor.create(request().toBuilder().cancelled(cancelled::get).build(), Listener.DEAF));
        assertThat(result.status()).isEqualTo(Result.Status.CANCELLED);
        assertThat(result.physicalId()).isEqualTo("edge");
    }

    @Test
    void aListPageComesWithItsToken() {
        answers.add(
                "{\"status\":\"SUCCESS\",\"callbackDelaySeconds\":0,\"resourceModels\":[{\"Name\":\"a\"}],\"nextToken\":\"n\"}");
        Result result = run(executor -> executor.list(request(), null));
        assertThat(result.models()).hasSize(1);
        assertThat(result.nextToken()).isEqualTo("n");
    }

    @Test
    void aContextThatHoldsMoreThanProgressIsRefused() {
        answers.add("{\"status\":\"IN_PROGRESS\",\"callbackDelaySeconds\":1,\"resourceModel\":{\"Name\":\"edge\"},"
                + "\"callbackContext\":{\"payload\":\"" + "x".repeat(2048) + "\"}}");
        Result result = run(executor -> executor.create(request(), Listener.DEAF));
        assertThat(result.message()).contains("the callback context has 2062 bytes");
    }

    @Test
    void anAnswerThatIsNoEventFails() {
        answers.add("[]");
        assertThat(run(executor -> executor.read(request())).failedWith("InternalFailure"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        CREATE | {"status":"IN_PROGRESS","callbackDelaySeconds":1}                                              | must carry the primary identifier
        CREATE | {"status":"SUCCESS","callbackDelaySeconds":0}                                                  | CREATE must succeed with a model
        CREATE | {"status":"SUCCESS","callbackDelaySeconds":3,"resourceModel":{"Name":"edge"}}                  | neither a delay nor an error code
        CREATE | {"status":"SUCCESS","callbackDelaySeconds":0,"resourceModel":{"Name":"edge","Secret":"s"}}     | the write-only property /Secret was returned
        CREATE | {"status":"SUCCESS","callbackDelaySeconds":0,"resourceModel":{"Name":"edge","Size":"x"}}       | does not fit the schema
        CREATE | {"status":"SUCCESS","callbackDelaySeconds":0,"resourceModel":{"Name":"edge","Size":null}}      | null at /Size
        CREATE | {"status":"FAILED","callbackDelaySeconds":0,"errorCode":"Oops"}                                | a known error code
        CREATE | {"status":"DONE"}                                                                              | must be IN_PROGRESS, SUCCESS or FAILED
        UPDATE | {"status":"SUCCESS","callbackDelaySeconds":0,"resourceModel":{"Name":"other"}}                 | changed from edge to other
        DELETE | {"status":"SUCCESS","callbackDelaySeconds":0,"resourceModel":{"Name":"edge"}}                  | DELETE must succeed without a model
        READ   | {"status":"IN_PROGRESS","callbackDelaySeconds":1,"resourceModel":{"Name":"edge"}}              | READ must answer at once
        LIST   | {"status":"SUCCESS","callbackDelaySeconds":0}                                                  | LIST must succeed with resourceModels
        """)
    void aBrokenContractFailsWithItsReason(Action action, String event, String reason) {
        answers.add(event);
        Result result = run(executor -> switch (action) {
            case CREATE -> executor.create(request(), Listener.DEAF);
            case UPDATE -> executor.update(request(), Listener.DEAF);
            case DELETE -> executor.delete(request(), Listener.DEAF);
            case READ -> executor.read(request());
            case LIST -> executor.list(request(), null);
        });
        assertThat(result.failedWith("InternalFailure")).isTrue();
        assertThat(result.message()).contains(reason);
    }

    private Result run(Function<ResourceExecutor, Result> operation) {
        RequestStreamHandler scripted = (in, out, context) -> {
            asked.add(JSON.readTree(in));
            if (answers.element().equals(SILENCE)) {
                throw new NoAnswer(answers.remove());
            }
            out.write(answers.remove().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
        ResourceExecutor executor = new ResourceExecutor(schema, () -> scripted, scheduler, ExecutorSettings.STANDARD);
        List<Result> results = new ArrayList<>();
        scheduler.run(activities -> results.add(operation.apply(executor)));
        return results.get(0);
    }

    private static Request request() {
        return Request.builder()
                .stackId("arn:aws:cloudformation:us-east-1:123456789012:stack/s/1")
                .logicalId("Thing")
                .account("123456789012")
                .region("us-east-1")
                .desired(json(MODEL))
                .credentials(() -> json("{}"))
                .build();
    }

    private static String success(String model) {
        return "{\"status\":\"SUCCESS\",\"callbackDelaySeconds\":0,\"resourceModel\":" + model + "}";
    }

    private static String failed(String code) {
        return "{\"status\":\"FAILED\",\"callbackDelaySeconds\":0,\"errorCode\":\"" + code + "\",\"message\":\"no\"}";
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (java.io.IOException invalid) {
            throw new IllegalArgumentException(invalid);
        }
    }
}
