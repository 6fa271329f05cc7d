package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.io.ByteArrayOutputStream;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler that says SUCCESS as soon as it has started its commit is found out, although all comes into force later. */
class PrematureSuccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"SecurityRule create", "SecurityRule update", "SecurityRule delete"})
    void aSuccessBeforeTheCommitHasEndedIsWrong(String story) {
        Run run = Run.of(story);
        Point first = run.undisturbed().evidence().points().get(0);
        boolean deletes = run.story().action() == Story.Action.DELETE;
        Ending hasty = Trial.of(run.stage(), new Disturbance(Fault.RESET, first), watch -> new Hasty(watch, deletes));
        assertThat(hasty.saysSuccess()).as("%s", hasty.ends()).isTrue();
        Verdict verdict = run.verdict(Fault.RESET, first, hasty);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.WRONG);
        assertThat(verdict.reason()).contains("at its success Rulestacks/shared/Running/");
        assertThat(run.undisturbed().tenant().differencesTo(hasty.tenant())).isEmpty();
    }

    /** Turns the first IN_PROGRESS after a commit into SUCCESS. */
    private static final class Hasty implements Interference {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final Interference watch;
        private final boolean deletes;
        private boolean committed;

        Hasty(Interference watch, boolean deletes) {
            this.watch = watch;
            this.deletes = deletes;
        }

        @Override
        public Function<Call, Answer> atDoor(Function<Call, Answer> service) {
            return call -> {
                committed |= call.method().equals("POST") && call.path().endsWith("/commit");
                return service.apply(call);
            };
        }

        @Override
        public Function<Platform, RequestStreamHandler> onInvocation(
                ResourceKind kind, Function<Platform, RequestStreamHandler> handlers) {
            return watch.onInvocation(kind, platform -> hurried(handlers.apply(platform)));
        }

        private RequestStreamHandler hurried(RequestStreamHandler handler) {
            return (in, out, context) -> {
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                handler.handleRequest(in, answer, context);
                ObjectNode event = (ObjectNode) JSON.readTree(answer.toByteArray());
                if (committed && event.path("status").asText().equals("IN_PROGRESS")) {
                    event.put("status", "SUCCESS")
                            .put("callbackDelaySeconds", 0)
                            .putNull("callbackContext");
                    if (deletes) {
                        event.putNull("resourceModel");
                    }
                }
                out.write(JSON.writeValueAsBytes(event));
            };
        }
    }
}
