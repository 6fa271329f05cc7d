package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.RuleNames;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.Effect;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.RequestFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets lost costs calls, never a rule. */
class LostAnswersTest {

    private static final String RULES = " /v1/config/rulestacks/edge/rulelists/LocalRule";
    private static final ObjectNode WEB = Edge.rule("web", 10);
    private static final ObjectNode MOVED = Edge.changed(Edge.moved(WEB, 20), "Action", "DenySilent");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DROP_ANSWER, POST RULES",
        "DROP_REQUEST, POST RULES",
        "DROP_ANSWER, DELETE RULES/priorities/*",
        "DROP_REQUEST, DELETE RULES/priorities/*",
        "DROP_ANSWER, POST /v1/config/rulestacks/edge/commit",
        "DROP_REQUEST, POST /v1/config/rulestacks/edge/commit",
        "HTTP_500, POST RULES",
        "THROTTLE, GET RULES",
        "EXPIRE_TOKENS, POST RULES",
        "DROP_ANSWER, GET RULES",
        "DROP_ANSWER, GET /v1/config/rulestacks/edge/commit",
    })
    void aLostAnswerCostsNoRule(Effect effect, String match) {
        for (int skip = 0; skip < 3; skip++) {
            try (Edge edge = Edge.standard()) {
                edge.cloudFormation
                        .service()
                        .faults()
                        .add(new RequestFault(match.replace(" RULES", RULES), skip, 1, effect, Duration.ZERO));
                circle(edge);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DROP_ANSWER, POST RULES",
        "DROP_REQUEST, POST RULES",
        "DROP_ANSWER, PUT RULES/priorities/*",
        "DROP_REQUEST, PUT RULES/priorities/*",
        "DROP_ANSWER, DELETE RULES/priorities/*",
        "HTTP_500, DELETE RULES/priorities/*",
    })
    void aLostAnswerHoldsUpNoMove(Effect effect, String match) {
        ObjectNode dns = Edge.rule("dns", 20);
        for (int skip = 0; skip < 3; skip++) {
            try (Edge edge = Edge.with(ApiSettings.standard().withRuleNames(RuleNames.UNIQUE), skip)) {
                edge.create(List.of(WEB, dns));
                edge.cloudFormation
                        .service()
                        .faults()
                        .add(new RequestFault(match.replace(" RULES", RULES), skip, 1, effect, Duration.ZERO));
                assertThat(edge.update(List.of(WEB, dns), List.of(Edge.moved(WEB, 20), Edge.moved(dns, 10))))
                        .allMatch(Result::succeeded);
                assertThat(edge.running()).containsExactly("10 dns", "20 web").isEqualTo(edge.candidate());
            }
        }
    }

    /** A sibling moves in as soon as it sees the place empty. */
    @Test
    void aDeletionOfUnknownOutcomeDoesNotHitWhoeverCameNext() {
        try (Edge edge = Edge.standard()) {
            edge.cloudFormation.withConfiguration("CommitForeignChanges", true);
            edge.cloudFormation.create(WEB);
            takeTheNextEmptyPlace(edge);
            Result updated = edge.cloudFormation.update(WEB, MOVED);
            assertThat(updated.message()).isNull();
            assertThat(edge.running()).containsExactly("10 next", "20 web").isEqualTo(edge.candidate());
            takeTheNextEmptyPlace(edge);
            Result deleted = edge.cloudFormation.delete(MOVED);
            assertThat(deleted.message()).isNull();
            assertThat(edge.running()).containsExactly("10 next", "20 next").isEqualTo(edge.candidate());
        }
    }

    /** By another rule, while the answer to the deletion gets lost. */
    private static void takeTheNextEmptyPlace(Edge edge) {
        edge.cloudFormation.service().faults().dropAnswerOf("DELETE" + RULES + "/priorities/*");
        edge.after(request -> {
            if (request.method().equals("DELETE")) {
                edge.after(next -> {});
                String place = request.uri().getPath().replaceFirst(".*/", "");
                edge.console()
                        .putRule(
                                Driver.REGION,
                                Edge.NAME,
                                Edge.LIST,
                                Integer.parseInt(place),
                                json("{\"RuleName\":\"next\"}"));
            }
        });
    }

    /** With the context goes the knowledge that the rule was absent: the one loss that a create cannot make good. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void aLostContextCostsAnUpdateAndADeleteNothing(int lost) {
        AtomicInteger invocations = new AtomicInteger(Integer.MIN_VALUE);
        try (Edge edge = Edge.handledBy(platform -> forgetful(platform, invocations, lost))) {
            edge.cloudFormation.create(WEB);
            invocations.set(0);
            Result updated = edge.cloudFormation.update(WEB, MOVED);
            assertThat(updated.message()).isNull();
            assertThat(edge.running()).containsExactly("20 web").isEqualTo(edge.candidate());
            invocations.set(0);
            Result deleted = edge.cloudFormation.delete(MOVED);
            assertThat(deleted.succeeded() || deleted.failedWith("NotFound")).isTrue();
            assertThat(edge.running()).isEmpty();
            assertThat(edge.candidate()).isEmpty();
        }
    }

    @Test
    void aCreateThatForgetsWhatItSawNamesNoModel() {
        AtomicInteger invocations = new AtomicInteger();
        try (Edge edge = Edge.handledBy(platform -> forgetful(platform, invocations, 3))) {
            Result created = edge.cloudFormation.create(WEB);
            assertThat(created.failedWith("AlreadyExists")).isTrue();
            assertThat(created.model()).isNull();
        }
    }

    private static void circle(Edge edge) {
        Result created = edge.cloudFormation.create(WEB);
        assertThat(created.message()).isNull();
        assertThat(edge.running()).containsExactly("10 web");
        Result updated = edge.cloudFormation.update(WEB, MOVED);
        assertThat(updated.message()).isNull();
        assertThat(edge.running()).containsExactly("20 web");
        assertThat(edge.inForce("web").path("Action").asText()).isEqualTo("DenySilent");
        Result deleted = edge.cloudFormation.delete(MOVED);
        assertThat(deleted.message()).isNull();
        assertThat(edge.running()).isEmpty();
        assertThat(edge.candidate()).isEmpty();
    }

    /** A handler whose callback context is lost before the given invocation of an operation. */
    private static RequestStreamHandler forgetful(Platform platform, AtomicInteger invocations, int lost) {
        HandlerWrapper handler = new HandlerWrapper(platform);
        ObjectMapper json = new ObjectMapper();
        return new RequestStreamHandler() {
            @Override
            public void handleRequest(InputStream request, OutputStream answer, Context context) throws IOException {
                ObjectNode payload = (ObjectNode) json.readTree(request);
                if (invocations.incrementAndGet() == lost) {
                    payload.putNull("callbackContext");
                }
                handler.handleRequest(new ByteArrayInputStream(json.writeValueAsBytes(payload)), answer, context);
            }
        };
    }
}
