package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CustomCategoryShape;
import com.paloaltonetworks.cloudngfw.simulator.store.Rulestack;
import com.paloaltonetworks.cloudngfw.simulator.store.Section;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The named objects of a rulestack, one instance per kind: all kinds follow one pattern. */
final class RulestackObjects {
    private final Backend backend;
    private final ObjectKind kind;
    private final Section section;

    RulestackObjects(Backend backend, ObjectKind kind) {
        this.backend = backend;
        this.kind = kind;
        this.section = kind.getSection();
    }

    Reply list(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        Views views = Views.asked(request.parameters());
        Page page = Page.of(
                views.keys(rulestack, section).stream()
                        .filter(key -> isWanted(rulestack, key, request.parameters()))
                        .toList(),
                request.parameters());
        String key = kind.getWords().listKey();
        ObjectNode answer = Json.object().put("RuleStackName", rulestack.getName());
        if (views.candidate()) {
            put(answer, key + "Candidate", Views.candidate(rulestack, section), page);
        }
        if (views.running()) {
            put(answer, key + "Running", Views.running(rulestack, section), page);
        }
        if (views.uncommitted()) {
            ArrayNode changes = answer.arrayNode();
            Views.onPage(Views.uncommitted(rulestack, section), page)
                    .forEach(change -> changes.addObject()
                            .put("Name", change.getKey())
                            .put(kind.operationKey(), change.getValue()));
            Json.put(answer, key + "Uncommitted", changes, backend.emptyLists());
        }
        if (kind == ObjectKind.CUSTOM_URL_CATEGORY && page.first()) {
            answer.set("CategoriesPreDefined", Json.texts(Catalogues.URL_CATEGORIES));
        }
        page.putNext(answer);
        return Reply.of(answer);
    }

    private void put(ObjectNode answer, String key, Map<String, ObjectNode> all, Page page) {
        ArrayNode names = Json.texts(
                Views.onPage(all, page).stream().map(Map.Entry::getKey).toList());
        Json.put(answer, key, names, backend.emptyLists());
    }

    /** Feeds can be listed by type. */
    private boolean isWanted(Rulestack rulestack, String key, Parameters parameters) {
        String type = parameters.text("Type");
        return kind != ObjectKind.FEED
                || type == null
                || Stream.of(Views.candidate(rulestack, section), Views.running(rulestack, section))
                        .map(entries -> entries.get(key))
                        .filter(Objects::nonNull)
                        .anyMatch(feed -> feed.path("Type").asText().equals(type));
    }

    Reply create(Request request) {
        Rulestack rulestack = backend.editable(request);
        ObjectNode body = kind.getShape()
                .and(kind.getNameField())
                .read(request.parameters().body(), backend.strict());
        String name = body.path("Name").asText();
        if (rulestack.getCandidate().get(section, name) != null) {
            throw ApiError.alreadyExists(kind.getWords().spoken(), name);
        }
        return write(rulestack, name, Json.without(body, "Name").put("UpdateToken", "1"));
    }

    /** Of custom URL categories, unlike all others, the running view is the default. */
    Reply read(Request request) {
        Rulestack rulestack = backend.rulestack(request);
        boolean category = kind == ObjectKind.CUSTOM_URL_CATEGORY;
        Views views = Views.asked(request.parameters(), !category, category);
        String name = request.at("name");
        ObjectNode candidate = Views.candidate(rulestack, section).get(name);
        ObjectNode running = Views.running(rulestack, section).get(name);
        ObjectNode answer =
                Json.object().put("RuleStackName", rulestack.getName()).put("Name", name);
        int head = answer.size();
        if (views.candidate() && candidate != null) {
            answer.set(kind.getWords().readKey() + "Candidate", showRead(rulestack, name, candidate));
        }
        if (views.running() && running != null) {
            answer.set(kind.getWords().readKey() + "Running", showRead(rulestack, name, running));
        }
        if (answer.size() == head) {
            throw noSuchObject(name);
        }
        return Reply.of(answer);
    }

    Reply update(Request request) {
        Rulestack rulestack = backend.editable(request);
        String name = request.at("name");
        ObjectNode current = current(rulestack, name);
        ObjectNode entry = kind.getShape().read(request.parameters().body(), backend.strict());
        String token = current.path("UpdateToken").asText();
        Backend.checkToken(
                entry.path("UpdateToken").textValue(), token, kind.getWords().spoken(), name);
        return write(rulestack, name, entry.put("UpdateToken", Backend.nextToken(token)));
    }

    /** Guess: what rules still name may be deleted; the commit will complain. */
    Reply delete(Request request) {
        Rulestack rulestack = backend.editable(request);
        String name = request.at("name");
        ObjectNode current = current(rulestack, name);
        Backend.edit(rulestack, candidate -> candidate.without(section, name));
        return Reply.of(answer(rulestack, name, current));
    }

    private Reply write(Rulestack rulestack, String name, ObjectNode entry) {
        if (kind == ObjectKind.CERTIFICATE
                && entry.path("CertificateSelfSigned").asBoolean()
                && !entry.path("CertificateSignerArn").asText().isEmpty()) {
            throw ApiError.invalid("CertificateSelfSigned and CertificateSignerArn exclude each other");
        }
        Backend.edit(rulestack, candidate -> candidate.with(section, name, entry));
        return Reply.of(answer(rulestack, name, entry));
    }

    private ObjectNode current(Rulestack rulestack, String name) {
        ObjectNode current = rulestack.getCandidate().get(section, name);
        if (current == null) {
            throw noSuchObject(name);
        }
        return current;
    }

    private ApiError noSuchObject(String name) {
        return ApiError.notFound(kind.getWords().spoken(), name);
    }

    private ObjectNode answer(Rulestack rulestack, String name, ObjectNode entry) {
        return Json.object()
                .put("RuleStackName", rulestack.getName())
                .put("Name", name)
                .set(kind.getWords().entryKey(), kind.getShape().show(entry, backend.emptyLists()));
    }

    private ObjectNode showRead(Rulestack rulestack, String name, ObjectNode entry) {
        ObjectNode shown = kind.getShape().show(entry, backend.emptyLists());
        if (kind != ObjectKind.CUSTOM_URL_CATEGORY || backend.api().customCategoryShape() == CustomCategoryShape.FLAT) {
            return shown;
        }
        ObjectNode nested = Json.object().put("pk", rulestack.getName()).put("sk", name);
        return nested.set("URLCategoryEntry", shown);
    }
}
