package com.paloaltonetworks.cloudngfw.core.testing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** How an invocation may fare. */
public sealed interface Interruption {

    /**
     * It is killed while its nth call to the vendor is under way, and hears of none from then on; or right before it answers,
     * when it makes fewer calls. CloudFormation invokes again with the same payload.
     *
     * @param call which one, counted from 1
     * @param effect whether the service still received that call
     * @param contextKept whether the next invocation has the callback context that this one was given
     */
    record Death(int call, boolean effect, boolean contextKept) implements Interruption {}

    /**
     * One call gets no answer; the invocation lives on.
     *
     * @param effect whether the service received the call
     */
    record LostAnswer(int call, boolean effect) implements Interruption {}

    /** It is delivered twice, at once or in turn; CloudFormation hears the first answer. */
    record Twice(boolean atOnce) implements Interruption {}

    /** @param calls how late an invocation may be hit */
    static Arbitrary<Interruption> any(int calls) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, deaths(calls, Arbitraries.of(true, false))),
                Tuple.of(2, lostAnswers(calls)),
                Tuple.of(1, Arbitraries.of(true, false).map(Twice::new)));
    }

    /** Without the loss of a callback context. */
    static Arbitrary<Interruption> withContext(int calls) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, deaths(calls, Arbitraries.just(true))), Tuple.of(1, lostAnswers(calls)));
    }

    private static Arbitrary<Interruption> deaths(int calls, Arbitrary<Boolean> contextKept) {
        return Combinators.combine(Arbitraries.integers().between(1, calls), Arbitraries.of(true, false), contextKept)
                .as(Death::new);
    }

    private static Arbitrary<Interruption> lostAnswers(int calls) {
        return Combinators.combine(Arbitraries.integers().between(1, calls), Arbitraries.of(true, false))
                .as(LostAnswer::new);
    }
}
