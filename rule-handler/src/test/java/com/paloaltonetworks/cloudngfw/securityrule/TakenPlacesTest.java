package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places that somebody else holds and does not leave. */
class TakenPlacesTest {

    private static final ObjectNode WEB = Edge.rule("web", 10);
    private static final ObjectNode CHANGED = Edge.changed(WEB, "Action", "DenySilent");

    private final Edge edge = Edge.standard();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void aRuleThatTheConsoleReplacesWhileItChangesSaysWhoHoldsItsPlace() {
        edge.cloudFormation.create(WEB);
        edge.after(request -> {
            if (request.method().equals("PUT")) {
                edge.after(next -> {});
                replaceWeb();
            }
        });
        Result updated = edge.cloudFormation.update(WEB, CHANGED);
        assertThat(updated.failedWith("InvalidRequest")).as(updated.message()).isTrue();
        assertThat(updated.message()).contains("priority 10", "taken by rule strange", "stands nowhere");
        assertThat(edge.candidate()).containsExactly("10 strange");
    }

    @Test
    void aFailureStaysTheReasonThoughNothingIsLeftToTakeBack() {
        edge.cloudFormation.create(WEB);
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule web is bad today");
        AtomicInteger looks = new AtomicInteger();
        edge.before(request -> {
            boolean withdraws = isList(request) && commitHasFailed() && looks.incrementAndGet() == 2;
            if (withdraws) {
                replaceWeb();
            }
        });
        Result updated = edge.cloudFormation.update(WEB, CHANGED);
        assertThat(updated.failedWith("InvalidRequest")).as(updated.message()).isTrue();
        assertThat(updated.message())
                .contains("web is bad today", "taken by rule strange", "the next commit takes it away");
        assertThat(edge.candidate()).containsExactly("10 strange");
        assertThat(edge.running()).containsExactly("10 web");
    }

    private static boolean isList(ApiRequest request) {
        return request.method().equals("GET") && request.uri().getPath().endsWith("/rulelists/" + Edge.LIST);
    }

    private boolean commitHasFailed() {
        return edge.console()
                .call(REGION, "GET", "/v1/config/rulestacks/" + Edge.NAME + "/commit", json("{}"))
                .path("CommitStatus")
                .asText()
                .equals("Failed");
    }

    /** By a rule of another name in the same place. */
    private void replaceWeb() {
        edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 10, json("{\"RuleName\":\"strange\"}"));
    }
}
