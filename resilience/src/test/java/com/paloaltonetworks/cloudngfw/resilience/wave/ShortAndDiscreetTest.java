package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** I3 and I10 are broken by what is long, what breaks the contract, and what tells a secret. */
class ShortAndDiscreetTest {

    private static final String I3 = "I3 (short, and true to the contract)";
    private static final String I10 = "I10 (no secret told)";
    private static final Duration SHORT = Duration.ofSeconds(44);
    private static final Change UPDATE = Prepared.change(RULE, CHANGED);

    private final Prepared prepared = new Prepared(Set.of(), UPDATE);
    private final ShortAndDiscreet invariant = new ShortAndDiscreet(prepared.scene());
    private final Delivery delivery = prepared.delivery(UPDATE);

    @Test
    void aShortInvocationThatTellsNoSecretIsAllowed() {
        delivery.secrets().add("a-secret-that-nobody-tells");
        invariant.returned(delivery, "{\"status\":\"SUCCESS\"}", SHORT);
        invariant.ended(UPDATE, Prepared.failure("InvalidRequest", "no such zone"));
        assertThat(prepared.broken()).isEmpty();
    }

    @Test
    void aLongOneIsNot() {
        invariant.returned(delivery, "{}", SHORT.plusSeconds(1));
        assertThat(prepared.broken()).containsExactly(I3);
    }

    @Test
    void aBrokenContractIsNot() {
        invariant.ended(UPDATE, Prepared.failure("InternalFailure", "the identifier has changed"));
        assertThat(prepared.broken()).containsExactly(I3);
    }

    @Test
    void aSecretThatItWasGivenIsNot() {
        delivery.secrets().add("a-secret-that-somebody-tells");
        invariant.returned(delivery, "{\"message\":\"401 with a-secret-that-somebody-tells\"}", SHORT);
        assertThat(prepared.broken()).containsExactly(I10);
    }

    @Test
    void norIsItInTheLog() {
        delivery.secrets().add("a-secret-that-somebody-logs");
        invariant.logged(delivery, "Goes on with deploy");
        assertThat(prepared.broken()).isEmpty();
        invariant.logged(delivery, "Commit: 401 with a-secret-that-somebody-logs");
        assertThat(prepared.broken()).containsExactly(I10);
    }
}
