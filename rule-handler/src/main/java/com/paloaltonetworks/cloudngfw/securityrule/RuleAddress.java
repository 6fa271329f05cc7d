package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.RuleListApi;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.Views;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import com.paloaltonetworks.cloudngfw.core.deploy.Words;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule's identity. The service's key is the priority, which may change; ours is the name, so a rule is found by listing.
 */
record RuleAddress(RulestackApi rulestack, RuleList list, String name) {

    static RuleAddress of(Operation<ResourceModel> op) {
        RuleList list = listOf(op.desired().getRuleListType());
        RulestackApi rulestack = op.ngfw().rulestack(op.desired().getRuleStackName(), adminOf(list));
        return new RuleAddress(rulestack, list, op.desired().getRuleName());
    }

    static RuleList listOf(@Nullable String wireName) {
        return Arrays.stream(RuleList.values())
                .filter(list -> list.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new NgfwException(
                        Kind.INVALID, "RuleListType must be LocalRule, PreRule or PostRule, not " + wireName));
    }

    /** Local rulestacks hold local rules, global ones the rules before and after them. */
    static AdminKind adminOf(RuleList list) {
        return list == RuleList.LOCAL_RULE ? AdminKind.RULESTACK : AdminKind.GLOBAL_RULESTACK;
    }

    RuleListApi rules() {
        return rulestack.rules(list);
    }

    /** Whether there is a rulestack to write rules to; one that the next commit deletes is none. */
    boolean hasRulestack() {
        return rulestack.find().map(Rulestack::ruleStackCandidate).isPresent();
    }

    /** Where the rule stands now. */
    Whereabouts find() {
        return new Whereabouts(rules().list(), this::isOurs);
    }

    /** What stands at a priority; both views are empty when nothing does. */
    Views<RuleEntry> at(int priority) {
        try {
            return rules().read(priority);
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return new Views<>(null, null);
            }
            throw failure;
        }
    }

    /** Whether an entry of the list is the rule, or a copy of it on the move. */
    boolean isOurs(String found) {
        return TemporaryName.isOf(name, found);
    }

    /** Whether a message of the service speaks of the rule, or of a copy of it on the move. */
    boolean isNamedIn(String message) {
        return Stream.concat(
                        Stream.of(name), Arrays.stream(TemporaryName.values()).map(kind -> kind.of(name)))
                .anyMatch(each -> Words.nameRule(message, each));
    }

    NgfwException absent() {
        return new NgfwException(Kind.NOT_FOUND, "Rule " + this + " does not exist");
    }

    @Override
    public String toString() {
        return name + " (" + list.wireName() + " of rulestack " + rulestack.name() + ")";
    }
}
