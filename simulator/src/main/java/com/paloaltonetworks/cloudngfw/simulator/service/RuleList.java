package com.paloaltonetworks.cloudngfw.simulator.service;

import com.paloaltonetworks.cloudngfw.simulator.store.Section;
import java.util.Arrays;

/** The three lists of rules; the service takes any of them for any scope. */
enum RuleList {
    LOCAL("LocalRule", Section.LOCAL_RULES),
    PRE("PreRule", Section.PRE_RULES),
    POST("PostRule", Section.POST_RULES);

    final String path;
    final Section section;

    RuleList(String path, Section section) {
        this.path = path;
        this.section = section;
    }

    static RuleList of(String path) {
        return Arrays.stream(values())
                .filter(list -> list.path.equals(path))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("rule list must be LocalRule, PreRule or PostRule, not " + path));
    }
}
