package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Story.REGION;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What people do in the console. */
final class Acts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Acts() {}

    /** A committed rulestack with a rule and a list that no stack knows. */
    static void makeForeignRulestack(Console console, String name) {
        console.putRulestack(REGION, name, json("{\"Scope\":\"Local\",\"Description\":\"theirs\"}"));
        addForeignEntries(console, name);
        console.commit(REGION, name);
    }

    static void addForeignEntries(Console console, String rulestack) {
        console.putObject(
                REGION,
                rulestack,
                "prefixlists",
                "foreign-list",
                json("{\"PrefixList\":[\"172.16.0.0/12\"],\"Description\":\"theirs\"}"));
        console.putRule(
                REGION,
                rulestack,
                "LocalRule",
                900,
                json(
                        "{\"RuleName\":\"foreign-rule\",\"Source\":{\"PrefixLists\":[\"foreign-list\"]},"
                                + "\"Destination\":{\"Cidrs\":[\"any\"]},\"Action\":\"DenySilent\",\"Description\":\"theirs\"}"));
    }

    /** Edits the list of {@link #addForeignEntries}, or adds it to a rulestack that lacks it. */
    static Consumer<Simulator> editOfForeignList(String rulestack) {
        return service -> service.console()
                .putObject(
                        REGION,
                        rulestack,
                        "prefixlists",
                        "foreign-list",
                        json("{\"PrefixList\":[\"172.16.0.0/12\"],\"Description\":\"" + ThirdParty.EDITED + "\"}"));
    }

    /** Edits an object that is there; one that is not makes it throw. */
    static Consumer<Simulator> editOfPrefixList(String rulestack, String name) {
        return service -> service.console()
                .call(
                        REGION,
                        "PUT",
                        "/v1/config/rulestacks/" + rulestack + "/prefixlists/" + name,
                        json("{\"PrefixList\":[\"10.99.0.0/16\"],\"Description\":\"" + ThirdParty.EDITED + "\"}"));
    }

    /** Edits a rule wherever it stands; one that stands nowhere makes it throw. */
    static Consumer<Simulator> editOfRule(String rulestack, String name) {
        return service -> {
            ObjectNode slot = (ObjectNode) StreamSupport.stream(
                            service.tenant().path("Rulestacks").spliterator(), false)
                    .filter(each -> each.path("RuleStackName").asText().equals(rulestack))
                    .flatMap(each -> StreamSupport.stream(
                            each.at("/Candidate/Rules/LocalRule").spliterator(), false))
                    .filter(each -> each.at("/RuleEntry/RuleName").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("rule " + name + " does not exist"));
            ObjectNode entry = slot.withObject("/RuleEntry");
            entry.remove("UpdateToken");
            entry.put("Description", ThirdParty.EDITED);
            service.console()
                    .putRule(
                            REGION,
                            rulestack,
                            "LocalRule",
                            slot.path("Priority").asInt(),
                            entry);
        };
    }

    static Consumer<Simulator> editOfFirewall(String firewall) {
        return service -> service.console()
                .call(
                        REGION,
                        "PUT",
                        "/v1/config/ngfirewalls/" + firewall + "/description",
                        json("{\"Description\":\"" + ThirdParty.EDITED + "\",\"AccountId\":\"123456789012\"}"));
    }

    static Consumer<Simulator> commitOf(String rulestack) {
        return service -> service.console().commit(REGION, rulestack);
    }

    static Consumer<Simulator> revertOf(String rulestack) {
        return service -> service.console().revert(REGION, rulestack);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}
