package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Operation;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.RuleChange;
import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.RuleListing;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An uncommitted rule. */
record RuleDraft(RuleList list, RuleChange change) {

    /** Those of all lists but one's own rule; two calls, since its own list was read before. */
    static List<RuleDraft> besides(RuleAddress own, Whereabouts found, Platform platform) {
        List<RuleDraft> drafts = new ArrayList<>(in(own.list(), found.listing(), own));
        drafts.addAll(in(Arrays.stream(RuleList.values()).filter(list -> list != own.list()), own, platform));
        return drafts;
    }

    /** The same in three calls. */
    static List<RuleDraft> besides(RuleAddress own, Platform platform) {
        return in(Arrays.stream(RuleList.values()), own, platform);
    }

    private static List<RuleDraft> in(Stream<RuleList> lists, RuleAddress own, Platform platform) {
        return platform
                .inParallel(lists.map(list -> (Callable<List<RuleDraft>>)
                                () -> in(list, own.rulestack().rules(list).list(), own))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<RuleDraft> in(RuleList list, RuleListing listing, RuleAddress own) {
        return Stream.concat(listing.uncommitted().stream(), supplanted(listing))
                .distinct()
                .filter(change -> list != own.list() || !own.isOurs(change.ruleName()))
                .map(change -> new RuleDraft(list, change))
                .toList();
    }

    /** Rules in force that were removed and whose place is taken: the service may list only what has taken it (a guess). */
    private static Stream<RuleChange> supplanted(RuleListing listing) {
        Set<Integer> taken =
                listing.candidate().stream().map(RuleSlot::priority).collect(Collectors.toSet());
        return listing.running().stream()
                .filter(slot -> taken.contains(slot.priority()))
                .filter(slot -> listing.candidate().stream()
                        .noneMatch(left -> TemporaryName.isOf(slot.ruleName(), left.ruleName())))
                .map(slot -> new RuleChange(slot.priority(), slot.ruleName(), Operation.DELETE));
    }

    boolean isRemoval() {
        return change.operation() == Operation.DELETE;
    }

    /** Stands for several where their names would take too much room. */
    static String digest(List<RuleDraft> drafts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(drafts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "rule " + change.ruleName() + " (" + list.wireName() + " " + change.priority() + ")";
    }
}
