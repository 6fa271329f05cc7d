package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;
import org.jspecify.annotations.Nullable;

/** The objects of one kind in one rulestack. */
public final class ObjectsApi<T extends RulestackObject> {

    private final Api api;
    private final String path;
    private final ObjectKind<T> kind;

    ObjectsApi(Api api, String rulestackPath, ObjectKind<T> kind) {
        this.api = api;
        this.path = rulestackPath + "/" + kind.path();
        this.kind = kind;
    }

    /** All names, in both views, with what a commit would change. */
    public Listing list() {
        return Listings.named(api, path, kind.listKey(), kind.listKey());
    }

    /** @throws NgfwException of kind NOT_FOUND when it is in neither view */
    public Views<T> read(String name) {
        JsonNode answer = api.get(path + Api.segment(name), Params.bothViews());
        Listings.requireWords(answer, kind.displayName() + " " + name);
        Api.requireAbout(answer, "Name", name);
        return Listings.present(
                new Views<>(view(answer, "Candidate", name), view(answer, "Running", name)),
                kind.displayName() + " " + name);
    }

    /** An update token in the object is not sent: it has no meaning here, and the documents do not allow it. */
    public void create(T object) {
        ObjectNode body = Json.tree(object);
        body.remove("UpdateToken");
        api.create(path, kind.displayName() + " " + object.name(), body);
    }

    /** Replaces the whole object of that name. */
    public void update(T object) {
        ObjectNode body = Json.tree(object);
        body.remove("Name");
        api.put(path + Api.segment(object.name()), body);
    }

    public void delete(String name) {
        api.delete(path + Api.segment(name));
    }

    /** The name may stand beside the view only; a custom URL category may be nested once more. */
    private @Nullable T view(JsonNode answer, String view, String name) {
        JsonNode found = Listings.object(answer, kind.viewKey() + view);
        JsonNode nested = Listings.object(found, "URLCategoryEntry");
        JsonNode entry = nested.isObject() ? nested : found;
        Api.requireAbout(entry, "Name", name);
        return entry instanceof ObjectNode object && !object.isEmpty()
                ? Json.convert(object.put("Name", name), kind.type())
                : null;
    }
}
