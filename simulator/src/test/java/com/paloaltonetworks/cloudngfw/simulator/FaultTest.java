package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.EDGE;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.STACKS;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.accepted;
import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String EDGE_READ = "GET /v1/config/rulestacks/edge";
    private static final String CREATE = "{\"RuleStackName\":\"edge\"}";

    private final TestTenant tenant = TestTenant.standard();
    private final TestCaller caller = tenant.caller;

    @AfterEach
    void close() {
        tenant.close();
    }

    private void lost(String method, String path, String body) {
        assertThatThrownBy(() -> caller.call(method, path, body))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aDroppedAnswerWasCarriedOut() {
        tenant.simulator.faults().dropAnswerOf("POST /v1/config/rulestacks");
        lost("POST", STACKS, CREATE);
        assertThat(caller.post(STACKS, CREATE).reason()).endsWith("already exists");
        assertThat(tenant.simulator.requests().count("POST /v1/config/rulestacks"))
                .isEqualTo(2);
    }

    @Test
    void aDroppedRequestWasNotAndDoesNotCount() {
        tenant.simulator.faults().dropRequest("POST /v1/config/rulestacks");
        lost("POST", STACKS, CREATE);
        accepted(caller.post(STACKS, CREATE));
        assertThat(tenant.simulator.requests().count("POST /v1/config/rulestacks"))
                .isEqualTo(1);
    }

    @Test
    void throttlingComesFromTheServiceOrFromTheGateway() {
        tenant.simulator.faults().throttle("GET /v1/config/rulestacks/{}", 2).throttleAtGateway(EDGE_READ, 1);
        for (int i = 0; i < 2; i++) {
            var got = caller.get(EDGE);
            assertThat(got.status()).isEqualTo(400);
            assertThat(got.reason()).startsWith("Throttling");
        }
        var gateway = caller.get(EDGE);
        assertThat(gateway.status()).isEqualTo(429);
        assertThat(gateway.message()).isEqualTo("Too Many Requests");
        assertThat(caller.get(EDGE).reason()).endsWith("does not exist");
    }

    @Test
    void aServerFaultHasStatus500() {
        tenant.simulator.faults().failWith500("GET /v1/config/rulestacks", 1);
        var got = caller.get(STACKS);
        assertThat(got.status()).isEqualTo(500);
        assertThat(got.code()).isEqualTo(500);
    }

    @Test
    void expiringTokensSparesTheNextOne() {
        accepted(caller.get(STACKS));
        tenant.simulator.faults().expireTokens();
        assertThat(caller.get(STACKS).status()).isEqualTo(401);
        accepted(new TestCaller(tenant.simulator, tenant.clock).get(STACKS));
    }

    @Test
    void aDelayIsSpentByWhoeverCares() {
        List<Duration> spent = new ArrayList<>();
        tenant.simulator.onDelay(spent::add);
        tenant.simulator.faults().delay("GET /v1/config/rulestacks", Duration.ofSeconds(40));
        accepted(caller.get(STACKS));
        assertThat(spent).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void stsCanFailToo() {
        tenant.simulator.faults().dropRequest("STS AssumeRole");
        AwsKeys keys = tenant.simulator.credentialsOf(
                tenant.simulator.world().executionRole().arn());
        assertThatThrownBy(() -> caller.sts(keys, "Action=AssumeRole")).isInstanceOf(UncheckedIOException.class);
        assertThat(caller.sts(keys, "Action=GetCallerIdentity").statusCode()).isEqualTo(200);
    }

    @Test
    void aCommitCanTakeLonger() {
        tenant.withRulestack();
        tenant.simulator.faults().nextCommitTakes("edge", Duration.ofMinutes(30));
        tenant.commit();
        assertThat(tenant.commitStatus()).isEqualTo("Pending");
        tenant.clock.passSeconds(29 * 60);
        assertThat(tenant.commitStatus()).isEqualTo("Success");
    }

    @Test
    void callsInParallelAllCount() throws InterruptedException {
        tenant.withRulestack();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            String rule = TestTenant.rule(i, "r" + i);
            calls.add(() -> caller.post(TestTenant.RULES, rule).status());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        threads.invokeAll(calls);
        threads.shutdown();
        assertThat(tenant.stack().path("Candidate").path("Rules").path("LocalRule"))
                .hasSize(40);
        assertThat(tenant.simulator.requests().count("POST /v1/config/rulestacks/{rulestack}/rulelists/{rulelist}"))
                .isEqualTo(40);
    }

    @Test
    void theWorldsFaultsSkipAndCount() {
        World world = World.parse(json("{'Faults':[{'Match':'POST /v1/config/rulestacks/{}/commit','Skip':1,'Times':2,"
                + "'Effect':'throttle'},{'CommitFails':{'Rulestack':'edge','Message':'no'}},"
                + "{'FirewallFails':{'Status':'CREATE_FAIL','Reason':'full'}}]}"));
        try (TestTenant faulty = new TestTenant(world).withRulestack()) {
            faulty.commit();
            assertThat(faulty.commitStatus()).isEqualTo("Failed");
            assertThat(faulty.caller.post(EDGE + "/commit", "{}").reason()).startsWith("Throttling");
            assertThat(faulty.caller.post(EDGE + "/commit", "{}").reason()).startsWith("Throttling");
            faulty.commit();
            assertThat(faulty.commitStatus()).isEqualTo("Success");
            faulty.caller.as(AdminKind.FIREWALL);
            accepted(faulty.caller.post(TestTenant.WALLS, TestTenant.firewall("edge")));
            faulty.clock.passSeconds(720);
            assertThat(faulty.status().path("FailureReason").asText()).isEqualTo("full");
            assertThat(faulty.simulator.faults().armed()).isEmpty();
        }
    }
}
