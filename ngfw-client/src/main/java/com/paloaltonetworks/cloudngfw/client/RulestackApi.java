package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rulestack. Every edit, of its rules and objects too, touches the candidate; a commit, which runs on by itself, makes
 * the candidate the running configuration. Tags are in force at once.
 */
public final class RulestackApi implements Tagged {

    private static final Map<String, String> NOTHING = Map.of();

    private final Api api;
    private final String name;
    private final String path;
    private final Tags tags;

    RulestackApi(Api api, String name) {
        this.api = api.about("RuleStackName", name);
        this.name = name;
        this.path = RulestacksApi.PATH + Api.segment(name);
        this.tags = new Tags(this.api, path, Map.of());
    }

    public String name() {
        return name;
    }

    /** @throws NgfwException of kind NOT_FOUND when it is in neither view */
    public Rulestack read() {
        JsonNode answer = api.get(path, Params.bothViews());
        Views<RulestackEntry> views = Listings.views(answer, "RuleStack", "rulestack " + name, RulestackEntry.class);
        String state = Json.member(answer, "RuleStackState").asText("");
        return new Rulestack(name, state, views.candidate(), views.running(), tagsIn(answer));
    }

    /** Empty when it is in neither view. */
    public Optional<Rulestack> find() {
        try {
            return Optional.of(read());
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    public void create(RulestackEntry entry) {
        api.create(
                RulestacksApi.PATH,
                "rulestack " + name,
                new NewRulestack(name, entry.toBuilder().updateToken(null).build()));
    }

    /** Replaces the whole entry. */
    public void update(RulestackEntry entry) {
        api.put(path, new ChangedRulestack(entry));
    }

    /** Marks a committed rulestack for deletion, which a commit then makes real; one never committed is gone at once. */
    public void delete() {
        api.delete(path);
    }

    /** Starts making the candidate the running configuration. */
    public void commit() {
        api.post(path + "/commit", NOTHING);
    }

    public CommitStatus commitStatus() {
        return api.get(path + "/commit", Params.none(), CommitStatus.class);
    }

    /** Starts a validation; its result is part of the commit status. */
    public void validate() {
        api.post(path + "/validate", NOTHING);
    }

    @Override
    public List<Tag> tags() {
        return tags.list();
    }

    /** Adds tags, or gives those there a new value. */
    @Override
    public void addTags(List<Tag> added) {
        tags.add(added);
    }

    @Override
    public void removeTags(List<String> keys) {
        tags.remove(keys);
    }

    public RuleListApi rules(RuleList list) {
        return new RuleListApi(api, path, list);
    }

    public <T extends RulestackObject> ObjectsApi<T> objects(ObjectKind<T> kind) {
        return new ObjectsApi<>(api, path, kind);
    }

    public FileTypesApi fileTypes() {
        return new FileTypesApi(api, path);
    }

    /** Overrides of the predefined URL categories. */
    public CategoryActionsApi categoryActions() {
        return new CategoryActionsApi(api, path);
    }

    /** They stand beside the views or within them, depending on whom one asks. */
    private static @Nullable List<Tag> tagsIn(JsonNode answer) {
        for (JsonNode place :
                List.of(answer, Json.member(answer, "RuleStackCandidate"), Json.member(answer, "RuleStackRunning"))) {
            if (Json.member(place, "Tags").isArray()) {
                return Api.elements(place, "Tags", Tag.class);
            }
        }
        return null;
    }

    private record NewRulestack(String ruleStackName, RulestackEntry ruleStackEntry) {}

    private record ChangedRulestack(RulestackEntry ruleStackEntry) {}
}
