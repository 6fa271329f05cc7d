package com.paloaltonetworks.cloudngfw.resilience.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTest {

    private static final Resource RULESTACK = Resource.of(
            ResourceKind.RULESTACK, "Edge", "{\"RuleStackName\":\"edge\",\"RuleStack\":{\"Scope\":\"Local\"}}");
    private static final Resource RULE = Resource.of(
            ResourceKind.SECURITY_RULE,
            "Web",
            "{\"RuleStackName\":\"edge\",\"RuleListType\":\"LocalRule\",\"RuleName\":\"web\",\"Priority\":10,"
                    + "\"Action\":\"Allow\"}");
    private static final Resource FIREWALL = Resource.of(
            ResourceKind.FIREWALL,
            "Firewall",
            "{\"FirewallName\":\"fw\",\"AccountId\":\"123456789012\",\"VpcId\":\"vpc-1\","
                    + "\"EndpointMode\":\"ServiceManaged\",\"RuleStackName\":\"edge\","
                    + "\"SubnetMappings\":[{\"SubnetId\":\"subnet-1\"}]}");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void allTypesLiveInItAndASeedAlwaysGivesTheSameCourse(long seed) {
        assertThat(course(seed)).isEqualTo(course(seed)).anyMatch(call -> call.equals("STS AssumeRole"));
    }

    private static List<String> course(long seed) {
        VirtualScheduler scheduler = new VirtualScheduler(seed, Instant.parse("2026-01-01T00:00:00Z"));
        Cloud cloud = new Cloud(World.standard(), scheduler, Latency.USUAL, Interference.NONE);
        List<Result> results = new ArrayList<>();
        scheduler.run(activities -> {
            for (Resource wanted : List.of(RULESTACK, RULE, FIREWALL)) {
                results.add(cloud.create(wanted, UnaryOperator.identity(), Listener.DEAF));
                results.add(cloud.read(wanted));
            }
            results.add(cloud.update(RULE, RULE.with("Action", "DenySilent"), UnaryOperator.identity(), Listener.DEAF));
            for (Resource unwanted : List.of(FIREWALL, RULE, RULESTACK)) {
                results.add(cloud.delete(unwanted, UnaryOperator.identity(), Listener.DEAF));
            }
        });
        assertThat(results).allSatisfy(result -> assertThat(result.message()).isNull());
        assertThat(cloud.service().tenant().path("Rulestacks")).isEmpty();
        return cloud.service().requests().all();
    }
}
