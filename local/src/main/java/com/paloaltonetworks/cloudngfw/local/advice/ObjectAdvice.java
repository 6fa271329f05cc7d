package com.paloaltonetworks.cloudngfw.local.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Objects that nothing in the template uses. Rulestacks whose rules all stand elsewhere are left alone. */
final class ObjectAdvice {

    private final DeclaredRulestack rulestack;
    private final Declared resource;

    private ObjectAdvice(DeclaredRulestack rulestack, Declared resource) {
        this.rulestack = rulestack;
        this.resource = resource;
    }

    static List<Problem> of(DeclaredRulestack rulestack, Landscape landscape) {
        Declared resource = rulestack.resource();
        List<Problem> problems = new ArrayList<>();
        if (resource != null && !rulestack.rules().isEmpty() && !landscape.looseRules()) {
            ObjectAdvice advice = new ObjectAdvice(rulestack, resource);
            for (ObjectKind kind : ObjectKind.values()) {
                problems.addAll(advice.unused(kind));
            }
        }
        return problems;
    }

    private List<Problem> unused(ObjectKind kind) {
        Set<String> used = used(kind);
        List<Problem> problems = new ArrayList<>();
        boolean clear = used.stream().noneMatch(name -> resource.facts().open().test(name) || isMisspelt(name, kind));
        if (clear) {
            rulestack.objects(kind).forEach((name, pointer) -> {
                if (!used.contains(name) && !resource.isWrong(pointer)) {
                    problems.add(resource.warning(
                            pointer,
                            name,
                            "nothing in this template uses %s '%s'".formatted(kind.word(), name),
                            "remove it, unless rules elsewhere use it"));
                }
            });
        }
        return problems;
    }

    /** A name that leads nowhere may be meant for any of the objects, and is a problem of its own. */
    private boolean isMisspelt(String name, ObjectKind kind) {
        return !kind.mayBeProvided(name) && !rulestack.objects(kind).containsKey(name);
    }

    private Set<String> used(ObjectKind kind) {
        Set<String> used = new HashSet<>();
        rulestack.rules().forEach(rule -> used.addAll(rule.names(kind).values()));
        if (kind == ObjectKind.CERTIFICATE) {
            used.add(resource.text("/RuleStack/Profiles/OutboundTrustCertificate"));
            used.add(resource.text("/RuleStack/Profiles/OutboundUntrustCertificate"));
            resource.properties()
                    .at(ObjectKind.FEED.pointer())
                    .forEach(feed -> used.add(feed.path("Certificate").asText("")));
        }
        if (kind == ObjectKind.URL_CATEGORY) {
            used.addAll(filtered());
        }
        used.remove("");
        return used;
    }

    /** The categories that URL filtering uses, whether rules name them or not. */
    private Set<String> filtered() {
        Set<String> filtered = new HashSet<>();
        String profile = rulestack.profile("URLFilteringProfile", "None");
        if (profile.equals("Custom") || resource.facts().open().test(profile)) {
            for (JsonNode category : resource.properties().at(ObjectKind.URL_CATEGORY.pointer())) {
                if (!category.path("Action").asText("none").equals("none")) {
                    filtered.add(category.path("Name").asText());
                }
            }
        }
        return filtered;
    }
}
