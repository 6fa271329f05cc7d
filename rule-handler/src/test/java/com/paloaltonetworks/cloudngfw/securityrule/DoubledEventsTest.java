package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.CommitTakes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that is delivered twice at once: the console plays the first delivery, which is a little ahead of the second. */
class DoubledEventsTest {

    private static final ObjectNode WEB = Edge.rule("web", 10);
    private static final String COMMIT = "/v1/config/rulestacks/" + Edge.NAME + "/commit";
    private static final ObjectNode MOVED = Edge.moved(WEB, 20);

    private final Edge edge = Edge.standard();

    @BeforeEach
    void commitWhateverTheConsoleMakes() {
        edge.cloudFormation.withConfiguration("CommitForeignChanges", true);
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void whoeverTakesThePlaceThatTheFirstHasEmptiedKeepsIt() {
        edge.cloudFormation.create(WEB);
        put("web", 20);
        atFirst(DoubledEventsTest::isLookAtNewPlace, () -> {
            edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
            put("next", 10);
        });
        assertThat(edge.cloudFormation.update(WEB, MOVED).message()).isNull();
        assertThat(edge.running()).containsExactly("10 next", "20 web").isEqualTo(edge.candidate());
    }

    @Test
    void aRevertBetweenTheTwoWritesOfAMoveLeavesTheRuleItsPlace() {
        edge.cloudFormation.create(WEB);
        put("web", 20);
        List<List<String>> seen = new ArrayList<>();
        edge.after(request -> {
            if (isLookAtNewPlace(request)) {
                edge.after(next -> seen.add(edge.candidate()));
                edge.console().revert(REGION, Edge.NAME);
            }
        });
        assertThat(edge.cloudFormation.update(WEB, MOVED).message()).isNull();
        assertThat(seen).isNotEmpty().doesNotContain(List.of());
        assertThat(edge.running()).containsExactly("20 web").isEqualTo(edge.candidate());
    }

    @Test
    void whoeverTakesThePlaceOfARuleThatTheFirstHasDeletedKeepsIt() {
        put("web", 10);
        edge.console().commit(REGION, Edge.NAME);
        atFirst(request -> isLookAt(request, 10), () -> {
            edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
            put("next", 10);
        });
        assertThat(edge.cloudFormation.delete(WEB).message()).isNull();
        assertThat(edge.running()).containsExactly("10 next").isEqualTo(edge.candidate());
    }

    /** So it is for the second when an operator reverts just before the first empties the old place. */
    @Test
    void anUpdatePutsBackARuleThatIsInForceThoughTheCandidateLacksIt() {
        edge.cloudFormation.create(WEB);
        edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
        assertThat(edge.cloudFormation.update(WEB, MOVED).message()).isNull();
        assertThat(edge.running()).containsExactly("20 web").isEqualTo(edge.candidate());
    }

    /** So it is for the second when the first has deleted a rule whose first commit is under way. */
    @Test
    void aDeletionFindsARuleThatACommitBroughtIntoForceWhileItLooked() {
        edge.cloudFormation.service().faults().add(new CommitTakes(Edge.NAME, Duration.ofSeconds(20), 1));
        put("web", 10);
        edge.console().call(REGION, "POST", COMMIT, json("{}"));
        edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
        atFirst(
                request -> request.uri().getPath().endsWith(COMMIT),
                () -> edge.cloudFormation.scheduler().sleep(Duration.ofSeconds(25)));
        assertThat(edge.cloudFormation.delete(WEB).message()).isNull();
        assertThat(edge.running()).isEmpty();
    }

    private void put(String name, int priority) {
        ObjectNode entry = WEB.deepCopy().put("RuleName", name);
        entry.remove(List.of("RuleStackName", "RuleListType", "Priority"));
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, priority, entry);
    }

    private void atFirst(Predicate<ApiRequest> moment, Runnable act) {
        edge.before(request -> {
            if (moment.test(request)) {
                edge.before(next -> {});
                act.run();
            }
        });
    }

    private static boolean isLookAtNewPlace(ApiRequest request) {
        return isLookAt(request, 20);
    }

    private static boolean isLookAt(ApiRequest request, int priority) {
        return request.method().equals("GET") && request.uri().getPath().endsWith("/priorities/" + priority);
    }
}
