package com.paloaltonetworks.cloudngfw.local.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.primitives.Ints;
import com.paloaltonetworks.cloudngfw.local.stack.ItemPairing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the properties that a stack has with those that a template wants, in the order of the template.
 *
 * <p>Lists without order are compared as sets, their entries paired by what identifies them; an entry that comes or goes is
 * one difference, one that stays is compared member by member. An empty list or object equals an absent one.
 */
final class PropertyComparison {

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final Predicate<String> unordered;
    private final List<Detail> details = new ArrayList<>();

    /** @param unordered whether the order of the list at a JSON pointer means nothing */
    PropertyComparison(Predicate<String> unordered) {
        this.unordered = unordered;
    }

    /** @param before or {@code after} null when there is no such resource */
    List<Detail> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        compare(before == null ? NOTHING : before, after == null ? NOTHING : after, Place.ROOT);
        return List.copyOf(details);
    }

    private void compare(JsonNode before, JsonNode after, Place place) {
        JsonNode shape = isNothing(after) ? before : after;
        boolean comparable = isNothing(before)
                || isNothing(after)
                || (before.isObject() && after.isObject())
                || (before.isArray() && after.isArray());
        if (isNothing(before) && isNothing(after)) {
            return;
        }
        if (comparable && shape.isObject()) {
            members(before, after, place);
        } else if (comparable && shape.isArray()) {
            lists(before, after, place);
        } else if (!ItemPairing.sameValue(before, after)) {
            tell(place, before, after);
        }
    }

    private void members(JsonNode before, JsonNode after, Place place) {
        Set<String> names = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compare(before.path(name), after.path(name), place.member(name)));
    }

    private void lists(JsonNode before, JsonNode after, Place place) {
        JsonNode old = before.isArray() ? before : JsonNodeFactory.instance.arrayNode();
        JsonNode wanted = after.isArray() ? after : JsonNodeFactory.instance.arrayNode();
        boolean values = isOfValues(old) && isOfValues(wanted);
        if (values && (old.isEmpty() || wanted.isEmpty())) {
            tell(place, before, after);
        } else if (unordered.test(place.after())) {
            sets(old, wanted, place);
        } else if (!values) {
            sequences(old, wanted, place);
        } else if (!old.equals(wanted)) {
            tell(place, before, after);
        }
    }

    /** What goes is told of where it stood, and before what comes in its place. */
    private void sets(JsonNode before, JsonNode after, Place place) {
        int[] partners = ItemPairing.partners(after, before);
        int told = 0;
        for (int i = 0; i < partners.length; i++) {
            int partner = partners[i];
            while (told < before.size() && (told < partner || !Ints.contains(partners, told))) {
                leaving(before, told++, partners, place);
            }
            if (partner == ItemPairing.NONE) {
                tell(place.item(i, i, after.get(i)), NOTHING, after.get(i));
            } else {
                compare(before.get(partner), after.get(i), place.item(partner, i, after.get(i)));
            }
        }
        while (told < before.size()) {
            leaving(before, told++, partners, place);
        }
    }

    private void leaving(JsonNode before, int index, int[] partners, Place place) {
        if (!Ints.contains(partners, index)) {
            tell(place.item(index, index, before.get(index)), before.get(index), NOTHING);
        }
    }

    private void sequences(JsonNode before, JsonNode after, Place place) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            JsonNode old = before.path(i);
            JsonNode wanted = after.path(i);
            Place here = place.item(i, i, isNothing(wanted) ? old : wanted);
            if (isNothing(old) != isNothing(wanted)) {
                tell(here, old, wanted);
            } else {
                compare(old, wanted, here);
            }
        }
    }

    private void tell(Place place, JsonNode before, JsonNode after) {
        boolean added = isNothing(before);
        boolean removed = isNothing(after);
        details.add(new Detail(
                removed ? place.before() : place.after(),
                place.name(),
                place.member(),
                added ? null : before,
                removed ? null : after));
    }

    private static boolean isOfValues(JsonNode list) {
        return list.valueStream().allMatch(JsonNode::isValueNode);
    }

    /** An empty text is a value; an empty list or object says nothing. */
    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty());
    }
}
