package com.paloaltonetworks.cloudngfw.policy;

import java.util.List;

/**
 * A security rule.
 *
 * @param id by which the caller knows the rule; not looked at
 * @param priority lower numbers are asked first within a list
 * @param action what happens to traffic that matches
 * @param decryption the type of a decryption rule; empty for any other rule
 */
public record Rule(
        String id, RuleList list, int priority, boolean enabled, Match match, String action, String decryption) {

    /** The lists of rules in the order in which a firewall asks them. */
    public enum RuleList {
        PRE,
        LOCAL,
        POST
    }

    /**
     * What traffic must be like: every part matches.
     *
     * @param applications names; none, or the word any, for all
     * @param services {@code application-default}, {@code any}, or ports such as {@code TCP:80-90}; none for
     *     {@code application-default}, which is the service's default
     */
    public record Match(
            Side source, Side destination, List<String> applications, Categories categories, List<String> services) {}

    /**
     * One end of the traffic: it matches if any of the lists does. No entry at all, or the word any among the CIDRs, is
     * everything.
     *
     * @param negated whether all else matches instead
     */
    public record Side(
            boolean negated,
            List<String> cidrs,
            List<String> prefixLists,
            List<String> fqdnLists,
            List<String> countries,
            List<String> feeds) {

        /** Everything. */
        public static final Side ANY = new Side(false, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** URL categories, and feeds of URLs: one of them matches. No entry at all, or the category any, is everything. */
    public record Categories(List<String> names, List<String> feeds) {

        /** Everything. */
        public static final Categories ANY = new Categories(List.of(), List.of());
    }
}
