package com.paloaltonetworks.cloudngfw.local.advice;

import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Objects that a separate rule names and its rulestack in the same template does not define. It may have them from elsewhere,
 * so this is a warning; a rule of the rulestack's own list is checked by the type.
 */
final class ReferenceAdvice {

    private ReferenceAdvice() {}

    static List<Problem> of(DeclaredRulestack rulestack) {
        List<Problem> problems = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            if (rulestack.knowsAll(kind)) {
                Set<String> known = rulestack.objects(kind).keySet();
                rulestack.rules().stream()
                        .filter(DeclaredRule::isSeparate)
                        .forEach(rule -> rule.names(kind).forEach((pointer, name) -> {
                            boolean clear = !name.isEmpty()
                                    && !rule.resource()
                                            .isOpen(rule.resource().properties().at(pointer));
                            if (clear && !known.contains(name) && !kind.mayBeProvided(name)) {
                                problems.add(rule.resource()
                                        .warning(
                                                pointer,
                                                name,
                                                "rulestack '%s' of this template defines no %s '%s'"
                                                        .formatted(rulestack.name(), kind.word(), name),
                                                remedy(name, known, kind)));
                            }
                        }));
            }
        }
        return problems;
    }

    private static String remedy(String name, Set<String> known, ObjectKind kind) {
        return Nearest.of(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("define it under " + kind.pointer() + ", unless the rulestack has it from elsewhere");
    }
}
