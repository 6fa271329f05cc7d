package com.paloaltonetworks.cloudngfw.core.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model in the present names and shapes, so that the rest of the check sees what its writer meant and reports nothing that
 * only follows from an old name.
 */
final class Modernised {

    /** Where something stands now, and where its writer put it. */
    private record Move(String now, String before) {}

    private final JsonNode raw;
    private final JsonNode model;
    private final List<Move> moves = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Modernised(JsonNode raw, List<Former> formers) {
        this.raw = raw;
        this.model = raw.deepCopy();
        formers.forEach(former -> places(former.path()).forEach(place -> apply(former, JsonPointer.compile(place))));
    }

    JsonNode model() {
        return model;
    }

    /** One for each old name or shape. */
    List<Problem> problems() {
        return problems;
    }

    /** The problem at the place where the writer put what is wrong. */
    Problem inOldTerms(Problem problem) {
        String path = problem.path();
        for (Move move : moves) {
            if (path.equals(move.now) || path.startsWith(move.now + "/")) {
                String rest = path.substring(move.now.length());
                return problem.movedTo(existing(move.before, rest, problem.value() == null));
            }
        }
        return problem;
    }

    /** As much of the rest as the old value has; a problem of something missing may end in what an object lacks. */
    private String existing(String before, String rest, boolean missing) {
        JsonPointer known = JsonPointer.compile(before);
        for (JsonPointer next = JsonPointer.compile(rest); !next.matches(); next = next.tail()) {
            JsonPointer deeper = known.appendProperty(next.getMatchingProperty());
            boolean lacking = raw.at(deeper).isMissingNode();
            if (lacking && !(missing && raw.at(known).isObject())) {
                break;
            }
            known = deeper;
        }
        return known.toString();
    }

    private List<String> places(String pattern) {
        int star = pattern.indexOf("/*");
        if (star < 0) {
            return List.of(pattern);
        }
        String list = pattern.substring(0, star);
        return IntStream.range(0, model.at(list).isArray() ? model.at(list).size() : 0)
                .mapToObj(index -> list + "/" + index + pattern.substring(star + 2))
                .flatMap(place -> places(place).stream())
                .toList();
    }

    private void apply(Former former, JsonPointer place) {
        JsonNode old = model.at(place);
        if (old.isMissingNode() || !former.applies().test(old)) {
            return;
        }
        JsonNode parent = model.at(place.head());
        if (parent instanceof ArrayNode list) {
            replace(former, place, list, old);
        } else if (parent instanceof ObjectNode object) {
            replace(former, place, object, old);
        }
    }

    private void replace(Former former, JsonPointer place, ArrayNode list, JsonNode old) {
        JsonNode present = former.rewritten().apply(old);
        list.set(place.last().getMatchingIndex(), present);
        moves.add(new Move(place.toString(), place.toString()));
        report(former, place, old, FlowStyle.of(present));
    }

    private void replace(Former former, JsonPointer place, ObjectNode object, JsonNode old) {
        object.remove(place.last().getMatchingProperty());
        String now = former.now();
        if (now == null) {
            problems.add(Problem.at(place.toString(), null, former.message()).mend(former.hint()));
            return;
        }
        JsonNode present = former.rewritten().apply(old);
        String there = place.head().appendProperty(now).toString();
        int known = object.path(now).size();
        if (object.get(now) instanceof ArrayNode list && present.isArray()) {
            list.addAll((ArrayNode) present);
        } else {
            object.set(now, present);
        }
        remember(
                there, place.toString(), IntStream.range(known, object.path(now).size()), old);
        report(former, place, old, now + ": " + FlowStyle.of(present));
    }

    /** Items that were there before stay what they are. */
    private void remember(String now, String before, IntStream added, JsonNode old) {
        int[] position = {0};
        added.forEach(index -> moves.add(new Move(
                now + "/" + index, old.isArray() ? before + "/" + Math.min(position[0]++, old.size() - 1) : before)));
        if (moves.stream().noneMatch(move -> move.now.equals(now + "/0"))) {
            return;
        }
        moves.add(new Move(now, before));
    }

    private void report(Former former, JsonPointer place, JsonNode old, String present) {
        problems.add(Problem.at(place.toString(), FlowStyle.shown(old), former.message())
                .mend("write " + FlowStyle.shortened(present)));
    }
}
