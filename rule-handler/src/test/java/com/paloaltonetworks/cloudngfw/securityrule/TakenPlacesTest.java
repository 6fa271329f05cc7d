package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.core.testing.SlowService;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aRuleThatTakesThePlaceBetweenTwoLooksIsNotOverwritten() {
        edge.cloudFormation.create(WEB);
        edge.before(request -> {
            if (request.method().equals("GET") && request.uri().getPath().endsWith("/priorities/10")) {
                edge.before(next -> {});
                replaceWeb();
            }
        });
        Result updated = edge.cloudFormation.update(WEB, CHANGED);
        assertThat(updated.failedWith("InvalidRequest")).as(updated.message()).isTrue();
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

    @ParameterizedTest(name = "{0} s a call")
    @ValueSource(ints = {1, 4, 7})
    void aMoveToAPlaceThatStaysTakenEndsSoonHoweverSlowTheService(int seconds) {
        SlowService service = new SlowService(Duration.ofSeconds(seconds));
        try (Edge slow = Edge.handledBy(service.handling(HandlerWrapper::new))) {
            slow.console().putRule(REGION, Edge.NAME, Edge.LIST, 20, json("{\"RuleName\":\"strange\"}"));
            slow.console().commit(REGION, Edge.NAME);
            slow.cloudFormation.create(WEB);
            slow.cloudFormation.service().requests().clear();
            Duration began = slow.cloudFormation.elapsed();
            Result moved = slow.cloudFormation.update(WEB, Edge.moved(WEB, 20));
            assertThat(moved.failedWith("InvalidRequest")).as(moved.message()).isTrue();
            assertThat(moved.message()).contains("priority 20", "taken by rule strange");
            assertThat(slow.cloudFormation.elapsed().minus(began)).isLessThan(Duration.ofMinutes(8));
            assertThat(service.longest()).isLessThan(Duration.ofSeconds(45));
            assertThat(slow.candidate()).containsExactly("10 web", "20 strange").isEqualTo(slow.running());
            assertThat(slow.writes()).as("aside and back").hasSize(4);
        }
    }

    @Test
    void aRuleThatGivesUpItsPlaceWaitsForItsFormerOneAsItWasBefore() {
        edge.cloudFormation.create(WEB);
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 20, json("{\"RuleName\":\"strange\"}"));
        Duration guestLeaves = edge.cloudFormation.elapsed().plusMinutes(5);
        List<String> seen = new ArrayList<>();
        edge.after(request -> {
            if (request.method().equals("DELETE") && !edge.candidate().contains("10 guest")) {
                edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 10, json("{\"RuleName\":\"guest\"}"));
            }
            if (edge.cloudFormation.elapsed().compareTo(guestLeaves) > 0) {
                edge.after(next -> {});
                seen.add(edge.drafted(21).path("Action").asText());
                edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
            }
        });
        Result moved = edge.cloudFormation.update(WEB, Edge.moved(CHANGED, 20));
        assertThat(moved.failedWith("InvalidRequest")).as(moved.message()).isTrue();
        assertThat(moved.message()).contains("taken by rule strange").doesNotContain("stays at", "next commit");
        assertThat(seen).as("what the copy held while it waited").containsExactly("Allow");
        assertThat(edge.candidate()).containsExactly("10 web", "20 strange");
    }

    @Test
    void byHandAMoveToAPlaceThatStaysTakenSaysWhereTheRuleIs() {
        edge.cloudFormation.withConfiguration("CommitMode", "Manual");
        edge.cloudFormation.create(WEB);
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 20, json("{\"RuleName\":\"strange\"}"));
        ObjectNode away = Edge.moved(WEB, 20);
        Result moved = edge.cloudFormation.update(WEB, away);
        assertThat(moved.failedWith("InvalidRequest")).as(moved.message()).isTrue();
        assertThat(moved.message()).contains("taken by rule strange", "the candidate has it at priority [21]");
        assertThat(edge.cloudFormation.update(away, WEB).succeeded()).isTrue();
        assertThat(edge.candidate()).containsExactly("10 web", "20 strange");
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
