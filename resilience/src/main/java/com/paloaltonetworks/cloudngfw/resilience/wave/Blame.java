package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.util.Set;

/**
 * I7: who fails has withdrawn its entry, or says truly where it is left. I8: a poisoned rule fails, named, and nobody else does
 * for it.
 */
final class Blame implements Invariant {

    private static final String WITHDRAWN = "I7 (who fails withdraws)";
    private static final String CULPRITS = "I8 (only culprits fail)";
    private static final Set<String> NOTHING_WRITTEN = Set.of("AlreadyExists", "NotFound");

    private final Scene scene;
    private final Operator operator;
    private final Excuses excuses;
    private final FormerHolders holders;

    Blame(Scene scene, Operator operator) {
        this.scene = scene;
        this.operator = operator;
        this.excuses = new Excuses(scene.scenario(), operator);
        this.holders = new FormerHolders(scene);
    }

    @Override
    public void arrives(Call call, Delivery delivery) {
        holders.arrives(call);
    }

    @Override
    public void ended(Change change, Result result) {
        if (result.status() == Result.Status.FAILED && !Course.isDone(change, result)) {
            judgeFailure(change, result);
        } else if (change.poisoned() && result.succeeded()) {
            scene.broken(CULPRITS, change.id(), "is poisoned and succeeded");
        }
    }

    private void judgeFailure(Change change, Result result) {
        String message = String.valueOf(result.message());
        boolean named = change.poisoned() && message.contains(change.id());
        if (!named && !excuses.excuse(change, result)) {
            scene.broken(CULPRITS, change.id(), result.errorCode() + ": " + message);
        }
        if (!NOTHING_WRITTEN.contains(String.valueOf(result.errorCode())) && !isHers(change)) {
            judgeWithdrawal(change, message);
        }
    }

    private void judgeWithdrawal(Change change, String message) {
        if (change.isOf(ResourceKind.FIREWALL) || (change.isOf(ResourceKind.RULESTACK) && change.after() == null)) {
            return; // a firewall knows no candidate, and a mark for deletion cannot be taken back
        }
        Tenant tenant = scene.tenant();
        ToldPlace.in(change, message)
                .map(told -> told.untruthIn(tenant, holders))
                .orElseGet(() -> tenant.gapTo(Tenant.CANDIDATE, change.before(), change.resource()))
                .ifPresent(left ->
                        scene.broken(WITHDRAWN, change.id(), "the candidate " + left + " after it failed: " + message));
    }

    /** What the operator has edited, or taken away with all around it. */
    private boolean isHers(Change change) {
        return operator.hasChanged(change) || operator.hasRemoved(change.rulestack());
    }

    @Override
    public void atRest(Course course) {
        for (Change change : course.scenario().changes()) {
            if (!isHers(change)) {
                course.told(change)
                        .flatMap(told -> told.gapAtRest(scene.tenant()))
                        .ifPresent(gap -> scene.broken(WITHDRAWN, change.id(), "at the end the rule " + gap));
            }
        }
    }
}
