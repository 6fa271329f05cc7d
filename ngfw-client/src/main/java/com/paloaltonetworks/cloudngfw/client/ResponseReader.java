package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means. The body is read whatever the HTTP status: an envelope's {@code ErrorCode} decides, else a
 * gateway's top-level {@code message}, else the status.
 */
final class ResponseReader {

    private static final int LONGEST_QUOTE = 300;

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

    /**
     * The failure that an answer reports; null for a success. The vendor's own words stay as they are. Half an answer says
     * nothing, whatever its status: "does not exist" may have stood in the other half.
     */
    static @Nullable NgfwException failure(ApiRequest request, ApiResponse response) {
        JsonNode body = json(response);
        JsonNode status = Json.member(body, "ResponseStatus");
        int code = Json.member(status, "ErrorCode").asInt(0);
        String message = Json.member(body, "message").asText("");
        if (code != 0) {
            String reason = reasonOf(status, message);
            return failed(ErrorTexts.kindOf(reason, codeOf(response, code)), request, reason);
        }
        if (!message.isBlank() && status.isMissingNode()) {
            return failed(ErrorTexts.kindOf(message, response.status()), request, message);
        }
        if (body.isMissingNode() && response.body().startsWith("{")) {
            return failed(Kind.SERVICE, request, "the answer to HTTP " + response.status() + " is not JSON");
        }
        if (response.status() / 100 != 2) {
            return failed(ErrorTexts.kindOf("", response.status()), request, quote(response));
        }
        if (body.isMissingNode() && !response.body().isBlank()) {
            return failed(Kind.SERVICE, request, "the answer to HTTP " + response.status() + " is not JSON");
        }
        return null;
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
        String reason = Json.member(status, "Reason").asText("");
        return reason.isBlank() ? (message.isBlank() ? "no reason given" : message) : reason;
    }

    /** The envelope's code uses HTTP's numbers; where it does not, or throttling is in the status, the status counts. */
    private static int codeOf(ApiResponse response, int envelopeCode) {
        return response.status() == 429 || envelopeCode < 400 ? response.status() : envelopeCode;
    }

    private static NgfwException failed(Kind kind, ApiRequest request, String reason) {
        return new NgfwException(kind, request.name() + ": " + reason);
    }

    private static String quote(ApiResponse response) {
        String text = response.body().strip();
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return "HTTP " + response.status() + (shown.isEmpty() ? "" : ": " + shown);
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
