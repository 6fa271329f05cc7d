package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Listing;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.RuleChange;
import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import com.paloaltonetworks.cloudngfw.core.content.StackMark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a commit would carry besides one rule: uncommitted rules that bear the mark of the same stack, and all else. Ten
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

    /** An uncommitted rule. */
    private record RuleDraft(RuleList list, RuleChange change) {
        @Override
        public String toString() {
            return "rule " + change.ruleName() + " (" + list.wireName() + " " + change.priority() + ")";
        }
    }

    static Drafts beside(RuleAddress own, Tag mark, Platform platform) {
        List<RuleDraft> rules = platform
                .inParallel(Arrays.stream(RuleList.values())
                        .map(list -> (Callable<List<RuleDraft>>) () -> rules(own, list))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        List<Boolean> ofSiblings = platform.inParallel(rules.stream()
                .map(rule -> (Callable<Boolean>) () -> bears(mark, own.rulestack(), rule))
                .toList());
        List<String> siblings = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            (ofSiblings.get(index) ? siblings : foreign).add(rules.get(index).toString());
        }
        platform.inParallel(others(own.rulestack())).forEach(foreign::addAll);
        return new Drafts(siblings, foreign);
    }

    /** Whether a sibling comes first by name: an order that all siblings see alike. */
    static boolean anyBefore(RuleAddress own, List<String> siblings) {
        String name = "rule " + own.name() + " (" + own.list().wireName();
        return siblings.stream().anyMatch(sibling -> sibling.compareTo(name) < 0);
    }

    private static List<RuleDraft> rules(RuleAddress own, RuleList list) {
        return own.rulestack().rules(list).list().uncommitted().stream()
                .filter(change -> list != own.list() || !own.isOurs(change.ruleName()))
                .map(change -> new RuleDraft(list, change))
                .toList();
    }

    /** Of a removal, only the running rule is left to tell. */
    private static boolean bears(Tag mark, RulestackApi rulestack, RuleDraft rule) {
        Views<RuleEntry> views = new RuleAddress(
                        rulestack, rule.list(), rule.change().ruleName())
                .at(rule.change().priority());
        return StackMark.isOn(views.candidate() == null ? views.running() : views.candidate(), mark);
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
