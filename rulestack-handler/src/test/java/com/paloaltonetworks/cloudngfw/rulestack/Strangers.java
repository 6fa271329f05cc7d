package com.paloaltonetworks.cloudngfw.rulestack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What others put into a rulestack by the vendor's console.
 *
 * @param places odd priorities, where no rule of a random rulestack wants to be
 * @param committed whether they bring it into force themselves
 */
record Strangers(List<Integer> places, boolean prefixList, boolean fileType, boolean committed) {

    static Arbitrary<Strangers> any() {
        Arbitrary<List<Integer>> places = Arbitraries.integers()
                .between(0, 8)
                .map(number -> 2 * number + 1)
                .list()
                .uniqueElements()
                .ofMaxSize(4);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(places, flags, flags, flags).as(Strangers::new);
    }

    void work(Console console, String scope) {
        places.forEach(
                place -> console.putRule(Driver.REGION, "edge", list(scope, place), place, rule("their-" + place)));
        if (prefixList) {
            console.putObject(
                    Driver.REGION, "edge", "prefixlists", "theirs", Driver.json("{\"PrefixList\":[\"10.9.0.0/16\"]}"));
        }
        if (fileType) {
            ObjectNode blocking = Driver.json("{\"Action\":\"block\",\"Direction\":\"both\"}");
            console.call(
                    Driver.REGION,
                    "PUT",
                    "/v1/config/rulestacks/edge/fileblockingprofiles/custom/filetypes/avi",
                    blocking);
        }
        console.tagRulestack(Driver.REGION, "edge", Map.of("theirs", "1"));
        if (committed) {
            console.commit(Driver.REGION, "edge");
        }
    }

    /** Their entries, as {@link HeldContent} calls them. */
    Set<String> entries(String scope) {
        Set<String> entries = new HashSet<>();
        places.forEach(place -> entries.add(list(scope, place) + " " + place));
        if (prefixList) {
            entries.add("PrefixLists theirs");
        }
        if (fileType) {
            entries.add("FileTypes avi");
        }
        return entries;
    }

    /** A model as it can be read besides them: of several file types none is the single one. */
    ObjectNode besides(ObjectNode model) {
        ObjectNode shown = model.deepCopy();
        if (fileType && shown.path("CustomSecurityProfiles") instanceof ObjectNode profiles) {
            profiles.remove("FileBlocking");
        }
        return shown;
    }

    private static String list(String scope, int place) {
        return scope.equals("Local") ? "LocalRule" : place % 4 == 1 ? "PreRule" : "PostRule";
    }

    private static ObjectNode rule(String name) {
        return Driver.json("{\"Action\":\"DenySilent\",\"Logging\":true}").put("RuleName", name);
    }
}
