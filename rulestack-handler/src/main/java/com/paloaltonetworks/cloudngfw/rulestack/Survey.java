package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.Batch;
import com.paloaltonetworks.cloudngfw.client.Listing;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.RuleListing;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The names of everything in a rulestack, in both views, and what a commit would change: ten calls, whatever the size. */
record Survey(
        Rulestack head, Map<RuleList, RuleListing> rules, Map<ObjectKind<?>, Listing> objects, Listing fileTypes) {

    /** In the order in which they may refer to each other: what comes later may name what comes earlier. */
    static final List<ObjectKind<?>> KINDS = List.of(
            ObjectKind.CERTIFICATE,
            ObjectKind.INTELLIGENT_FEED,
            ObjectKind.PREFIX_LIST,
            ObjectKind.FQDN_LIST,
            ObjectKind.CUSTOM_URL_CATEGORY);

    static Survey of(Platform platform, RulestackApi rulestack) {
        Batch batch = new Batch();
        Supplier<Rulestack> head = batch.add(rulestack::read);
        Supplier<Listing> fileTypes = batch.add(() -> rulestack.fileTypes().list());
        Map<RuleList, RuleListing> rules = new ConcurrentHashMap<>();
        for (RuleList list : RuleList.values()) {
            batch.add(() -> rules.put(list, rulestack.rules(list).list()));
        }
        Map<ObjectKind<?>, Listing> objects = new ConcurrentHashMap<>();
        for (ObjectKind<?> kind : KINDS) {
            batch.add(() -> objects.put(kind, rulestack.objects(kind).list()));
        }
        batch.make(platform);
        return new Survey(head.get(), rules, objects, fileTypes.get());
    }

    /** The places of selected rules in either view. */
    Set<Slot> slots(Selection selection) {
        Set<Slot> slots = new LinkedHashSet<>();
        rules.forEach((list, listing) -> Stream.concat(listing.candidate().stream(), listing.running().stream())
                .filter(slot -> selection.takesRule(list, slot.ruleName()))
                .forEach(slot -> slots.add(new Slot(list, slot.priority()))));
        return slots;
    }

    /** The name of the candidate's rule at that place, if it is not one of the selected. */
    Optional<String> strangerAt(Slot place, Selection selection) {
        return rules.get(place.list()).candidate().stream()
                .filter(slot -> slot.priority() == place.priority())
                .map(RuleSlot::ruleName)
                .filter(name -> !selection.takesRule(place.list(), name))
                .findFirst();
    }

    boolean isOccupied(Slot place) {
        return rules.get(place.list()).candidate().stream().anyMatch(slot -> slot.priority() == place.priority());
    }

    /** The selected objects of either view. */
    Set<ObjectKey> objectKeys(Selection selection) {
        Set<ObjectKey> keys = new LinkedHashSet<>();
        objects.forEach((kind, listing) -> Stream.concat(listing.candidate().stream(), listing.running().stream())
                .map(name -> new ObjectKey(kind, name))
                .filter(selection::takesObject)
                .forEach(keys::add));
        return keys;
    }

    /** The selected file types that the service lists in either view. */
    Set<String> fileTypeNames(Selection selection) {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(fileTypes.candidate().stream(), fileTypes.running().stream())
                .filter(selection::takesFileType)
                .forEach(names::add);
        return names;
    }

    /** What of a content the candidate lacks, by names and places alone; empty when nothing. */
    Optional<String> missingIn(Content wanted) {
        Stream<String> objectsMissing = wanted.objects().keySet().stream()
                .filter(key -> !objects.get(key.kind()).candidate().contains(key.name()))
                .map(key -> key + " is absent");
        Stream<String> rulesMissing = wanted.rules().entrySet().stream()
                .filter(rule -> rules.get(rule.getKey().list()).candidate().stream()
                        .noneMatch(slot -> slot.priority() == rule.getKey().priority()
                                && slot.ruleName().equals(rule.getValue().ruleName())))
                .map(rule -> "rule " + rule.getKey() + " is absent");
        return Stream.concat(objectsMissing, rulesMissing).findFirst();
    }

    /** What a commit would change, the rulestack's own entry left out: those which the selection takes, or all others. */
    List<String> uncommitted(Selection selection, boolean selected) {
        List<String> names = new ArrayList<>();
        rules.forEach((list, listing) -> listing.uncommitted().stream()
                .filter(change -> selection.takesRule(list, change.ruleName()) == selected)
                .forEach(change -> names.add("rule " + change.ruleName())));
        objects.forEach((kind, listing) -> listing.uncommitted().stream()
                .map(change -> new ObjectKey(kind, change.name()))
                .filter(key -> selection.takesObject(key) == selected)
                .forEach(key -> names.add(key.toString())));
        fileTypes.uncommitted().stream()
                .filter(change -> selection.takesFileType(change.name()) == selected)
                .forEach(change -> names.add("file type " + change.name()));
        return names;
    }
}
