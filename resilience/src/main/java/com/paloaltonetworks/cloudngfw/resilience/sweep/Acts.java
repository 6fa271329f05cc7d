package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static com.paloaltonetworks.cloudngfw.resilience.sweep.Story.REGION;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.resilience.sweep.ThirdParty.Act;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What people do in the console. */
final class Acts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Acts() {}

    /** A committed rulestack with a rule and a list that no stack knows. */
    static void makeForeignRulestack(Console console, String name) {
        makeForeignRulestack(console, name, "Local");
    }

    /** @param scope {@code Local} or {@code Global} */
    static void makeForeignRulestack(Console console, String name, String scope) {
        console.putRulestack(REGION, name, json("{\"Scope\":\"" + scope + "\",\"Description\":\"theirs\"}"));
        addForeignEntries(console, name, scope.equals("Global") ? "PreRule" : "LocalRule");
    }

    /** Adds a rule and a list to a rulestack, and commits them. */
    static void addForeignEntries(Console console, String rulestack, String ruleList) {
        console.putObject(
                REGION,
                rulestack,
                "prefixlists",
                "foreign-list",
                json("{\"PrefixList\":[\"172.16.0.0/12\"],\"Description\":\"theirs\"}"));
        console.putRule(
                REGION,
                rulestack,
                ruleList,
                900,
                json(
                        "{\"RuleName\":\"foreign-rule\",\"Source\":{\"PrefixLists\":[\"foreign-list\"]},"
                                + "\"Destination\":{\"Cidrs\":[\"any\"]},\"Action\":\"DenySilent\",\"Description\":\"theirs\"}"));
        console.commit(REGION, rulestack);
    }

    /** Adds to a foreign rulestack what rules may name, one of each kind, and commits. */
    static void addObjectsOfEveryKind(Console console, String rulestack) {
        Map.of(
                        "certificates", "{\"Name\":\"root\",\"CertificateSelfSigned\":true}",
                        "prefixlists", "{\"Name\":\"list\",\"PrefixList\":[\"10.1.0.0/16\"]}",
                        "fqdnlists", "{\"Name\":\"names\",\"FqdnList\":[\"a.example.com\"]}",
                        "urlcustomcategories",
                                "{\"Name\":\"games\",\"URLTargets\":[\"games.example.com/\"],\"Action\":\"block\"}",
                        "feeds",
                                "{\"Name\":\"feed\",\"FeedURL\":\"https://feeds.example.com/bad\","
                                        + "\"Type\":\"IP_LIST\",\"Frequency\":\"HOURLY\"}")
                .forEach((kind, entry) ->
                        console.call(REGION, "POST", "/v1/config/rulestacks/" + rulestack + "/" + kind, json(entry)));
        console.commit(REGION, rulestack);
    }

    /** Somebody who edits a rulestack, commits, reverts and deletes it. */
    static ThirdParty somebodyIn(String rulestack, Consumer<Simulator> ownEdit) {
        return ThirdParty.nobody()
                .with(Act.FOREIGN_EDIT, editOfForeignList(rulestack))
                .with(Act.OWN_EDIT, ownEdit)
                .with(Act.COMMIT, commitOf(rulestack))
                .with(Act.REVERT, service -> service.console().revert(REGION, rulestack))
                .with(Act.REMOVAL, removalOf(rulestack));
    }

    /** Edits the list of {@link #addForeignEntries}, or adds it to a rulestack that lacks it. */
    private static Consumer<Simulator> editOfForeignList(String rulestack) {
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
        return call(
                "PUT",
                "rulestacks/" + rulestack + "/prefixlists/" + name,
                "{\"PrefixList\":[\"10.99.0.0/16\"],\"Description\":\"" + ThirdParty.EDITED + "\"}");
    }

    /** Edits one of the predefined file types, which are always there. */
    static Consumer<Simulator> editOfFileType(String rulestack, String type) {
        return call(
                "PUT",
                "rulestacks/" + rulestack + "/fileblockingprofiles/custom/filetypes/" + type,
                "{\"Action\":\"alert\",\"Direction\":\"upload\",\"Description\":\"" + ThirdParty.EDITED + "\"}");
    }

    /** Edits a rule wherever it stands; one that stands nowhere makes it throw. */
    static Consumer<Simulator> editOfRule(String rulestack, String list, String name) {
        return service -> {
            ObjectNode slot = (ObjectNode) StreamSupport.stream(
                            service.tenant().path("Rulestacks").spliterator(), false)
                    .filter(each -> each.path("RuleStackName").asText().equals(rulestack))
                    .flatMap(each -> StreamSupport.stream(
                            each.at("/Candidate/Rules/" + list).spliterator(), false))
                    .filter(each -> each.at("/RuleEntry/RuleName").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("rule " + name + " does not exist"));
            ObjectNode entry = slot.withObject("/RuleEntry");
            entry.remove("UpdateToken");
            entry.put("Description", ThirdParty.EDITED);
            service.console()
                    .putRule(REGION, rulestack, list, slot.path("Priority").asInt(), entry);
        };
    }

    static Consumer<Simulator> editOfFirewall(String firewall) {
        return call(
                "PUT",
                "ngfirewalls/" + firewall + "/description",
                "{\"Description\":\"" + ThirdParty.EDITED + "\",\"AccountId\":\"123456789012\"}");
    }

    /** Not over at once: what is edited until it ends is not in force with it. */
    static Consumer<Simulator> commitOf(String rulestack) {
        return call("POST", "rulestacks/" + rulestack + "/commit", "{}");
    }

    private static Consumer<Simulator> call(String method, String path, String body) {
        return service -> service.console().call(REGION, method, "/v1/config/" + path, json(body));
    }

    static Consumer<Simulator> removalOf(String rulestack) {
        return service -> service.console().deleteRulestack(REGION, rulestack);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}
