package com.paloaltonetworks.cloudngfw.policy;

import java.util.List;
import java.util.Set;

/**
 * A rule that decides nothing, or may decide nothing.
 *
 * @param causes a smallest set of earlier rules that together take all its traffic, in order; empty where there
 *     are none, and where the doubt does not come from one rule alone
 * @param reason in words: of a rule without traffic, or why nothing certain can be said; empty otherwise
 * @param unknowns what would have to be known; empty when the finding is certain
 */
public record Finding(Kind kind, Rule rule, List<Rule> causes, String reason, Set<Unknown> unknowns) {

    /** What is the matter with the rule. */
    public enum Kind {
        /** It is switched off. */
        DISABLED,
        /** It asks for traffic that does not exist. */
        NEVER_MATCHES,
        /** Earlier rules, not all with its action, take all its traffic. */
        SHADOWED,
        /** Earlier rules with its action take all its traffic. */
        REDUNDANT
    }

    /** What nobody can know by looking at the rules. */
    public enum Unknown {
        COUNTRY,
        DEFAULT_PORTS,
        CATEGORY,
        FQDN,
        PREFIX_LIST,
        FEED,
        TEXT,
        /** The question is too large to be answered in reasonable time. */
        SIZE
    }

    /** Whether it is so, or merely cannot be excluded. */
    public enum Certainty {
        CERTAIN,
        CANNOT_TELL
    }

    public Certainty certainty() {
        return unknowns.isEmpty() ? Certainty.CERTAIN : Certainty.CANNOT_TELL;
    }
}
