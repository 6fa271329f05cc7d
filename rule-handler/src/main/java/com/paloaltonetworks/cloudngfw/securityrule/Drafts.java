package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Listing;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import com.paloaltonetworks.cloudngfw.core.deploy.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a commit would carry besides one rule: uncommitted rules that bear the mark of the same stack, and all else. Nine
 * calls, and one for each uncommitted rule. Where the service is so slow that no time is left for them after the rule's own
 * entries, they get an invocation of their own, and the next one goes by what that has found.
 *
 * @param whole whether time sufficed to look at all
 */
record Drafts(List<String> siblings, List<String> foreign, boolean whole) {

    static final Drafts NONE = new Drafts(List.of(), List.of(), true);

    /** How long the next invocation may go by what one has found. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final List<ObjectKind<?>> KINDS = List.of(
            ObjectKind.CERTIFICATE,
            ObjectKind.INTELLIGENT_FEED,
            ObjectKind.PREFIX_LIST,
            ObjectKind.FQDN_LIST,
            ObjectKind.CUSTOM_URL_CATEGORY);

    /** Those found by the invocation before, or those there are now; not whole when there is no time to look. */
    static Drafts beside(RuleAddress own, Whereabouts found, Tag mark, Operation<?> op) {
        DeployProgress progress = op.progress().getDeploy();
        Look kept = progress.getLook();
        if (kept != null && kept.getFinished() != null) {
            progress.setLook(null);
            Instant since = Instant.ofEpochMilli(kept.getFinished());
            if (!op.platform().now().isAfter(since.plus(FRESH))) {
                return new Drafts(kept.getSiblings(), kept.foreignInShort(), true);
            }
        }
        if (op.budget().isSpent()) {
            progress.setLookDue(true);
            return new Drafts(List.of(), List.of(), false);
        }
        Found looked = among(RuleDraft.besides(own, found, op.platform()), own, mark, op);
        boolean usedNow = looked.drafts.whole && !op.budget().isSpent(); // else there may be no time left to go by it
        progress.setLook(usedNow ? null : looked.look);
        progress.setLookDue(!looked.drafts.whole);
        return looked.drafts;
    }

    /** Looks for the next invocation, beginning where the one before had to stop. */
    static void look(RuleAddress own, Tag mark, Operation<?> op) {
        Found looked = among(RuleDraft.besides(own, op.platform()), own, mark, op);
        op.progress().getDeploy().setLook(looked.look);
        op.progress().getDeploy().setLookDue(!looked.drafts.whole);
    }

    /** What a look has found, for this invocation and for the next. */
    private record Found(Drafts drafts, Look look) {}

    private static Found among(List<RuleDraft> rules, RuleAddress own, Tag mark, Operation<?> op) {
        List<String> foreign = new ArrayList<>();
        op.platform().inParallel(others(own.rulestack())).forEach(foreign::addAll);
        Kinship kinship = new Kinship(own, mark, op);
        boolean whole = kinship.divide(rules);
        foreign.addAll(0, kinship.strangers());
        Look all = Look.of(kinship.siblings(), foreign, kinship.strangersBesides());
        Look look = whole ? all.finishedAt(op.platform().now().toEpochMilli()) : kinship.unfinished();
        return new Found(new Drafts(kinship.siblings(), all.foreignInShort(), whole), look);
    }

    /** Whether a sibling comes first by name: an order that all siblings see alike. */
    static boolean anyBefore(RuleAddress own, List<String> siblings) {
        String name = "rule " + own.name() + " (" + own.list().wireName();
        return siblings.stream().anyMatch(sibling -> sibling.compareTo(name) < 0);
    }

    private static List<Callable<List<String>>> others(RulestackApi rulestack) {
        List<Callable<List<String>>> surveys = new ArrayList<>();
        surveys.add(() -> settings(rulestack.read()));
        surveys.add(() -> names("file type", rulestack.fileTypes().list()));
        KINDS.forEach(kind -> surveys.add(
                () -> names(kind.displayName(), rulestack.objects(kind).list())));
        return surveys;
    }

    private static List<String> settings(Rulestack head) {
        boolean same = head.ruleStackCandidate() != null
                && head.ruleStackRunning() != null
                && Canonical.difference(head.ruleStackCandidate(), head.ruleStackRunning())
                        .isEmpty();
        return same ? List.of() : List.of("the settings of rulestack " + head.ruleStackName());
    }

    private static List<String> names(String kind, Listing listing) {
        return listing.uncommitted().stream()
                .map(change -> kind + " " + change.name())
                .toList();
    }
}
