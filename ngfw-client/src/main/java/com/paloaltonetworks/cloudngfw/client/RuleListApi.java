package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import java.util.ArrayList;
import java.util.List;

/** The rules of one list of one rulestack. The priority is the key: a rule moves by being deleted and created. */
public final class RuleListApi {

    private final Api api;
    private final String path;
    private final String what;

    RuleListApi(Api api, String rulestackPath, RuleList list) {
        this.api = api;
        this.path = rulestackPath + "/rulelists/" + list.wireName();
        this.what = list.wireName();
    }

    /** All places, in both views, with what a commit would change. */
    public RuleListing list() {
        List<RuleSlot> candidate = new ArrayList<>();
        List<RuleSlot> running = new ArrayList<>();
        List<RuleChange> uncommitted = new ArrayList<>();
        api.pages(path, Listings.params(), page -> {
            candidate.addAll(Api.elements(page, "RuleEntryCandidate", RuleSlot.class));
            running.addAll(Api.elements(page, "RuleEntryRunning", RuleSlot.class));
            uncommitted.addAll(Api.elements(page, "RuleEntryUncommitted", RuleChange.class));
        });
        return new RuleListing(candidate, running, uncommitted);
    }

    /** @throws NgfwException of kind NOT_FOUND when neither view has a rule there */
    public Views<RuleEntry> read(int priority) {
        JsonNode answer = api.get(at(priority), Params.bothViews().withQueryAsSpelt());
        Api.requireAbout(answer, "Priority", Integer.toString(priority));
        return Listings.views(answer, "RuleEntry", what + " " + priority, RuleEntry.class);
    }

    public void create(int priority, RuleEntry entry) {
        api.create(
                path,
                "rule " + entry.ruleName(),
                new NewRule(priority, entry.toBuilder().updateToken(null).build()));
    }

    /** Replaces the whole rule at that priority. */
    public void update(int priority, RuleEntry entry) {
        api.put(at(priority), new ChangedRule(entry));
    }

    public void delete(int priority) {
        api.delete(at(priority));
    }

    private String at(int priority) {
        return path + "/priorities/" + priority;
    }

    private record NewRule(int priority, RuleEntry ruleEntry) {}

    private record ChangedRule(RuleEntry ruleEntry) {}
}
