package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Listing;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a commit would carry besides one rule: uncommitted rules that bear the mark of the same stack, and all else. Nine
 * calls, and one for each uncommitted rule.
 */
record Drafts(List<String> siblings, List<String> foreign) {

    static final Drafts NONE = new Drafts(List.of(), List.of());

    private static final List<ObjectKind<?>> KINDS = List.of(
            ObjectKind.CERTIFICATE,
            ObjectKind.INTELLIGENT_FEED,
            ObjectKind.PREFIX_LIST,
            ObjectKind.FQDN_LIST,
            ObjectKind.CUSTOM_URL_CATEGORY);

    /** When time runs out it stops, and the budget tells so. */
    static Drafts beside(RuleAddress own, Whereabouts found, Tag mark, Operation<?> op) {
        List<String> siblings = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        if (!op.budget().isSpent()) {
            List<RuleDraft> rules = RuleDraft.besides(own, found, op.platform());
            op.platform().inParallel(others(own.rulestack())).forEach(foreign::addAll);
            new Kinship(own, mark, op).divide(rules, siblings, foreign);
        }
        return new Drafts(siblings, foreign);
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
