package com.paloaltonetworks.cloudngfw.packages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * The {@code .rpdk-config} of one type: what all types share, plus the type's name and package.
 *
 * @param isCompiled whether the module has the class of this full name
 */
record TypeSettings(TypeName type, String javaPackage, Predicate<String> isCompiled) {

    /** These say where a type begins, as {@code Class} or {@code Class::method}; their classes are in the type's package. */
    private static final List<String> ENTRY_POINTS = List.of("entrypoint", "testEntrypoint", "executableEntrypoint");

    /** Of these three the tools can do without this one. */
    private static final String OPTIONAL_ENTRY_POINT = "executableEntrypoint";

    /** @throws IllegalArgumentException when the shared settings name a type, or a class that the type lacks */
    ObjectNode derivedFrom(ObjectNode shared) {
        if (shared.has("typeName") || shared.at("/settings").has("namespace")) {
            throw new IllegalArgumentException("typeName and namespace differ from type to type and cannot be shared");
        }
        ObjectNode derived = shared.deepCopy();
        derived.put("typeName", type.text());
        var namespace = derived.withObject("/settings").putArray("namespace");
        List.of(javaPackage.split("\\.")).forEach(namespace::add);
        ENTRY_POINTS.stream().filter(derived::hasNonNull).forEach(member -> place(derived, member));
        return derived;
    }

    private void place(ObjectNode derived, String member) {
        String entryPoint = javaPackage + "." + derived.path(member).asText();
        if (isCompiled.test(entryPoint.replaceFirst("::.*", ""))) {
            derived.put(member, entryPoint);
        } else if (member.equals(OPTIONAL_ENTRY_POINT)) {
            derived.remove(member);
        } else {
            throw new IllegalArgumentException(type.text() + " has no " + entryPoint);
        }
    }
}
