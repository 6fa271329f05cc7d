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
        String deploy = settings.getDeploy();
        if (DeploySwitch.read(deploy).isEmpty()) {
            add("/RuleStack/Deploy", deploy, "'" + deploy + "' is not an answer", "write YES or NO");
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
            String list = rule.getRuleListType() + " ";
            unique(priorities, list + rule.getPriority(), path + "/Priority", index);
            unique(names, list + rule.getRuleName(), path + "/RuleName", index);
            problems.addAll(RuleProblems.of(path, ContentMapper.toEntry(rule), rule.getPriority()));
        }
    }

    private void unique(Map<String, Integer> seen, String key, String path, int index) {
        Integer first = seen.putIfAbsent(key, index);
        String value = key.substring(key.indexOf(' ') + 1);
        if (first != null && !value.equals("null")) { // a missing one is the schema's to tell
            String message = "the same as /RuleList/" + first + " has in the same list";
            add(path, value, message, "change one of the two");
        }
    }

    private void checkList(String path, Rule rule) {
        String list = rule.getRuleListType();
        if (ContentMapper.listOf(list).isEmpty()) {
            String remedy = "write LocalRule, PreRule or PostRule";
            add(path + "/RuleListType", list, "there is no list '" + list + "'", remedy);
            return;
        }
        boolean local = Scopes.of(model).equals(Scopes.LOCAL);
        if (local && !"LocalRule".equals(list)) {
            String remedy = "write LocalRule, or set RuleStack/Scope: Global";
            add(path + "/RuleListType", list, "a local rulestack has no " + list, remedy);
        }
        if (!local && "LocalRule".equals(list)) {
            add(path + "/RuleListType", list, "a global rulestack has no LocalRule", "write PreRule or PostRule");
        }
    }

    private void add(String path, @Nullable Object value, String message, String remedy) {
        problems.add(Problem.at(path, value, message).mend(remedy));
    }

    static <T> List<T> each(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
