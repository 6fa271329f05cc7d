package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.util.Optional;
import java.util.Set;

/**
 * I7: who fails has withdrawn its entry when it says so. I8: a poisoned rule fails, named, and nobody else does for it.
 *
 * <p>Innocents may fail where nobody can tell: when the service's messages name nobody, when a person changes things
 * meanwhile, and when another stack's drafts may not be committed. Who was to change places with one that fails has no place.
 */
final class Blame implements Invariant {

    private static final String WITHDRAWN = "I7 (who fails withdraws)";
    private static final String CULPRITS = "I8 (only culprits fail)";
    private static final Set<String> NOTHING_WRITTEN = Set.of("AlreadyExists", "NotFound");

    private final Scene scene;
    private final Operator operator;

    Blame(Scene scene, Operator operator) {
        this.scene = scene;
        this.operator = operator;
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
        if (!named && !isExcused(message)) {
            scene.broken(CULPRITS, change.id(), result.errorCode() + ": " + message);
        }
        if (!NOTHING_WRITTEN.contains(String.valueOf(result.errorCode()))
                && !Course.isTold(message)
                && !operator.hasChanged(change)) {
            judgeWithdrawal(change, message);
        }
    }

    private void judgeWithdrawal(Change change, String message) {
        if (change.isOf(ResourceKind.FIREWALL) || (change.isOf(ResourceKind.RULESTACK) && change.after() == null)) {
            return; // a firewall knows no candidate, and a mark for deletion cannot be taken back
        }
        Tenant tenant = scene.tenant();
        Optional.ofNullable(change.before())
                .map(before -> tenant.gap(Tenant.CANDIDATE, before))
                .orElseGet(() -> tenant.leftOver(Tenant.CANDIDATE, change.resource()))
                .ifPresent(left ->
                        scene.broken(WITHDRAWN, change.id(), "the candidate " + left + " after it failed: " + message));
    }

    private boolean isExcused(String message) {
        Scenario scenario = scene.scenario();
        boolean nameless = scenario.has(Knob.POISONED_RULE) && scenario.has(Knob.NAMELESS_MESSAGES);
        boolean refusing = scenario.has(Knob.TWO_STACKS) && !scenario.has(Knob.FOREIGN_CHANGES_ALLOWED);
        boolean partnerMayFail = refusing || scenario.has(Knob.POISONED_RULE);
        return operator.hasActed()
                || (nameless && (message.contains("failed") || message.contains("did not come to an end")))
                || (refusing && message.contains("that this stack did not make"))
                || (partnerMayFail && message.contains("has no place"));
    }
}
