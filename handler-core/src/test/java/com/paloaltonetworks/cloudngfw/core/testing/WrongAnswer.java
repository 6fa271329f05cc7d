package com.paloaltonetworks.cloudngfw.core.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Ways in which an answer can be wrong though it comes whole and in time. */
enum WrongAnswer {
    EMPTY(body("")),
    NO_CONTENT(answer -> new ApiResponse(204, Map.of(), "")),
    HTML(body("<html><body>Welcome</body></html>")),
    LIST(body("[]")),
    NUMBER(body("7")),
    RESPONSE_IS_A_LIST(body("{\"Response\":[],\"ResponseStatus\":{\"ErrorCode\":0}}")),
    RESPONSE_IS_A_TEXT(body("{\"Response\":\"done\"}")),
    STATUS_IS_A_TEXT(body("{\"Response\":{},\"ResponseStatus\":\"fine\"}")),
    TWICE_THE_SAME_MEMBER(body("{\"Response\":{},\"Response\":{}}")),
    DEEP(body("{\"a\":".repeat(5000) + "1" + "}".repeat(5000))),
    CUT(answer -> new ApiResponse(
            answer.status(),
            answer.headers(),
            answer.body().substring(0, answer.body().length() / 2))),
    REDIRECT(answer -> new ApiResponse(302, Map.of("location", "https://elsewhere.test/"), "")),
    LONG_REASON(body("{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"" + "commit rule ".repeat(20_000) + "\"}}")),
    XML_DEEP(body("<a>".repeat(200_000))),
    XML_DEEP_REFUSAL(answer -> new ApiResponse(403, Map.of(), "<a>".repeat(200_000))),
    XML_LONG_REFUSAL(answer -> new ApiResponse(
            403,
            Map.of(),
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>" + "no ".repeat(350_000)
                    + "</Message></Error></ErrorResponse>")),
    ABOUT_ANOTHER(values((name, value) -> Known.NAMES.contains(name) ? text("another") : value)),
    LISTS_ARE_OBJECTS(values((name, value) -> value.isArray() ? object() : value)),
    LISTS_ARE_TEXTS(values((name, value) -> value.isArray() ? text("x") : value)),
    ITEMS_ARE_NULL(values((name, value) -> value.isArray() ? nulls(value.size()) : value)),
    OBJECTS_ARE_LISTS(values((name, value) -> value.isObject() ? list() : value)),
    OBJECTS_ARE_TEXTS(values((name, value) -> value.isObject() ? text("x") : value)),
    NUMBERS_ARE_WORDS(values((name, value) -> value.isNumber() ? text("many") : value)),
    TEXTS_ARE_OBJECTS(values((name, value) -> value.isTextual() ? object() : value)),

    /** From here on the answer has a shape that means something, so it may be believed. */
    NO_MEMBERS(body("{}")),
    VALUES_ARE_NULL(values((name, value) -> value.isValueNode() ? JsonNodeFactory.instance.nullNode() : value)),
    TEXTS_ARE_NULL(values((name, value) -> value.isTextual() ? JsonNodeFactory.instance.nullNode() : value)),
    NULL_EVERYWHERE(values((name, value) -> JsonNodeFactory.instance.nullNode())),
    TEXTS_ARE_NUMBERS(values((name, value) -> value.isTextual() ? text("7") : value)),
    NAMES_LEAD_ELSEWHERE(values((name, value) -> value.isTextual() ? text("../../rulestacks/victim") : value)),
    NAMES_ARE_UNICODE(values((name, value) -> value.isTextual() ? text("..\u2215\uff0f%2e%2e\u202e;x?y#z") : value));

    /** Enum constants cannot use constants of their own class. */
    private static final class Known {
        static final Set<String> NAMES = Set.of("RuleStackName", "FirewallName", "Name", "Priority");
        static final ObjectMapper JSON = new ObjectMapper();
    }

    @SuppressWarnings("ImmutableEnumChecker") // none of these functions keeps anything
    private final Function<ApiResponse, ApiResponse> change;

    WrongAnswer(Function<ApiResponse, ApiResponse> change) {
        this.change = change;
    }

    ApiResponse of(ApiResponse answer) {
        return change.apply(answer);
    }

    /** Whether there is something in the answer that can be wrong in this way. */
    boolean changes(ApiResponse answer) {
        return !of(answer).equals(answer);
    }

    /** Whether no caller can take it for what the service means. */
    boolean isNonsense() {
        return compareTo(NO_MEMBERS) < 0;
    }

    /** Whether the envelope is wrong, and not what it holds. */
    boolean isReadInOnePlace() {
        return compareTo(ABOUT_ANOTHER) < 0;
    }

    private static Function<ApiResponse, ApiResponse> body(String body) {
        return answer -> new ApiResponse(200, Map.of(), body);
    }

    /** Puts other values into the content of a JSON answer; members that keep their value are looked into. */
    private static Function<ApiResponse, ApiResponse> values(Change change) {
        return answer -> {
            try {
                if (!answer.body().startsWith("{")
                        || !(Known.JSON.readTree(answer.body()) instanceof ObjectNode whole)
                        || !(whole.path("Response") instanceof ObjectNode content)) {
                    return answer;
                }
                ObjectNode changed = changed(content, change);
                if (changed.equals(content)) {
                    return answer;
                }
                whole.set("Response", changed);
                return new ApiResponse(answer.status(), answer.headers(), whole.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @FunctionalInterface
    private interface Change {
        JsonNode changed(String name, JsonNode value);
    }

    private static ObjectNode changed(ObjectNode content, Change change) {
        ObjectNode result = object();
        content.properties()
                .forEach(member -> result.set(member.getKey(), changed(member.getKey(), member.getValue(), change)));
        return result;
    }

    private static JsonNode changed(String name, JsonNode value, Change change) {
        JsonNode other = change.changed(name, value);
        if (!other.equals(value)) {
            return other;
        }
        if (value instanceof ObjectNode object) {
            return changed(object, change);
        }
        if (value.isArray()) {
            ArrayNode items = list();
            value.forEach(item -> items.add(changed(name, item, change)));
            return items;
        }
        return value;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static ArrayNode nulls(int count) {
        ArrayNode nulls = list();
        for (int i = 0; i < count; i++) {
            nulls.addNull();
        }
        return nulls;
    }
}
