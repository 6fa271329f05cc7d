package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Transport;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.fault.FaultRule.CommitTakes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deletions that come while something else is going on. */
class RulestackDeletionTest {

    private final AtomicReference<Consumer<ApiRequest>> before = new AtomicReference<>(request -> {});
    private final Driver cloudFormation = Driver.of(
            ResourceModel.TYPE_NAME,
            platform -> new HandlerWrapper(
                    RewiredPlatform.watching(platform, request -> before.get().accept(request), request -> {})));

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    /** As after a create that was cancelled: the commit that it started goes on. */
    @Test
    void aDeletionDuringTheFirstCommitLeavesNothing() {
        ObjectNode model = startingItsFirstCommit();
        assertThat(cloudFormation.delete(model).message()).isNull();
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }

    /** Without the context that tells of the deletion, when the rulestack is in neither view and the commit brings it back. */
    @Test
    void aDeletionThatIsCalledAgainDuringTheFirstCommitLeavesNothing() {
        ObjectNode model = startingItsFirstCommit();
        console("DELETE", "/v1/config/rulestacks/edge");
        assertThat(cloudFormation.delete(model).message()).isNull();
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }

    @Test
    void aDeletionThatIsCalledAgainAsTheFirstCommitEndsLeavesNothing() {
        cloudFormation.service().faults().add(new CommitTakes("edge", Duration.ofSeconds(20), 1));
        ObjectNode model = startingItsFirstCommit();
        console("DELETE", "/v1/config/rulestacks/edge");
        before.set(request -> {
            if (request.uri().getPath().endsWith("/commit")) {
                before.set(next -> {});
                cloudFormation.scheduler().sleep(Duration.ofSeconds(25));
            }
        });
        assertThat(cloudFormation.delete(model).message()).isNull();
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }

    private ObjectNode startingItsFirstCommit() {
        ObjectNode model = Rulestacks.withRules("edge", 2);
        ObjectNode draft = model.deepCopy();
        draft.withObject("/RuleStack").put("Deploy", "NO");
        assertThat(cloudFormation.create(draft).message()).isNull();
        console("POST", "/v1/config/rulestacks/edge/commit");
        return model;
    }

    private void console(String method, String path) {
        cloudFormation.service().console().call(Driver.REGION, method, path, Driver.json("{}"));
    }

    @Test
    void aFailedCreateWhoseRulestackSomebodyHasDeletedTellsWhyItFailed() {
        cloudFormation.service().faults().failNextCommit("edge", "rule-1: address group is too large");
        before.set(request -> {
            if (request.method().equals("DELETE")) {
                cloudFormation.service().console().deleteRulestack(Driver.REGION, "edge");
            }
        });
        Result created = cloudFormation.create(Rulestacks.withRules("edge", 2));
        assertThat(created.failedWith("InvalidRequest")).as(created.message()).isTrue();
        assertThat(created.message()).contains("address group is too large");
        assertThat(cloudFormation.service().tenant().path("Rulestacks")).isEmpty();
    }

    @Test
    void aFailedDeletionSaysThatTheNextCommitCarriesItOut() {
        AtomicBoolean failing = new AtomicBoolean();
        try (Driver service = Driver.of(
                ResourceModel.TYPE_NAME,
                platform -> new HandlerWrapper(
                        new RewiredPlatform(platform, network -> failingCommits(network, failing))))) {
            ObjectNode model = Rulestacks.withRules("edge", 2);
            service.create(model);
            failing.set(true);
            Result deleted = service.delete(model);
            assertThat(deleted.failedWith("InvalidRequest"))
                    .as(deleted.message())
                    .isTrue();
            assertThat(deleted.message())
                    .contains("out of memory")
                    .endsWith("; it stays marked for deletion, which the next commit carries out");
            failing.set(false);
            assertThat(service.delete(model).message()).as("asked for again").isNull();
            assertThat(service.service().tenant().path("Rulestacks")).isEmpty();
        }
    }

    private static Transport failingCommits(Transport network, AtomicBoolean failing) {
        String failed = "{\"Response\":{\"CommitStatus\":\"Failed\",\"CommitMessages\":[\"out of memory\"]}}";
        return request -> failing.get() && request.uri().getPath().endsWith("/commit")
                ? new ApiResponse(200, Map.of(), failed)
                : network.send(request);
    }

    @Test
    void aRefusedDeletionLeavesNoMarkAndClaimsNone() {
        ObjectNode model = Rulestacks.withRules("edge", 2);
        cloudFormation.create(model);
        cloudFormation.service().faults().failWith500("DELETE /v1/config/rulestacks/{rulestack}", 100);
        Result deleted = cloudFormation.delete(model);
        assertThat(deleted.message()).doesNotContain("marked", "still there");
    }

    @Test
    void aServiceThatFindsNoFirewallsIsNotARulestackThatIsGone() {
        String none = "{\"ResponseStatus\":{\"ErrorCode\":404,\"Reason\":\"no firewall does exist: does not exist\"}}";
        try (Driver service = Driver.of(
                ResourceModel.TYPE_NAME,
                platform -> new HandlerWrapper(new RewiredPlatform(
                        platform,
                        network -> request -> request.uri().getPath().endsWith("/ngfirewalls")
                                ? new ApiResponse(200, Map.of(), none)
                                : network.send(request))))) {
            ObjectNode model = Rulestacks.withRules("edge", 2);
            service.create(model);
            assertThat(service.delete(model).message()).isNull();
            assertThat(service.service().tenant().path("Rulestacks")).isEmpty();
        }
    }
}
