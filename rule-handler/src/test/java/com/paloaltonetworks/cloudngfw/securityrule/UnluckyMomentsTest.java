package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.CommitTakes;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.Effect;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.RequestFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service holds in the end, when something else happens at the worst moment. */
class UnluckyMomentsTest {

    private static final String COMMIT = "/v1/config/rulestacks/edge/commit";
    private static final Duration LONGER_THAN_A_COMMIT = Duration.ofMinutes(2);
    private static final ObjectNode WEB = Edge.rule("web", 10);

    private final Edge edge = Edge.standard();
    private final List<String> commitsWhilePending = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void watch() {
        edge.before(this::noteCommitWhilePending);
    }

    /** Whoever commits while a commit is under way leaves it to the service's mood what comes of it. */
    @AfterEach
    void nobodyCommitsWhileACommitIsPending() {
        edge.close();
        assertThat(commitsWhilePending).isEmpty();
    }

    @Test
    void aCommitThatEndsBetweenTwoLooksIsNotFollowedByAnother() {
        int before = edge.commits();
        Duration justLongerThanTheyLeaveOthersTime = Duration.ofSeconds(24);
        edge.cloudFormation.service().faults().add(new CommitTakes(Edge.NAME, justLongerThanTheyLeaveOthersTime, 1));
        AtomicBoolean started = new AtomicBoolean();
        edge.before(request -> {
            noteCommitWhilePending(request);
            if (isLookAtStatus(request) && !edge.candidate().isEmpty() && !started.getAndSet(true)) {
                startCommit();
            }
            while (isLookAtStatus(request) && edge.cloudFormation.messages().size() > 1 && isPending()) {
                letPass(Duration.ofSeconds(1));
            }
        });
        assertThat(edge.cloudFormation.create(WEB).message()).isNull();
        assertThat(edge.running()).containsExactly("10 web");
        assertThat(edge.commits() - before).as("the sibling's alone").isEqualTo(1);
    }

    @Test
    void aCommitThatNeverBeganBringsNothingIntoForce() {
        edge.cloudFormation
                .service()
                .faults()
                .add(new RequestFault("POST " + COMMIT, 0, 1, Effect.DROP_REQUEST, Duration.ZERO));
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
    }

    @Test
    void aCommitWithoutWhatSomebodyTookAwayForAMomentIsFollowedByAnother() {
        AtomicBoolean fumbled = new AtomicBoolean();
        edge.before(request -> {
            noteCommitWhilePending(request);
            if (isCommit(request) && !fumbled.getAndSet(true)) {
                ObjectNode entry = edge.drafted(10).deepCopy();
                entry.remove("UpdateToken");
                edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
                startCommit();
                edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 10, entry);
            }
        });
        assertThat(edge.cloudFormation.create(WEB).message()).isNull();
        assertThat(fumbled).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
    }

    @Test
    void aRuleThatACommitUnderWayStillCarriesIsRemovedAgain() {
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 10, json("{\"RuleName\":\"web\"}"));
        startCommit();
        assertThat(edge.cloudFormation.delete(WEB).succeeded()).isTrue();
        edge.cloudFormation.scheduler().run(activities -> letPass(LONGER_THAN_A_COMMIT));
        assertThat(edge.running()).isEmpty();
        assertThat(edge.candidate()).isEmpty();
    }

    @Test
    void aCommitUnderWayIsWaitedFor() {
        edge.console().putRulestack(REGION, Edge.NAME, json("{\"Scope\":\"Local\",\"Description\":\"new\"}"));
        startCommit();
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
    }

    @Test
    void aCommitThatBeginsWhileTheContentIsReadIsWaitedFor() {
        AtomicBoolean settled = new AtomicBoolean();
        edge.before(request -> {
            noteCommitWhilePending(request);
            boolean looksAtDrafts = request.uri().getPath().endsWith("/prefixlists");
            if (looksAtDrafts && !settled.getAndSet(true)) {
                startCommit();
            }
        });
        int before = edge.commits();
        assertThat(edge.cloudFormation.create(WEB).succeeded()).isTrue();
        assertThat(settled).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
        assertThat(edge.commits() - before).isEqualTo(1);
    }

    @Test
    void aFailureOfYesterdayIsNotOurs() {
        edge.console()
                .putRule(
                        REGION,
                        Edge.NAME,
                        Edge.LIST,
                        10,
                        json("{\"RuleName\":\"web\",\"Category\":{\"URLCategoryNames\":[\"no-such-category\"]}}"));
        startCommit();
        edge.cloudFormation.scheduler().run(activities -> letPass(LONGER_THAN_A_COMMIT));
        edge.console().deleteRule(REGION, Edge.NAME, Edge.LIST, 10);
        assertThat(edge.cloudFormation.create(WEB).message()).isNull();
        assertThat(edge.running()).containsExactly("10 web");
    }

    @Test
    void twoCommitsThatFailForOthersReasonsCostNobodysRule() {
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule stranger is bad");
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule stranger is bad");
        assertThat(edge.create(Edge.rules(3))).allMatch(Result::succeeded);
        assertThat(edge.running()).hasSize(3).isEqualTo(edge.candidate());
    }

    @Test
    void theLastOneLeftIsNotToBlameForWhoeverWithdrew() {
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule stranger is bad");
        assertThat(edge.cloudFormation.create(WEB).message()).isNull();
        assertThat(edge.running()).containsExactly("10 web");
    }

    @Test
    void aPoisonedRuleGoesAndTheDraftsOfOthersStay() {
        edge.cloudFormation.withConfiguration("CommitForeignChanges", true);
        edge.console().putRule(REGION, Edge.NAME, Edge.LIST, 99, json("{\"RuleName\":\"stranger\"}"));
        edge.cloudFormation.service().faults().failNextCommit(Edge.NAME, "security rule web is bad");
        Result created = edge.cloudFormation.create(WEB);
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(edge.candidate()).containsExactly("99 stranger");
        assertThat(edge.running()).isEmpty();
    }

    @Test
    void twentyRulesOfOneWaveDoNotLookInStep() {
        Map<Long, Integer> looks = Collections.synchronizedMap(new TreeMap<>());
        Instant began = edge.cloudFormation.scheduler().now();
        edge.before(request -> {
            noteCommitWhilePending(request);
            if (isLookAtStatus(request)) {
                Instant now = edge.cloudFormation.scheduler().now();
                looks.merge(Duration.between(began, now).toSeconds(), 1, Integer::sum);
            }
        });
        assertThat(edge.create(Edge.rules(20))).allMatch(Result::succeeded);
        looks.keySet().removeIf(second -> second < 8); // before they settled, as close together as they came
        assertThat(looks.values()).as("looks in any second: %s", looks).allMatch(count -> count <= 10);
    }

    private void noteCommitWhilePending(ApiRequest request) {
        if (isCommit(request) && isPending()) {
            commitsWhilePending.add(edge.cloudFormation.scheduler().now().toString());
        }
    }

    private static boolean isCommit(ApiRequest request) {
        return request.method().equals("POST") && request.uri().getPath().endsWith(COMMIT);
    }

    private static boolean isLookAtStatus(ApiRequest request) {
        return request.method().equals("GET") && request.uri().getPath().endsWith(COMMIT);
    }

    private boolean isPending() {
        return commit("GET").path("CommitStatus").asText().equals("Pending");
    }

    private void startCommit() {
        commit("POST");
    }

    private ObjectNode commit(String method) {
        return edge.console().call(REGION, method, COMMIT, json("{}"));
    }

    private void letPass(Duration time) {
        edge.cloudFormation.scheduler().sleep(time);
    }
}
