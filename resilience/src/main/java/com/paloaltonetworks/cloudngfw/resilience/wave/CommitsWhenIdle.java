package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.time.Duration;

/**
 * I4: a commit is posted only by an invocation that is known to have read, last of all where siblings write side by side, that
 * none is running, and only while what it wants is not in force.
 *
 * <p>Where time is short a rule does without the last look, and a rulestack has no siblings that would start a commit for it:
 * there any earlier look of the same invocation will do.
 */
final class CommitsWhenIdle implements Invariant {

    private static final String NAME = "I4 (commits only when idle)";

    /** When a handler starts no new work; the look right before a commit is the first to go. */
    static final Duration SHORT_OF_TIME = Duration.ofSeconds(25);

    private final Scene scene;

    CommitsWhenIdle(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void arrives(Call call, Delivery delivery) {
        if (CommitCall.isStart(call)) {
            String seen = delivery.commitStatus();
            if (seen == null || seen.equals("Pending")) {
                broken(call, delivery, "after it saw status " + seen);
            } else if (!delivery.lookedLast() && mustLookLast(delivery)) {
                broken(call, delivery, "without a look at the status right before");
            }
            if (!delivery.lacked()) {
                broken(call, delivery, "while what it wants is in force");
            }
        }
    }

    private boolean mustLookLast(Delivery delivery) {
        Duration used = Duration.between(delivery.began(), scene.scheduler().now());
        return delivery.change().isOf(ResourceKind.SECURITY_RULE) && used.compareTo(SHORT_OF_TIME) < 0;
    }

    private void broken(Call call, Delivery delivery, String how) {
        scene.broken(NAME, delivery.change().id(), call.method() + " " + call.path() + " " + how);
    }

    /** What it reads after this look is not older: what is in force at every look is so in what it read. */
    @Override
    public void answered(Call call, Answer answer, Delivery delivery) {
        if (CommitCall.isStart(call) && answer.status() == 200) { // what was refused has started none
            delivery.starts();
        }
        if (CommitCall.isStatusRead(call) && isLacking(delivery.change(), scene.tenant())) {
            delivery.lacks();
        }
    }

    /**
     * A rulestack is committed as well while the service calls something of it uncommitted that was changed and changed back:
     * it goes by the service's lists, which tell that and cost one call for all entries of a kind.
     */
    private static boolean isLacking(Change change, Tenant tenant) {
        return tenant.gapTo(Tenant.RUNNING, change.after(), change.resource()).isPresent()
                || (change.isOf(ResourceKind.RULESTACK) && tenant.hasDrafts(change.rulestack()));
    }
}
