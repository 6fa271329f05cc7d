package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One blow at a document.
 *
 * @param one which place is hit, in the order of the document, counted round
 * @param other where else something is taken from
 * @param key a new name
 * @param graft a new value
 */
record TreeEdit(Kind kind, int one, int other, String key, JsonNode graft) {

    /** What is done. */
    enum Kind {
        DELETE,
        REPLACE,
        COPY,
        SWAP,
        RENAME,
        WRAP_IN_MEMBER,
        WRAP_IN_LIST,
        UNWRAP,
        INSERT
    }

    static Arbitrary<TreeEdit> edits() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 500);
        return Combinators.combine(Arbitraries.of(Kind.class), places, places, RandomTrees.keys(), RandomTrees.values())
                .as(TreeEdit::new);
    }

    void apply(ObjectNode document) {
        List<Place> places = new ArrayList<>();
        collect(document, places);
        if (places.isEmpty()) {
            return;
        }
        Place place = places.get(one % places.size());
        Place donor = places.get(other % places.size());
        JsonNode value = place.value();
        switch (kind) {
            case DELETE -> place.remove();
            case REPLACE -> place.set(graft.deepCopy());
            case COPY -> place.set(donor.value().deepCopy());
            case SWAP -> {
                JsonNode copy = donor.value().deepCopy();
                donor.set(value.deepCopy());
                place.set(copy);
            }
            case RENAME -> place.rename(key);
            case WRAP_IN_MEMBER ->
                place.set(JsonNodeFactory.instance.objectNode().set(key, value.deepCopy()));
            case WRAP_IN_LIST -> place.set(JsonNodeFactory.instance.arrayNode().add(value.deepCopy()));
            case UNWRAP -> {
                if (value.isContainerNode() && !value.isEmpty()) {
                    place.set(value.elements().next().deepCopy());
                }
            }
            case INSERT -> {
                if (value instanceof ObjectNode object) {
                    object.set(key, graft.deepCopy());
                } else if (value instanceof ArrayNode array) {
                    array.insert(other % (array.size() + 1), graft.deepCopy());
                }
            }
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> add(
                    new Place(
                            object.get(name),
                            changed -> object.set(name, changed),
                            () -> object.remove(name),
                            newName -> {
                                JsonNode moved = object.remove(name);
                                if (moved != null) {
                                    object.set(newName, moved);
                                }
                            }),
                    places));
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                int at = index;
                add(
                        new Place(
                                array.get(at),
                                changed -> array.set(at, changed),
                                () -> array.remove(at),
                                newName -> {}),
                        places);
            }
        }
    }

    private static void add(Place place, List<Place> places) {
        places.add(place);
        collect(place.value(), places);
    }

    private record Place(JsonNode value, Consumer<JsonNode> setter, Runnable remover, Consumer<String> renamer) {
        void set(JsonNode changed) {
            setter.accept(changed);
        }

        void remove() {
            remover.run();
        }

        void rename(String name) {
            renamer.accept(name);
        }
    }
}
