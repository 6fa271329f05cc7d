package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.Random;

/** What may disturb a wave, each by itself or together with others. */
public enum Knob {
    /** One rule names a URL category that does not exist: no commit that carries it succeeds. */
    POISONED_RULE(0),
    /** Messages of failed commits name nobody. */
    NAMELESS_MESSAGES(1),
    /** Some events are delivered a second time when the first delivery has ended; its answer is lost. */
    DELIVERED_AGAIN(2),
    /** Some events are delivered twice at the same moment. */
    DELIVERED_TWICE_AT_ONCE(3),
    /** Some requests are lost on their way to the service, or their answers on the way back. */
    LOST_ANSWERS(4),
    /** Some requests are refused because there are too many. */
    THROTTLING(5),
    /** A person in the console commits, edits or reverts. */
    OPERATOR(6),
    /** The stack's operation is cancelled at some moment, and rolled back. */
    CANCELLED(7),
    /** Two stacks share the rulestacks. */
    TWO_STACKS(8),
    /** The type configuration lets commits carry the drafts of others. */
    FOREIGN_CHANGES_ALLOWED(9),
    /** No two rules of a list may have one name. */
    UNIQUE_NAMES(10),
    /** The last commit before the wave failed, and its message names a resource of the wave. */
    STALE_FAILURE(11),
    /** When a change fails, its stack's other operations are cancelled, and all are rolled back. */
    ROLLS_BACK_ON_FAILURE(12),
    /** Some events of updates and deletions are delivered without the context of the last one. */
    CONTEXT_LOST(13),
    /** Some requests are answered with status 500. */
    SERVER_ERRORS(14),
    /** Now and then all tokens that were issued expire. */
    EXPIRED_TOKENS(15),
    /** A person in the console deletes one of the rulestacks at some moment. */
    RULESTACK_REMOVED(16),
    /** Each invocation's clock is up to half a minute fast or slow. */
    CLOCKS_DIFFER(17);

    private final int number;

    /** @param number never changes, so that a seed stays what it is when other disturbances come and go */
    Knob(int number) {
        this.number = number;
    }

    /**
     * Whether it is part of the wave of this seed.
     *
     * @param share of all seeds
     */
    boolean isOn(long seed, double share) {
        return Lots.of(seed, 2 * number).nextDouble() < share;
    }

    /** What happens by it, in a wave of this seed. */
    Random chances(long seed) {
        return Lots.of(seed, 2 * number + 1);
    }
}
