package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.model.FileType;

/** The custom file blocking profile of one rulestack: one entry per file type, each there from the start. */
public final class FileTypesApi {

    private final Api api;
    private final String path;

    FileTypesApi(Api api, String rulestackPath) {
        this.api = api;
        this.path = rulestackPath + "/fileblockingprofiles/custom/filetypes";
    }

    /** All file types, in both views, with what a commit would change. */
    public Listing list() {
        return Listings.named(api, path, "FileBlocking", "FileBlocking");
    }

    /** @throws NgfwException of kind NOT_FOUND when the service knows no such file type */
    public Views<FileType> read(String type) {
        JsonNode answer = api.get(path + Api.segment(type), Params.bothViews());
        Api.requireAbout(answer, "FileType", type);
        Views<FileType> views = Listings.views(answer, "FileBlocking", "file type " + type, FileType.class);
        return views.map(entry -> entry.toBuilder().fileType(type).build());
    }

    /** Replaces the whole entry. */
    public void update(String type, FileType entry) {
        ObjectNode body = Json.tree(entry);
        body.remove("FileType");
        api.put(path + Api.segment(type), body);
    }
}
