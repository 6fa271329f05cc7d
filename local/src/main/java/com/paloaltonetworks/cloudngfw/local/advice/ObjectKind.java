package com.paloaltonetworks.cloudngfw.local.advice;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The kinds of objects that a rulestack defines for its rules. */
enum ObjectKind {
    PREFIX_LIST("PrefixLists", "prefix list", "/Source/PrefixLists", "/Destination/PrefixLists"),
    FQDN_LIST("FqdnLists", "FQDN list", "/Destination/FqdnLists"),
    URL_CATEGORY("CustomUrlCategories", "custom URL category", "/Category/URLCategoryNames"),
    FEED("IntelligentFeeds", "feed", "/Source/Feeds", "/Destination/Feeds", "/Category/Feeds"),
    CERTIFICATE("CertificateObjects", "certificate", "/InboundInspectionCertificate");

    private final String member;
    private final String word;
    private final ImmutableList<String> usedAt;

    ObjectKind(String member, String word, String... usedAt) {
        this.member = member;
        this.word = word;
        this.usedAt = ImmutableList.copyOf(usedAt);
    }

    /** Where a rulestack defines them. */
    String pointer() {
        return "/SecurityObjects/" + member;
    }

    String word() {
        return word;
    }

    /** Where a rule names them, as pointers into the rule. */
    List<String> usedAt() {
        return usedAt;
    }

    /** Whether names that no rulestack defines may be the vendor's. */
    boolean mayBeProvided(String name) {
        return this == URL_CATEGORY || (this == FEED && name.startsWith("PaloAltoNetworks-"));
    }
}
