package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means. The body is read whatever the HTTP status: an envelope's {@code ErrorCode} decides, else a
 * gateway's top-level {@code message}, else the status.
 */
final class ResponseReader {

    private static final int LONGEST_QUOTE = 300;

    /** What is kept of the service's reason, before anything searches it: no search then depends on who wrote it. */
    private static final int LONGEST_REASON = 2000;

    private static final Set<String> TOKEN_REFUSALS =
            Set.of("unauthorized", "forbidden", "the incoming token has expired");

    private ResponseReader() {}

    /**
     * The content of {@code Response}, or of the whole body where the service leaves the wrapper out.
     *
     * @throws NgfwException when the answer is a failure
     */
    static JsonNode content(ApiRequest request, ApiResponse response) {
        NgfwException failure = failure(request, response);
        if (failure != null) {
            throw failure;
        }
        JsonNode body = json(response);
        JsonNode content = Json.member(body, "Response");
        if (content.isNull()) {
            return Json.mapper().createObjectNode();
        }
        return content.isMissingNode() ? body : content;
    }

    /** What makes an answer of a good status no answer; null for nothing. Only what writes may be answered with nothing. */
    private static @Nullable String nonsense(ApiRequest request, ApiResponse response, JsonNode body) {
        if (response.body().isBlank()) {
            return request.method().equals("GET") ? "the answer is empty" : null;
        }
        if (body.isMissingNode()) {
            return "the answer is not a JSON object, or is too deep or too long for one";
        }
        for (String envelope : List.of("Response", "ResponseStatus")) {
            JsonNode part = Json.member(body, envelope);
            if (!part.isMissingNode() && !part.isNull() && !part.isObject()) {
                return "the answer's " + envelope + " is not an object";
            }
        }
        return null;
    }

    /**
     * The failure that an answer reports; null for a success. The vendor's own words stay as they are. Half an answer says
     * nothing, whatever its status: "does not exist" may have stood in the other half.
     */
    static @Nullable NgfwException failure(ApiRequest request, ApiResponse response) {
        JsonNode body = json(response);
        JsonNode status = Json.member(body, "ResponseStatus");
        int code = errorCode(status);
        String message = shortened(Json.member(body, "message").asText(""), LONGEST_REASON);
        if (code != 0) {
            String reason = reasonOf(status, message);
            return failed(ErrorTexts.kindOf(reason, codeOf(response, code)), request, reason);
        }
        if (!message.isBlank() && status.isMissingNode()) {
            return failed(ErrorTexts.kindOf(message, response.status()), request, message);
        }
        if (response.status() / 100 != 2) {
            return body.isMissingNode() && response.body().startsWith("{")
                    ? failed(Kind.SERVICE, request, "the answer to HTTP " + response.status() + " is not JSON")
                    : ofStatus(request, response);
        }
        String nonsense = nonsense(request, response, body);
        return nonsense == null
                ? null
                : failed(Kind.SERVICE, request, "HTTP " + response.status() + ", but " + nonsense);
    }

    /** Absent and null are no failure; what is no number is one. */
    private static int errorCode(JsonNode status) {
        JsonNode code = Json.member(status, "ErrorCode");
        return code.isMissingNode() || code.isNull() ? 0 : code.asInt(-1);
    }

    /** A redirect is not followed: it would carry the token to wherever it says. Of its address only the host is told. */
    private static NgfwException ofStatus(ApiRequest request, ApiResponse response) {
        String location = response.headers().get("location");
        if (response.status() / 100 == 3 && location != null) {
            return failed(
                    Kind.INVALID,
                    request,
                    "HTTP " + response.status() + " redirects to " + host(request, location)
                            + ", which is not followed; check the configured API endpoint");
        }
        return failed(ErrorTexts.kindOf("", response.status()), request, quote(response));
    }

    private static String host(ApiRequest request, String location) {
        try {
            return String.valueOf(request.uri().resolve(location).getHost());
        } catch (IllegalArgumentException e) {
            return "an address that is none";
        }
    }

    /**
     * The gateway refuses a token that has ended, was revoked or has another key. The service itself refuses with an
     * envelope, and then another token does not help.
     */
    static boolean refusesToken(ApiResponse response) {
        if (response.status() < 400) {
            return false;
        }
        JsonNode body = json(response);
        String message = Json.member(body, "message").asText("").toLowerCase(Locale.ROOT);
        boolean refused = response.status() == 401 || response.status() == 403 || TOKEN_REFUSALS.contains(message);
        return refused && Json.member(body, "ResponseStatus").isMissingNode();
    }

    private static String reasonOf(JsonNode status, String message) {
        String reason = shortened(Json.member(status, "Reason").asText(""), LONGEST_REASON);
        return reason.isBlank() ? (message.isBlank() ? "no reason given" : message) : reason;
    }

    /** The envelope's code uses HTTP's numbers; where it does not, or throttling is in the status, the status counts. */
    private static int codeOf(ApiResponse response, int envelopeCode) {
        return response.status() == 429 || envelopeCode < 400 ? response.status() : envelopeCode;
    }

    private static NgfwException failed(Kind kind, ApiRequest request, String reason) {
        return new NgfwException(kind, request.name() + ": " + told(reason));
    }

    private static String quote(ApiResponse response) {
        String shown = shortened(response.body().strip(), LONGEST_QUOTE);
        return "HTTP " + response.status() + (shown.isEmpty() ? "" : ": " + shown);
    }

    /** The service's words as they may be told: of bounded length, and without tokens that it let slip. */
    static String told(String words) {
        return Discretion.words(shortened(words, LONGEST_REASON));
    }

    static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "..." : text;
    }

    private static JsonNode json(ApiResponse response) {
        try {
            JsonNode body = Json.mapper().readTree(response.body());
            return body.isObject() ? body : Json.mapper().missingNode();
        } catch (JsonProcessingException e) {
            return Json.mapper().missingNode();
        }
    }
}
