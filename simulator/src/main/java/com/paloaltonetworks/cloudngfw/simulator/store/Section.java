package com.paloaltonetworks.cloudngfw.simulator.store;

/** The named parts of a rulestack's configuration. */
public enum Section {
    LOCAL_RULES,
    PRE_RULES,
    POST_RULES,
    PREFIX_LISTS,
    FQDN_LISTS,
    CUSTOM_URL_CATEGORIES,
    INTELLIGENT_FEEDS,
    CERTIFICATES,
    /** Only the file types that were changed; all others are at their default. */
    FILE_TYPES,
    /** Only the predefined URL categories whose action was changed. */
    URL_CATEGORY_ACTIONS
}
