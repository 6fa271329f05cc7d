package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists in both views have in common. */
final class Listings {

    private Listings() {}

    static Params params() {
        return Params.bothViews().and("Uncommitted", true).and("MaxResults", Api.PAGE);
    }

    /** All pages of a list of named objects. */
    static Listing named(Api api, String path, String viewKey, String changeKey) {
        List<String> candidate = new ArrayList<>();
        List<String> running = new ArrayList<>();
        List<Change> uncommitted = new ArrayList<>();
        api.pages(path, params(), page -> {
            candidate.addAll(Api.elements(page, viewKey + "Candidate", String.class));
            running.addAll(Api.elements(page, viewKey + "Running", String.class));
            uncommitted.addAll(Api.elements(page, changeKey + "Uncommitted", Change.class));
        });
        return new Listing(candidate, running, uncommitted);
    }

    /** Both views of one read, or NOT_FOUND when neither is there. An empty object stands for none. */
    static <T> Views<T> views(JsonNode answer, String viewKey, String what, Class<T> type) {
        requireWords(answer, what);
        return present(
                new Views<>(view(answer, viewKey + "Candidate", type), view(answer, viewKey + "Running", type)), what);
    }

    static <T> Views<T> present(Views<T> views, String what) {
        if (views.candidate() == null && views.running() == null) {
            throw new NgfwException(Kind.NOT_FOUND, what + " does not exist");
        }
        return views;
    }

    /** Silence is not absence: only an answer that says something can say that there is nothing. */
    static void requireWords(JsonNode answer, String what) {
        if (answer.isEmpty()) {
            throw new NgfwException(Kind.SERVICE, "the service's answer about " + what + " says nothing");
        }
    }

    static <T> @Nullable T view(JsonNode answer, String member, Class<T> type) {
        JsonNode view = object(answer, member);
        return view.isEmpty() ? null : Json.convert(view, type);
    }

    /** A member that is an object, absent or null. */
    static JsonNode object(JsonNode answer, String member) {
        JsonNode found = Json.member(answer, member);
        if (!found.isObject() && !found.isMissingNode() && !found.isNull()) {
            throw new NgfwException(Kind.SERVICE, "the service's answer has no object as " + member);
        }
        return found;
    }
}
