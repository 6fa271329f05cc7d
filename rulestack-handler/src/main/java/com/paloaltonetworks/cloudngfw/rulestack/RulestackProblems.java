package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.content.RuleProblems;
import com.paloaltonetworks.cloudngfw.core.content.TagProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything wrong with a wanted rulestack that its schema cannot say. */
final class RulestackProblems {

    private final ResourceModel model;
    private final List<Problem> problems = new ArrayList<>();

    RulestackProblems(ResourceModel model) {
        this.model = model;
    }

    List<Problem> all() {
        checkSettings();
        checkRules();
        problems.addAll(new ObjectProblems(model).all());
        problems.addAll(new ReferenceProblems(model).all());
        problems.addAll(TagProblems.of(
                "/Tags", each(model.getTags()).stream().map(Tag::getKey).toList()));
        return problems;
    }

    private void checkSettings() {
        RuleStack settings = model.getRuleStack();
        if (settings == null) {
            return;
        }
        if (DeploySwitch.read(settings.getDeploy()).isEmpty()) {
            add("/RuleStack/Deploy", settings.getDeploy(), "must be YES or NO");
        }
        String account = settings.getAccountId();
        if (account != null && !account.matches("\\d{12}")) {
            problems.add(Problem.at("/RuleStack/AccountId", account, "an account id has twelve digits")
                    .mend("quote it, or YAML drops its leading zeros"));
        }
    }

    private void checkRules() {
        Map<String, Integer> priorities = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        List<Rule> rules = each(model.getRuleList());
        for (int index = 0; index < rules.size(); index++) {
            Rule rule = rules.get(index);
            String path = "/RuleList/" + index;
            checkList(path, rule);
            unique(priorities, rule.getRuleListType() + " " + rule.getPriority(), path + "/Priority", index);
            unique(names, rule.getRuleListType() + " " + rule.getRuleName(), path + "/RuleName", index);
            problems.addAll(RuleProblems.of(path, ContentMapper.toEntry(rule), rule.getPriority()));
        }
    }

    private void unique(Map<String, Integer> seen, String key, String path, int index) {
        Integer first = seen.putIfAbsent(key, index);
        if (first != null) {
            add(path, key.substring(key.indexOf(' ') + 1), "the same as /RuleList/" + first + " has in the same list");
        }
    }

    private void checkList(String path, Rule rule) {
        String list = rule.getRuleListType();
        if (ContentMapper.listOf(list).isEmpty()) {
            add(path + "/RuleListType", list, "must be LocalRule, PreRule or PostRule");
            return;
        }
        boolean local = Scopes.of(model).equals(Scopes.LOCAL);
        if (local != "LocalRule".equals(list)) {
            add(
                    path + "/RuleListType",
                    list,
                    local
                            ? "a local rulestack takes LocalRule only"
                            : "a global rulestack takes PreRule and PostRule only");
        }
    }

    private void add(String path, @Nullable Object value, String message) {
        problems.add(Problem.at(path, value, message));
    }

    static <T> List<T> each(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
