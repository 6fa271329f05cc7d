package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What disturbs a wave does happen in it. */
class DisturbancesTest {

    private static final Scenario CALM = Draw.undisturbed(1, 5);

    @Test
    void everyInvocationHasAClockOfItsOwn() {
        Course course = Wave.run(CALM.withKnobs(Set.of(Knob.CLOCKS_DIFFER)));
        assertThat(course.trail().lines().stream()
                        .filter(line -> line.contains("where the clock is"))
                        .map(line -> line.substring(line.indexOf("clock"))))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
        assertThat(course.results().values()).hasSize(5).allMatch(Result::succeeded);
    }

    @Test
    void anInvocationReadsItsClockWithTheError() {
        Platform container = mock(Platform.class);
        when(container.now()).thenReturn(Instant.EPOCH);
        Delivery delivery = new Delivery(1, CALM.changes().get(0), Instant.EPOCH, Duration.ofSeconds(-20));
        assertThat(new DeliveryPlatform(container, delivery).now()).isEqualTo(Instant.EPOCH.minusSeconds(20));
    }

    @Test
    void aRulestackGoesWithAllThatIsDoneInIt() {
        Course course = Wave.run(CALM.withKnobs(Set.of(Knob.RULESTACK_REMOVED)));
        assertThat(course.trail().lines()).anyMatch(line -> line.contains("deletes edge-0"));
        assertThat(course.results().values())
                .hasSize(5)
                .noneMatch(Result::succeeded)
                .allSatisfy(result -> assertThat(result.message()).contains("rulestack edge-0 does not exist"));
        assertThat(course.violations()).isEmpty();
    }
}
