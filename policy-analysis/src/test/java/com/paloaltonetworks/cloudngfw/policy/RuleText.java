package com.paloaltonetworks.cloudngfw.policy;

import com.paloaltonetworks.cloudngfw.policy.Rule.Categories;
import com.paloaltonetworks.cloudngfw.policy.Rule.Match;
import com.paloaltonetworks.cloudngfw.policy.Rule.RuleList;
import com.paloaltonetworks.cloudngfw.policy.Rule.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules as one line of text: name, priority and action, then the words {@code pre}, {@code post}, {@code off}, and for each
 * part that is not left open its entries: {@code src}, {@code dst}, {@code app}, {@code url}, {@code port}, {@code decrypt}.
 * {@code !} before a side's first entry negates the side.
 */
final class RuleText {

    private final Map<String, List<String>> parts = new HashMap<>();

    private RuleText(List<String> words) {
        String part = "any";
        for (String word : words) {
            if (List.of("src", "dst", "app", "url", "port", "decrypt").contains(word)) {
                part = word;
            } else {
                parts.computeIfAbsent(part, unseen -> new ArrayList<>()).add(word);
            }
        }
    }

    static Rule rule(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        RuleText text = new RuleText(words.subList(3, words.size()));
        RuleList list = words.contains("pre") ? RuleList.PRE : words.contains("post") ? RuleList.POST : RuleList.LOCAL;
        Match match =
                new Match(text.side("src"), text.side("dst"), text.words("app"), text.categories(), text.words("port"));
        return new Rule(
                words.get(0),
                list,
                Integer.parseInt(words.get(1)),
                !words.contains("off"),
                match,
                words.get(2),
                String.join("", text.words("decrypt")));
    }

    private Side side(String part) {
        List<String> entries = words(part);
        boolean negated = !entries.isEmpty() && entries.get(0).startsWith("!");
        List<String> plain =
                entries.stream().map(entry -> entry.replace("!", "")).toList();
        return new Side(
                negated,
                plain.stream()
                        .filter(entry -> !entry.matches("[a-z]+:[A-Za-z].*"))
                        .toList(),
                after("prefix:", plain),
                after("fqdn:", plain),
                after("country:", plain),
                after("feed:", plain));
    }

    private Categories categories() {
        List<String> entries = words("url");
        return new Categories(
                entries.stream().filter(entry -> !entry.contains(":")).toList(), after("feed:", entries));
    }

    private static List<String> after(String prefix, List<String> entries) {
        return entries.stream()
                .filter(entry -> entry.startsWith(prefix))
                .map(entry -> entry.substring(prefix.length()))
                .toList();
    }

    private List<String> words(String part) {
        return parts.getOrDefault(part, List.of());
    }
}
