package com.paloaltonetworks.cloudngfw.core.content;

import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the tags of a firewall, rulestack or rule. */
public final class TagProblems {

    private static final int MOST_OF_A_RESOURCE = 50;

    private TagProblems() {}

    /**
     * @param path JSON pointer of the list within the model
     * @param keys null where one is missing
     */
    public static List<Problem> of(String path, List<@Nullable String> keys) {
        return of(path, keys, MOST_OF_A_RESOURCE);
    }

    /** @param most how many tags there may be */
    public static List<Problem> of(String path, List<@Nullable String> keys, int most) {
        List<Problem> problems = new ArrayList<>();
        if (keys.size() > most) {
            String message = "the service takes at most " + most + " tags, here are " + keys.size();
            problems.add(
                    Problem.at(path, keys.size(), message).mend("remove " + (keys.size() - most)));
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < keys.size(); index++) {
            String key = keys.get(index);
            if (key == null) {
                continue; // the schema says that there must be one
            }
            String place = path + "/" + index + "/Key";
            if (!seen.add(key)) {
                problems.add(Problem.at(place, key, "the key '" + key + "' is given twice")
                        .mend("keep one of them"));
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                problems.add(Problem.at(place, key, "keys that begin with aws: are reserved")
                        .mend("choose another beginning"));
            }
        }
        return problems;
    }
}
