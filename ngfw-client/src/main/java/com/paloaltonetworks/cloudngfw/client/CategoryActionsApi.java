package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.model.CategoryAction;

/** The custom URL filtering profile of one rulestack: actions that override those of the predefined categories. */
public final class CategoryActionsApi {

    private final Api api;
    private final String path;

    CategoryActionsApi(Api api, String rulestackPath) {
        this.api = api;
        this.path = rulestackPath + "/urlfilteringprofiles/custom/urlcategories";
    }

    /** All overrides, in both views, with what a commit would change. */
    public Listing list() {
        return Listings.named(api, path, "", "Categories");
    }

    /** @throws NgfwException of kind NOT_FOUND when neither view has it */
    public Views<CategoryAction> read(String category) {
        JsonNode answer = api.get(path + Api.segment(category), Params.bothViews());
        Api.requireAbout(answer, "Name", category);
        Views<CategoryAction> views =
                Listings.views(answer, "URLCategory", "URL category " + category, CategoryAction.class);
        return views.map(entry -> entry.toBuilder().name(category).build());
    }

    /** Replaces the override; the action {@code none} takes it away. */
    public void update(String category, CategoryAction entry) {
        ObjectNode body = Json.tree(entry);
        body.remove("Name");
        api.put(path + Api.segment(category) + "/action", body);
    }
}
