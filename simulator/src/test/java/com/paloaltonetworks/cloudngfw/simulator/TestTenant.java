package com.paloaltonetworks.cloudngfw.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.TestCaller.Got;
import com.paloaltonetworks.cloudngfw.simulator.token.AdminKind;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** A running simulator, its clock, and someone who calls it; with a rulestack {@code edge} on request. */
final class TestTenant implements AutoCloseable {
    static final String STACKS = "/v1/config/rulestacks";
    static final String EDGE = STACKS + "/edge";
    static final String RULES = EDGE + "/rulelists/LocalRule";
    static final String WALLS = "/v1/config/ngfirewalls";
    static final String WALL = WALLS + "/fw";
    static final String ACCOUNT = "123456789012";

    final TestClock clock = new TestClock();
    final Simulator simulator;
    final TestCaller caller;

    TestTenant(World world) {
        simulator = Simulator.start(world, clock);
        caller = new TestCaller(simulator, clock);
    }

    static TestTenant standard() {
        return new TestTenant(World.standard());
    }

    static TestTenant with(UnaryOperator<ApiSettings> settings) {
        World world = World.standard();
        return new TestTenant(world.withApi(settings.apply(world.api())));
    }

    TestTenant withRulestack() {
        accepted(caller.post(STACKS, "{\"RuleStackName\":\"edge\"}"));
        return this;
    }

    TestTenant withCommittedRulestack() {
        withRulestack();
        commit();
        return this;
    }

    TestTenant withFirewall() {
        withCommittedRulestack();
        caller.as(AdminKind.FIREWALL);
        accepted(caller.post(WALLS, firewall("edge")));
        clock.passSeconds(740);
        return this;
    }

    static String firewall(String rulestack) {
        return "{\"FirewallName\":\"fw\",\"AccountId\":\"" + ACCOUNT + "\",\"VpcId\":\"vpc-1\",\"EndpointMode\":"
                + "\"ServiceManaged\",\"SubnetMappings\":[{\"SubnetId\":\"subnet-1\"}],\"RuleStackName\":\"" + rulestack
                + "\"}";
    }

    static String rule(int priority, String name) {
        return "{\"Priority\":" + priority + ",\"RuleEntry\":{\"RuleName\":\"" + name + "\"}}";
    }

    /** Posts a commit and lets its time pass. */
    void commit() {
        accepted(caller.post(EDGE + "/commit", "{}"));
        clock.passSeconds(60);
    }

    String commitStatus() {
        return caller.get(EDGE + "/commit").response().path("CommitStatus").asText();
    }

    JsonNode status() {
        return caller.get(WALL + "?accountid=" + ACCOUNT).response().path("Status");
    }

    JsonNode firewall() {
        return caller.get(WALL).response().path("Firewall");
    }

    JsonNode stack() {
        return simulator.tenant().path("Rulestacks").path(0);
    }

    static Got accepted(Got got) {
        assertThat(got.status()).as(got.json().toString()).isEqualTo(200);
        assertThat(got.code()).as(got.json().toString()).isZero();
        return got;
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) TestCaller.MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
