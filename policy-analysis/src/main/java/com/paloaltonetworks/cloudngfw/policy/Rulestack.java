package com.paloaltonetworks.cloudngfw.policy;

import java.util.List;
import java.util.Map;

/**
 * Rules, and the objects whose names they use.
 *
 * @param name tells apart the objects of two rulestacks that have the same name
 * @param prefixLists addresses and CIDR blocks by the list's name; a list that is missing here is one of unknown content
 * @param fqdnLists host names by the list's name; as above
 */
public record Rulestack(
        String name, Map<String, List<String>> prefixLists, Map<String, List<String>> fqdnLists, List<Rule> rules) {}
