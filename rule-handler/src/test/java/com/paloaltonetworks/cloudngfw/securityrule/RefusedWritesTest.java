package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A service that will not take a rule: who writes it tries again, but not for ever. */
class RefusedWritesTest {

    private static final ObjectNode WEB = Edge.rule("web", 10);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final ApiResponse REFUSAL = new ApiResponse(
            400,
            Map.of(),
            "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"InvalidOperation: the list is locked\"}}");

    private final AtomicInteger refusals = new AtomicInteger();

    @Test
    void aRuleThatIsAlwaysRefusedSaysWhy() {
        refusals.set(Integer.MAX_VALUE);
        try (Edge edge = Edge.handledBy(this::refusing)) {
            Result created = edge.cloudFormation.create(WEB);
            assertThat(created.failedWith("ResourceConflict"))
                    .as(created.message())
                    .isTrue();
            assertThat(created.message()).contains("the list is locked").doesNotContain("still there");
            assertThat(edge.candidate()).isEmpty();
        }
    }

    @Test
    void aRuleThatIsRefusedForAWhileIsWrittenThen() {
        refusals.set(20);
        try (Edge edge = Edge.handledBy(this::refusing)) {
            assertThat(edge.cloudFormation.create(WEB).message()).isNull();
            assertThat(edge.running()).containsExactly("10 web");
        }
    }

    @Test
    void aRuleWhoseRulestackIsBeingDeletedFailsAtOnce() {
        try (Edge edge = Edge.standard()) {
            markForDeletionWhenTheRulestackWasSeen(edge);
            Result created = edge.cloudFormation.create(WEB);
            assertThat(created.failedWith("InvalidRequest"))
                    .as(created.message())
                    .isTrue();
            assertThat(created.message()).contains("rulestack edge does not exist");
            assertThat(edge.cloudFormation.elapsed()).isLessThan(SOON);
        }
    }

    @Test
    void aMoveInARulestackThatIsBeingDeletedFailsAtOnce() {
        try (Edge edge = Edge.standard()) {
            edge.cloudFormation.create(WEB);
            markForDeletionWhenTheRulestackWasSeen(edge);
            Duration before = edge.cloudFormation.elapsed();
            Result moved = edge.cloudFormation.update(WEB, Edge.moved(WEB, 20));
            assertThat(moved.failedWith("NotFound")).as(moved.message()).isTrue();
            assertThat(moved.message()).contains("rulestack edge does not exist");
            assertThat(edge.cloudFormation.elapsed().minus(before)).isLessThan(SOON);
        }
    }

    private static void markForDeletionWhenTheRulestackWasSeen(Edge edge) {
        String rulestack = "/v1/config/rulestacks/" + Edge.NAME;
        edge.after(request -> {
            if (request.uri().getPath().endsWith(rulestack)) {
                edge.after(next -> {});
                edge.console().call(REGION, "DELETE", rulestack, json("{}"));
            }
        });
    }

    private HandlerWrapper refusing(Platform platform) {
        return new HandlerWrapper(new RewiredPlatform(
                platform,
                network -> request ->
                        isNewRule(request) && refusals.getAndDecrement() > 0 ? REFUSAL : network.send(request)));
    }

    private static boolean isNewRule(ApiRequest request) {
        return request.method().equals("POST") && request.uri().getPath().endsWith("/rulelists/" + Edge.LIST);
    }
}
