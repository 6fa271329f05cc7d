package com.paloaltonetworks.cloudngfw.core.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Describes random JSON objects, member by member. A member without a value is left out, and so is an empty one. */
public final class RandomObject {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Arbitrary<@Nullable Object>> members = new LinkedHashMap<>();

    /** A member that is there whenever there is a value. */
    public RandomObject with(String name, Arbitrary<?> values) {
        members.put(name, values.asGeneric());
        return this;
    }

    /** A member that is there half the time. */
    public RandomObject maybe(String name, Arbitrary<?> values) {
        return with(name, values.injectNull(0.5));
    }

    public RandomObject maybe(String name, RandomObject values) {
        return maybe(name, values.objects());
    }

    public Arbitrary<ObjectNode> objects() {
        List<String> names = List.copyOf(members.keySet());
        return Combinators.combine(List.copyOf(members.values())).as(values -> {
            ObjectNode object = JSON.createObjectNode();
            for (int index = 0; index < names.size(); index++) {
                if (values.get(index) != null) {
                    object.set(names.get(index), JSON.valueToTree(values.get(index)));
                }
            }
            return withoutHollow(object);
        });
    }

    public Arbitrary<ObjectNode> objects(UnaryOperator<ObjectNode> change) {
        return objects().map(change);
    }

    /** A few of the given words, each at most once. */
    public static Arbitrary<List<String>> some(String... words) {
        return Arbitraries.of(words).list().uniqueElements().ofMaxSize(3);
    }

    /** At least one of the given words. */
    public static Arbitrary<List<String>> atLeastOne(String... words) {
        return Arbitraries.of(words).list().uniqueElements().ofMinSize(1).ofMaxSize(4);
    }

    /** Texts for people: never empty, with characters of many kinds. */
    public static Arbitrary<String> prose() {
        return words(" \"'\\/<>&%{}$:;,.-_#@äß€漢\t\n");
    }

    /** The same on one line. */
    public static Arbitrary<String> line() {
        return words(" \"'\\/<>&%{}$:;,.-_#@äß€漢");
    }

    private static Arbitrary<String> words(String marks) {
        return Arbitraries.strings()
                .withChars(marks)
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> !text.isBlank());
    }

    private static ObjectNode withoutHollow(ObjectNode object) {
        object.properties()
                .removeIf(member ->
                        member.getValue().isContainerNode() && member.getValue().isEmpty());
        return object;
    }
}
