package com.paloaltonetworks.cloudngfw.local.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rulestack as far as the template knows it.
 *
 * @param resource null when only separate rules of it stand in the template
 * @param rules its own ones, then the separate ones
 */
record DeclaredRulestack(String name, @Nullable Declared resource, List<DeclaredRule> rules) {

    /** What a profile is set to, or the service's default. */
    String profile(String profile, String otherwise) {
        return Optional.ofNullable(resource)
                .map(declared -> declared.text("/RuleStack/Profiles/" + profile))
                .filter(value -> !value.isEmpty())
                .orElse(otherwise);
    }

    /** The objects of a kind by name, those without a readable one left out; values are pointers. */
    Map<String, String> objects(ObjectKind kind) {
        Map<String, String> objects = new LinkedHashMap<>();
        if (resource != null) {
            JsonNode list = resource.properties().at(kind.pointer());
            for (int index = 0; list.isArray() && index < list.size(); index++) {
                JsonNode name = list.get(index).path("Name");
                if (name.isTextual() && !resource.isOpen(name)) {
                    objects.putIfAbsent(name.textValue(), kind.pointer() + "/" + index);
                }
            }
        }
        return objects;
    }

    /** Whether the template says of every object of a kind what its name is. */
    boolean knowsAll(ObjectKind kind) {
        return resource != null
                && objects(kind).size()
                        == resource.properties().at(kind.pointer()).size();
    }
}
