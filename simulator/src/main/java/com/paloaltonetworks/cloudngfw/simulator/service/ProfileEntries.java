package com.paloaltonetworks.cloudngfw.simulator.service;

import static com.paloaltonetworks.cloudngfw.simulator.service.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Section;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of custom profiles: what happens to a file type, and to a predefined URL category. They are there from
 * the start; only changing them is possible.
 */
final class ProfileEntries {
    /** The two profiles; they differ in words only. */
    @SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
    enum Kind {
        FILE_TYPE(
                Section.FILE_TYPES,
                Catalogues.FILE_TYPES,
                new Words("file type", "type", "FileType", "FileBlockingEntry", "FileBlocking", "FileBlocking"),
                Shape.of(
                        text("Action").need().oneOf("alert", "block"),
                        text("Direction").need().oneOf("upload", "download", "both"),
                        text("Description").max(255),
                        text("AuditComment"),
                        text("UpdateToken")),
                Json.object().put("Action", "alert").put("Direction", "both").put("UpdateToken", "1")),
        URL_CATEGORY(
                Section.URL_CATEGORY_ACTIONS,
                Catalogues.URL_CATEGORIES,
                new Words("URL category", "name", "Name", "URLCategoryEntry", "URLCategory", ""),
                Shape.of(
                        text("Action").need().oneOf("none", "allow", "alert", "block"),
                        text("AuditComment"),
                        text("UpdateToken")),
                Json.object().put("Action", "none").put("UpdateToken", "1"));

        /**
         * How the API calls a kind.
         *
         * @param placeholder the name of its path element
         * @param listKey before {@code Candidate} and {@code Running} in lists
         */
        record Words(
                String spoken, String placeholder, String nameKey, String entryKey, String readKey, String listKey) {}

        private final Section section;
        private final List<String> names;
        private final Words words;
        private final Shape shape;
        private final ObjectNode preset;

        Kind(Section section, List<String> names, Words words, Shape shape, ObjectNode preset) {
            this.section = section;
            this.names = names;
            this.words = words;
            this.shape = shape;
            this.preset = preset;
        }

        private String uncommittedKey() {
            return this == URL_CATEGORY ? "CategoriesUncommitted" : "FileBlockingUncommitted";
        }
    }

    private final Backend backend;
    private final Kind kind;

    ProfileEntries(Backend backend, Kind kind) {
        this.backend = backend;
        this.kind = kind;
    }

    Reply list(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        Views views = Views.asked(request.parameters());
        Map<String, String> changes = Views.uncommitted(rulestack, kind.section);
        Page page = Page.of(keys(rulestack, views), request.parameters());
        ObjectNode answer = Json.object().put("RuleStackName", rulestack.getName());
        if (views.candidate() && !rulestack.isMarkedForDeletion()) {
            put(answer, "Candidate", page, Views.candidate(rulestack, kind.section));
        }
        if (views.running() && rulestack.getRunning() != null) {
            put(answer, "Running", page, Views.running(rulestack, kind.section));
        }
        if (views.uncommitted()) {
            ArrayNode items = answer.arrayNode();
            // An entry that is there from the start is never added or deleted.
            Views.onPage(changes, page)
                    .forEach(change ->
                            items.addObject().put("Name", change.getKey()).put("Operation", "update"));
            Json.put(answer, kind.uncommittedKey(), items, backend.emptyLists());
        }
        page.putNext(answer);
        return Reply.of(answer);
    }

    /** All file types, as the vendor documents. Guess: of URL categories only those whose action was ever set. */
    private Collection<String> keys(Rulestack rulestack, Views views) {
        boolean whole = kind == Kind.FILE_TYPE && (views.candidate() || views.running());
        return whole ? kind.names : views.keys(rulestack, kind.section);
    }

    private void put(ObjectNode answer, String view, Page page, Map<String, ObjectNode> changed) {
        List<String> names = page.keys().stream()
                .filter(name -> kind == Kind.FILE_TYPE || changed.containsKey(name))
                .toList();
        Json.put(answer, kind.words.listKey() + view, Json.texts(names), backend.emptyLists());
    }

    Reply read(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        String name = name(request);
        Views views = Views.asked(request.parameters());
        ObjectNode answer =
                Json.object().put("RuleStackName", rulestack.getName()).put(kind.words.nameKey(), name);
        if (views.candidate() && !rulestack.isMarkedForDeletion()) {
            answer.set(
                    kind.words.readKey() + "Candidate",
                    entry(Views.candidate(rulestack, kind.section).get(name)));
        }
        if (views.running() && rulestack.getRunning() != null) {
            answer.set(
                    kind.words.readKey() + "Running",
                    entry(Views.running(rulestack, kind.section).get(name)));
        }
        return Reply.of(answer);
    }

    Reply update(Request request) {
        Rulestack rulestack = backend.editable(request);
        String name = name(request);
        ObjectNode current = entry(rulestack.getCandidate().get(kind.section, name));
        ObjectNode entry = kind.shape.read(request.parameters().body(), backend.strict());
        String token = current.path("UpdateToken").asText();
        Backend.checkToken(entry.path("UpdateToken").textValue(), token, kind.words.spoken(), name);
        entry.put("UpdateToken", Backend.nextToken(token));
        Backend.edit(rulestack, candidate -> candidate.with(kind.section, name, entry));
        return Reply.of(Json.object()
                .put("RuleStackName", rulestack.getName())
                .put(kind.words.nameKey(), name)
                .set(kind.words.entryKey(), entry));
    }

    private ObjectNode entry(@Nullable ObjectNode changed) {
        return changed == null ? kind.preset : changed;
    }

    private String name(Request request) {
        String name = request.at(kind.words.placeholder());
        if (!kind.names.contains(name)) {
            throw ApiError.notFound(kind.words.spoken(), name);
        }
        return name;
    }
}
