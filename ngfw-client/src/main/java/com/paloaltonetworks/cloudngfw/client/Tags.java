package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tag calls, which rulestacks and firewalls share but for the account that goes with a firewall's. */
final class Tags {

    private final Api api;
    private final String path;
    private final Map<String, Object> owner;

    /** @param owner what every call says about the owner, besides its path */
    Tags(Api api, String ownerPath, Map<String, Object> owner) {
        this.api = api;
        this.path = ownerPath + "/tags";
        this.owner = owner;
    }

    List<Tag> list() {
        Params params = Params.none();
        owner.forEach(params::and);
        List<Tag> tags = new ArrayList<>();
        api.pages(path, params.and("MaxResults", Api.PAGE), page -> tags.addAll(Api.elements(page, "Tags", Tag.class)));
        return tags;
    }

    void add(List<Tag> tags) {
        Api.tagChunks(tags).forEach(chunk -> api.post(path, with("Tags", chunk)));
    }

    void remove(List<String> keys) {
        Api.tagChunks(keys).forEach(chunk -> api.delete(path, with("TagKeys", chunk)));
    }

    private Map<String, Object> with(String member, List<?> values) {
        Map<String, Object> body = new LinkedHashMap<>(owner);
        body.put(member, values);
        return body;
    }
}
