package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.EDGE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.answer;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** I4 is broken by a commit that was not looked for, not last, in vain, or for nothing. */
class CommitsWhenIdleTest {

    private static final String I4 = "I4 (commits only when idle)";
    private static final String COMMIT = "/v1/config/rulestacks/" + EDGE + "/commit";
    private static final Change UPDATE = Prepared.change(RULE, CHANGED);
    private static final Change RULESTACK =
            Prepared.change(Models.rulestack("kept-1"), Models.changedRulestack("kept-1"));

    private Prepared prepared = new Prepared(Set.of(), UPDATE, RULESTACK);
    private CommitsWhenIdle invariant = new CommitsWhenIdle(prepared.scene());
    private Delivery delivery = prepared.delivery(UPDATE);

    @Test
    void aCommitRightAfterAnIdleStatusIsAllowed() {
        looks(COMMIT, "Success");
        posts(COMMIT);
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void aCommitWithoutALookIsNot() {
        invariant.answered(call("GET", COMMIT), answer(status("Success")), delivery);
        posts(COMMIT);
        assertThat(prepared.broken()).as("the answer was lost on its way").containsExactly(I4);
    }

    @Test
    void aCommitWhileOneIsPendingIsNot() {
        looks(COMMIT, "Success");
        looks(COMMIT, "Pending");
        posts(COMMIT);
        assertThat(prepared.broken()).containsExactly(I4);
    }

    @Test
    void aCommitAfterSomethingElseIsNotWhileThereIsTime() {
        looks(COMMIT, "Success");
        delivery.asks(request("GET", "/v1/config/rulestacks/" + EDGE + "/rulelists/LocalRule"));
        posts(COMMIT);
        assertThat(prepared.broken()).containsExactly(I4);
        prepared.letPass(CommitsWhenIdle.SHORT_OF_TIME);
        posts(COMMIT);
        assertThat(prepared.broken()).hasSize(1);
    }

    @Test
    void aSecondCommitNeedsASecondLook() {
        looks(COMMIT, "Success");
        posts(COMMIT);
        posts(COMMIT);
        assertThat(prepared.broken()).containsExactly(I4);
    }

    @Test
    void whereThereIsNoRulestackNoCommitIsRunning() {
        looks(COMMIT, "Success");
        ApiRequest look = request("GET", COMMIT);
        delivery.asks(look);
        delivery.hears(look, new ApiResponse(429, Map.of(), "Too Many Requests"));
        posts(COMMIT);
        assertThat(prepared.broken()).containsExactly(I4);
        delivery.asks(look);
        delivery.hears(look, new ApiResponse(400, Map.of(), "rulestack edge-0 does not exist"));
        posts(COMMIT);
        assertThat(prepared.broken()).hasSize(1);
    }

    @Test
    void aCommitOfWhatIsInForceIsNot() {
        prepared.put(CHANGED);
        prepared.commit();
        looks(COMMIT, "Success");
        posts(COMMIT);
        assertThat(prepared.broken()).containsExactly(I4);
    }

    @Test
    void aRulestackMayReadItselfBetweenTheLookAndTheCommit() {
        delivery = prepared.delivery(RULESTACK);
        String commit = "/v1/config/rulestacks/kept-1/commit";
        looks(commit, "none");
        delivery.asks(request("GET", "/v1/config/rulestacks/kept-1"));
        posts(commit);
        assertThat(prepared.broken()).isEmpty();
    }

    private void looks(String path, String status) {
        ApiRequest request = request("GET", path);
        delivery.asks(request);
        invariant.answered(call("GET", path), answer(status(status)), delivery);
        delivery.hears(request, new ApiResponse(200, Map.of(), status(status)));
    }

    private void posts(String path) {
        delivery.asks(request("POST", path));
        invariant.arrives(call("POST", path), delivery);
        invariant.answered(call("POST", path), answer("{}"), delivery);
    }

    private static String status(String status) {
        return "{\"Response\":{\"CommitStatus\":\"" + status + "\"}}";
    }

    private static ApiRequest request(String method, String path) {
        return new ApiRequest(method, URI.create("https://api.us-east-1.test" + path), Map.of(), "");
    }
}
