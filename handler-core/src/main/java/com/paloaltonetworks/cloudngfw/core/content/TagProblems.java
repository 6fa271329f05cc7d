package com.paloaltonetworks.cloudngfw.core.content;

import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is wrong with the tags of a firewall or rulestack. */
public final class TagProblems {

    private static final int MOST = 50;

    private TagProblems() {}

    /** @param path JSON pointer of the list within the model */
    public static List<Problem> of(String path, List<String> keys) {
        List<Problem> problems = new ArrayList<>();
        if (keys.size() > MOST) {
            problems.add(Problem.at(
                    path, keys.size(), "the service takes at most " + MOST + " tags, here are " + keys.size()));
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < keys.size(); index++) {
            String key = keys.get(index);
            String place = path + "/" + index + "/Key";
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                problems.add(Problem.at(place, key, "the key '" + key + "' is given twice"));
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                problems.add(Problem.at(place, key, "keys that begin with aws: are reserved"));
            }
        }
        return problems;
    }
}
