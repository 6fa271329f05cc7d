package com.paloaltonetworks.cloudngfw.simulator.service;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a body; all of it is reported at once. */
final class Findings {
    final boolean strict;
    private final List<String> all = new ArrayList<>();

    Findings(boolean strict) {
        this.strict = strict;
    }

    void add(String path, String problem) {
        all.add(path + " " + problem);
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw ApiError.invalid(String.join("; ", all));
        }
    }
}
