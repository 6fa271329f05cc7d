package com.paloaltonetworks.cloudngfw.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The service's catalogues: small, but made of real names. */
final class Catalogues {
    private static final JsonNode DATA = load();

    static final List<String> URL_CATEGORIES = texts("UrlCategories");
    static final List<String> FILE_TYPES = texts("FileTypes");
    static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final List<String> APP_ID_VERSIONS = texts("AppIdVersions");
    private static final List<String> BLOCKED = texts("BlockedUrlCategories");

    /** What a new firewall gets. */
    static final String NEWEST_APP_ID_VERSION = APP_ID_VERSIONS.get(APP_ID_VERSIONS.size() - 1);

    private final Backend backend;

    Catalogues(Backend backend) {
        this.backend = backend;
    }

    /** Guess: categories of attacks are blocked, all others allowed. */
    Reply urlCategories(Request request) {
        Page page = Page.of(URL_CATEGORIES, request.parameters());
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("CategoriesRunning");
        page.keys()
                .forEach(name ->
                        items.addObject().put("Name", name).put("Action", BLOCKED.contains(name) ? "block" : "allow"));
        page.putNext(answer);
        return Reply.of(answer);
    }

    Reply countries(Request request) {
        Page page = Page.of(COUNTRIES, request.parameters());
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("CountryCodes");
        page.keys()
                .forEach(code -> items.addObject()
                        .put("Code", code)
                        .put(
                                "Description",
                                new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)));
        page.putNext(answer);
        return Reply.of(answer);
    }

    Reply appIdVersions(Request request) {
        Page page = Page.of(APP_ID_VERSIONS, request.parameters());
        ObjectNode answer = Json.object();
        answer.set("AppIdVersions", Json.texts(page.keys()));
        page.putNext(answer);
        return Reply.of(answer);
    }

    Reply appIdVersion(Request request) {
        String version = version(request);
        Page page =
                Page.of(applications().map(each -> each.path("Name").asText()).toList(), request.parameters());
        ObjectNode answer = Json.object().put("AppIdVersion", version);
        Json.put(answer, "Applications", Json.texts(page.keys()), backend.emptyLists());
        page.putNext(answer);
        return Reply.of(answer);
    }

    Reply application(Request request) {
        version(request);
        String name = request.at("app");
        JsonNode app = applications()
                .filter(each -> each.path("Name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("application", name));
        ObjectNode answer = Json.object().put("Name", name);
        ObjectNode entry = answer.putObject("AppIdEntry").put("Description", "Application " + name);
        entry.putObject("Properties")
                .put("Category", app.path("Category").asText())
                .put("Subcategory", app.path("Subcategory").asText())
                .put("Technology", app.path("Technology").asText())
                .put("Risk", app.path("Risk").asInt());
        entry.putObject("Options").put("AppIdEnabled", true);
        entry.set("StandardPorts", app.path("Ports"));
        return Reply.of(answer);
    }

    private static String version(Request request) {
        String version = request.at("version");
        if (!APP_ID_VERSIONS.contains(version)) {
            throw ApiError.notFound("App-ID version", version);
        }
        return version;
    }

    private static Stream<JsonNode> applications() {
        return StreamSupport.stream(DATA.path("Applications").spliterator(), false);
    }

    private static List<String> texts(String name) {
        return StreamSupport.stream(DATA.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode load() {
        try (InputStream data = Catalogues.class.getResourceAsStream("catalogues.json")) {
            return Json.MAPPER.readTree(Objects.requireNonNull(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
