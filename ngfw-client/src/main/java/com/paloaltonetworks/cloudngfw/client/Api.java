package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The service's JSON over a transport: paths and bodies in, the content of {@code Response} out. */
final class Api {

    /** Biggest page the service gives. */
    static final int PAGE = 1024;

    private static final int TAGS_PER_CALL = 50;
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "User-Agent", "cloudngfw-cloudformation");

    private final URI endpoint;
    private final Transport transport;

    Api(URI endpoint, Transport transport) {
        this.endpoint = endpoint;
        this.transport = transport;
    }

    JsonNode get(String path, Params params) {
        return exchange("GET", path + params.query(), params.body());
    }

    <T> T get(String path, Params params, Class<T> type) {
        return Json.convert(get(path, params), type);
    }

    JsonNode post(String path, Object body) {
        return exchange("POST", path, Json.text(body));
    }

    JsonNode put(String path, Object body) {
        return exchange("PUT", path, Json.text(body));
    }

    JsonNode delete(String path) {
        return exchange("DELETE", path, "");
    }

    JsonNode delete(String path, Object body) {
        return exchange("DELETE", path, Json.text(body));
    }

    /** Every page; stops when the service names no next page or one we have had. */
    void pages(String path, Params params, Consumer<JsonNode> page) {
        Set<String> seen = new HashSet<>();
        String next = null;
        do {
            JsonNode answer = get(path, params.and("NextToken", next));
            page.accept(answer);
            next = nextToken(answer);
        } while (next != null && seen.add(next));
    }

    static @Nullable String nextToken(JsonNode page) {
        String token = Json.member(page, "NextToken").asText("");
        return token.isBlank() ? null : token;
    }

    /** The elements of a list member; none when it is absent or null. */
    static <T> List<T> elements(JsonNode answer, String member, Class<T> type) {
        List<T> elements = new ArrayList<>();
        for (JsonNode element : Json.member(answer, member)) {
            elements.add(Json.convert(element, type));
        }
        return elements;
    }

    /** Cuts a list of tags or tag keys into what one call takes. */
    static <T> List<List<T>> tagChunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TAGS_PER_CALL) {
            chunks.add(List.copyOf(all.subList(from, Math.min(all.size(), from + TAGS_PER_CALL))));
        }
        return chunks;
    }

    /** A name as one path segment. An empty one would address the whole collection. */
    static String segment(String name) {
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            throw new NgfwException(Kind.INVALID, "\"" + name + "\" is not a name");
        }
        return "/" + Params.encode(name);
    }

    private JsonNode exchange(String method, String pathAndQuery, String body) {
        ApiRequest request = new ApiRequest(method, URI.create(endpoint + pathAndQuery), HEADERS, body);
        return ResponseReader.content(request, transport.send(request));
    }
}
