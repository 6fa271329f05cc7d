package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Listing;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.RuleChange;
import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.RuleListing;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a commit would carry besides one rule: uncommitted rules that bear the mark of the same stack, and all else. Nine
 * calls, and one for each uncommitted rule; when time runs out, some of them are missing.
 */
record Drafts(List<String> siblings, List<String> foreign) {

    static final Drafts NONE = new Drafts(List.of(), List.of());

    private static final List<ObjectKind<?>> KINDS = List.of(
            ObjectKind.CERTIFICATE,
            ObjectKind.INTELLIGENT_FEED,
            ObjectKind.PREFIX_LIST,
            ObjectKind.FQDN_LIST,
            ObjectKind.CUSTOM_URL_CATEGORY);

    /** Calls between two looks at the clock. */
    private static final int CHUNK = 8;

    /** An uncommitted rule. */
    private record RuleDraft(RuleList list, RuleChange change) {

        boolean isRemoval() {
            return change.operation() == com.paloaltonetworks.cloudngfw.client.Operation.DELETE;
        }

        @Override
        public String toString() {
            return "rule " + change.ruleName() + " (" + list.wireName() + " " + change.priority() + ")";
        }
    }

    static Drafts beside(RuleAddress own, Whereabouts found, Tag mark, Operation<?> op) {
        List<String> foreign = new ArrayList<>();
        List<RuleDraft> rules = new ArrayList<>(ofOthers(own, own.list(), found.listing()));
        List<Callable<List<String>>> surveys = others(own.rulestack());
        List<Callable<List<RuleDraft>>> lists = otherLists(own);
        Queue<RuleDraft> elsewhere = new ConcurrentLinkedQueue<>();
        lists.forEach(list -> surveys.add(() -> {
            elsewhere.addAll(list.call());
            return List.of();
        }));
        op.platform().inParallel(surveys).forEach(foreign::addAll);
        rules.addAll(elsewhere);
        List<String> siblings = new ArrayList<>();
        for (int from = 0; from < rules.size() && !op.budget().isSpent(); from += CHUNK) {
            List<RuleDraft> chunk = rules.subList(from, Math.min(from + CHUNK, rules.size()));
            List<Boolean> ofSiblings = op.platform()
                    .inParallel(chunk.stream()
                            .map(rule -> (Callable<Boolean>) () -> isSiblings(rule, own.rulestack(), mark, op))
                            .toList());
            for (int index = 0; index < chunk.size(); index++) {
                (ofSiblings.get(index) ? siblings : foreign).add(chunk.get(index).toString());
            }
        }
        return new Drafts(siblings, foreign);
    }

    /** Uncommitted removals of rules in all lists, by the text they have among drafts. */
    static List<String> removals(RuleAddress own, Whereabouts found, Platform platform) {
        List<RuleDraft> rules = new ArrayList<>(ofOthers(own, own.list(), found.listing()));
        platform.inParallel(otherLists(own)).forEach(rules::addAll);
        return rules.stream()
                .filter(RuleDraft::isRemoval)
                .map(RuleDraft::toString)
                .toList();
    }

    /** Whether a sibling comes first by name: an order that all siblings see alike. */
    static boolean anyBefore(RuleAddress own, List<String> siblings) {
        String name = "rule " + own.name() + " (" + own.list().wireName();
        return siblings.stream().anyMatch(sibling -> sibling.compareTo(name) < 0);
    }

    private static List<Callable<List<RuleDraft>>> otherLists(RuleAddress own) {
        return Arrays.stream(RuleList.values())
                .filter(list -> list != own.list())
                .map(list -> (Callable<List<RuleDraft>>) () ->
                        ofOthers(own, list, own.rulestack().rules(list).list()))
                .toList();
    }

    private static List<RuleDraft> ofOthers(RuleAddress own, RuleList list, RuleListing listing) {
        return listing.uncommitted().stream()
                .filter(change -> list != own.list() || !own.isOurs(change.ruleName()))
                .map(change -> new RuleDraft(list, change))
                .toList();
    }

    /** Of a removal, only the running rule is left to tell; an imported one tells nothing, but when it went does. */
    private static boolean isSiblings(RuleDraft rule, RulestackApi rulestack, Tag mark, Operation<?> op) {
        Views<RuleEntry> views = new RuleAddress(
                        rulestack, rule.list(), rule.change().ruleName())
                .at(rule.change().priority());
        RuleEntry left = views.candidate() == null ? views.running() : views.candidate();
        List<String> earlier = op.progress().getDeploy().getEarlierRemovals();
        boolean wentWithOurs = rule.isRemoval() && earlier != null && !earlier.contains(rule.toString());
        return StackMark.isOn(left, mark) || (wentWithOurs && left != null && !StackMark.isMarked(left));
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
