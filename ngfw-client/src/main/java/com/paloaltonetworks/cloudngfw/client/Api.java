package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The service's JSON over a transport: paths and bodies in, the content of {@code Response} out. */
final class Api {

    /** Biggest page the service gives. */
    static final int PAGE = 1024;

    private static final int LONGEST_NAME = 4096;
    private static final int TAGS_PER_CALL = 50;
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "User-Agent", "cloudngfw-cloudformation");

    private final URI endpoint;
    private final Transport transport;
    private final InstantSource clock;
    private final Map<String, String> subject;

    /** @param clock tells when a listing takes too long */
    Api(URI endpoint, Transport transport, InstantSource clock) {
        this(endpoint, transport, clock, Map.of());
    }

    private Api(URI endpoint, Transport transport, InstantSource clock, Map<String, String> subject) {
        this.endpoint = endpoint;
        this.transport = transport;
        this.clock = clock;
        this.subject = subject;
    }

    /** The same service, asked about one resource: an answer that names another one under that member is a failure. */
    Api about(String member, String name) {
        return new Api(endpoint, transport, clock, Map.of(member, name));
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

    /** The path of what is still to be made does not name it, so a failure does; {@code what} is such as {@code rulestack edge}. */
    void create(String path, String what, Object body) {
        try {
            post(path, body);
        } catch (NgfwException failure) {
            throw new NgfwException(failure.getKind(), what + ": " + failure.getMessage(), failure);
        }
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

    /**
     * Every page; stops when the service names no next page or one we have had.
     *
     * @throws NgfwException of kind SERVICE when there is no end of pages
     */
    void pages(String path, Params params, Consumer<JsonNode> page) {
        Set<String> seen = new HashSet<>();
        PageCount count = new PageCount("GET " + path, clock);
        String next = null;
        do {
            params.and("NextToken", next);
            ApiRequest request = request("GET", path + params.query(), params.body());
            ApiResponse answer = transport.send(request);
            JsonNode content = content(request, answer);
            count.add(content, answer.body().length());
            page.accept(content);
            next = nextToken(content);
            if (next != null) {
                count.requireFew();
            }
        } while (next != null && seen.add(next));
    }

    static @Nullable String nextToken(JsonNode page) {
        String token = Json.member(page, "NextToken").asText("");
        return token.isBlank() ? null : token;
    }

    /** As above, for a page of a caller who asks for the pages: a token that is given back would never end. */
    static @Nullable String nextToken(JsonNode page, @Nullable String given) {
        String token = nextToken(page);
        return Objects.equals(token, given) ? null : token;
    }

    /**
     * The elements of a list member; none when it is absent or null.
     *
     * @throws NgfwException of kind SERVICE when it is no list, or has an element that says nothing
     */
    static <T> List<T> elements(JsonNode answer, String member, Class<T> type) {
        JsonNode list = Json.member(answer, member);
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw new NgfwException(Kind.SERVICE, "the service's answer has no list as " + member);
        }
        List<T> elements = new ArrayList<>();
        for (JsonNode element : list) {
            if (element.isNull()) {
                throw new NgfwException(Kind.SERVICE, "the service's answer has null in " + member);
            }
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

    /**
     * A name as one path segment. An empty one would address the whole collection; what has no UTF-8 would be encoded as
     * another name; and slashes are no part of any name, but something on the way may take even encoded ones for the ends of
     * segments.
     */
    static String segment(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(Api::isNeverInNames)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new NgfwException(Kind.INVALID, Json.text(name) + " is not a name");
        }
        return "/" + Params.encode(name);
    }

    private static boolean isNeverInNames(int character) {
        return character == '/' || character == '\\' || Character.isISOControl(character);
    }

    private JsonNode exchange(String method, String pathAndQuery, String body) {
        ApiRequest request = request(method, pathAndQuery, body);
        return content(request, transport.send(request));
    }

    private ApiRequest request(String method, String pathAndQuery, String body) {
        return new ApiRequest(method, URI.create(endpoint + pathAndQuery), HEADERS, body);
    }

    private JsonNode content(ApiRequest request, ApiResponse answer) {
        JsonNode content = ResponseReader.content(request, answer);
        subject.forEach((member, name) -> requireAbout(content, member, name));
        return content;
    }

    /** An answer need not name what was asked for; but when it does, it must be that. */
    static void requireAbout(JsonNode answer, String member, String name) {
        String named = Json.member(answer, member).asText("");
        if (!named.isEmpty() && !named.equalsIgnoreCase(name)) {
            throw new NgfwException(
                    Kind.SERVICE, "asked about " + member + " " + name + ", the service answered about " + named);
        }
    }
}
