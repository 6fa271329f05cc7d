package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

    private static final ApiRequest GET_EDGE = new ApiRequest(
            "GET", URI.create("https://api.example.com/v1/config/rulestacks/edge?candidate=true"), Map.of(), "");

    @ParameterizedTest(name = "ErrorCode {0} with \"{1}\" is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | rulestack edge does not exist | NOT_FOUND",
                "400 | Rulestack Edge DOES NOT EXIST | NOT_FOUND",
                "400 | rulestack association does not exist | NOT_FOUND",
                "400 | could not find an associated rulestack | NOT_FOUND",
                "500 | rule 100 does not exist | NOT_FOUND",
                "400 | ResourceNotFound: no such thing | NOT_FOUND",
                "400 | stale, please provide latest token | STALE",
                "400 | prefix list pl already exists | ALREADY_EXISTS",
                "400 | duplicate name pl | ALREADY_EXISTS",
                "400 | rulestack edge is in use by firewall fw | CONFLICT",
                "400 | rulestack is associated with a firewall | CONFLICT",
                "400 | commit in progress | BUSY",
                "400 | the commit process is unfinished | BUSY",
                "400 | pending commit | BUSY",
                "400 | InvalidOperation: commit in progress for rulestack edge | BUSY",
                "400 | InvalidOperation: not now | CONFLICT",
                "409 | not now | CONFLICT",
                "400 | LimitExceeded: 100 rulestacks | LIMIT",
                "400 | quota used up | LIMIT",
                "400 | invalid request: description exceeds 512 characters | INVALID",
                "400 | Throttling | THROTTLED",
                "400 | Rate exceeded | THROTTLED",
                "400 | Too Many Requests | THROTTLED",
                "400 | rate of calls is high | THROTTLED",
                "429 | LimitExceeded | THROTTLED",
                "400 | AccessDenied: wrong role | DENIED",
                "400 | you are not authorized | DENIED",
                "401 | no | DENIED",
                "403 | no | DENIED",
                "400 | InvalidRequest: Scope | INVALID",
                "400 | UnsupportedOperation: delete | INVALID",
                "400 | AccessDenied: the role may not commit while a commit is pending | DENIED",
                "400 | Rate limit exceeded | THROTTLED",
                "400 | cannot generate an illustrated separate plan | INVALID",
                "404 | no | INVALID",
                "500 | InternalServerError | SERVICE",
                "500 | InsufficientCapacity | SERVICE",
                "-1 | no | INVALID",
            })
    void anEnvelopesFailureHasOneKindWhateverTheHttpStatus(int code, String reason, Kind kind) {
        String body =
                "{\"Response\":{},\"ResponseStatus\":{\"ErrorCode\":%d,\"Reason\":\"%s\"}}".formatted(code, reason);
        assertThat(failure(200, body).getKind()).isEqualTo(kind);
        assertThat(failure(400, body).getKind()).isEqualTo(kind);
        assertThat(failure(200, body)).hasMessage("GET /v1/config/rulestacks/edge: " + reason);
    }

    @ParameterizedTest(name = "HTTP {0} with {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"message\":\"Unauthorized\"} | DENIED | Unauthorized",
                "403 | {\"Message\":\"Forbidden\"} | DENIED | Forbidden",
                "403 | {\"message\":\"The incoming token has expired\"} | DENIED | The incoming token has expired",
                "429 | {\"message\":\"Limit Exceeded\"} | THROTTLED | Limit Exceeded",
                "504 | {\"message\":\"Endpoint request timed out\"} | SERVICE | Endpoint request timed out",
                "200 | {\"message\":\"odd\"} | INVALID | odd",
                "400 | {\"message\":\"rulestack x does not exist\"} | NOT_FOUND | rulestack x does not exist",
                "404 | {\"message\":\"Not Found\"} | INVALID | Not Found",
                "404 | <html>no</html> | INVALID | HTTP 404: <html>no</html>",
                "502 | <html>Bad Gateway</html> | SERVICE | HTTP 502: <html>Bad Gateway</html>",
                "503 | `` | SERVICE | HTTP 503",
                "302 | `` | INVALID | HTTP 302",
                "500 | {\"ResponseStatus\":{\"ErrorCode\":0}} | SERVICE | HTTP 500: {\"ResponseStatus\":{\"ErrorCode\":0}}",
                "400 | {\"ResponseStatus\":{\"ErrorCode\":400}} | INVALID | no reason given",
                "400 | {\"message\":\"hm\",\"ResponseStatus\":{\"ErrorCode\":400}} | INVALID | hm",
                "429 | {\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"x\"}} | THROTTLED | x",
                "503 | {\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"x\"}} | INVALID | x",
                "503 | {\"ResponseStatus\":{\"ErrorCode\":399,\"Reason\":\"x\"}} | SERVICE | x",
            })
    void aFailureWithoutEnvelopeHasOneKind(int status, String body, Kind kind, String reason) {
        NgfwException failure = failure(status, body);
        assertThat(failure.getKind()).isEqualTo(kind);
        assertThat(failure).hasMessage("GET /v1/config/rulestacks/edge: " + reason);
    }

    @Test
    void aLongPageIsQuotedInPart() {
        assertThat(failure(502, "x".repeat(5000)).getMessage())
                .hasSizeLessThan(400)
                .endsWith("xxx...");
    }

    @Test
    void anAnswerThatIsNotJsonIsAFailureAndIsNotQuoted() {
        NgfwException failure = failure(200, "{\"Response\":{\"TokenId\":\"secret");
        assertThat(failure.getKind()).isEqualTo(Kind.SERVICE);
        assertThat(failure.getMessage()).contains("not a JSON object").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 409})
    void halfAnAnswerSaysNothingWhateverItsStatus(int status) {
        NgfwException failure = failure(status, "{\"Response\":{},\"ResponseStatus\":{\"ErrorCode\":400,\"Rea");
        assertThat(failure.getKind()).isEqualTo(Kind.SERVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Response\":{\"RuleStackName\":\"edge\"},\"ResponseStatus\":{\"ErrorCode\":0}}",
                "{\"RuleStackName\":\"edge\",\"ResponseStatus\":{\"ErrorCode\":0}}",
                "{\"response\":{\"ruleStackName\":\"edge\"},\"responseStatus\":{}}",
                "{\"Response\":{\"RuleStackName\":\"edge\",\"message\":\"hello\"}}",
            })
    void theContentOfASuccessIsFoundWrappedOrNot(String body) {
        var content = ResponseReader.content(GET_EDGE, FakePlatform.answer(200, body));
        assertThat(Json.member(content, "RuleStackName").asText()).isEqualTo("edge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Response\":null}", "{\"Response\":{},\"ResponseStatus\":{\"ErrorCode\":0}}"})
    void aSuccessMaySayNothing(String body) {
        assertThat(ResponseReader.content(GET_EDGE, FakePlatform.answer(200, body)))
                .isEmpty();
    }

    @Test
    void aWriteMayBeAnsweredWithNothingAtAllButAReadMayNot() {
        ApiRequest write = new ApiRequest("POST", GET_EDGE.uri(), Map.of(), "{}");
        assertThat(ResponseReader.content(write, FakePlatform.answer(204, ""))).isEmpty();
        assertThat(failure(200, " ")).hasMessageEndingWith("edge: HTTP 200, but the answer is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "null",
                "true",
                "\"text\"",
                "<html>",
                "{} {}",
                "{\"Response\":[]}",
                "{\"Response\":\"x\"}",
                "{\"Response\":{},\"ResponseStatus\":\"bad\"}",
                "{\"Response\":{},\"ResponseStatus\":[]}",
                "{\"ResponseStatus\":{\"ErrorCode\":0},\"ResponseStatus\":{\"ErrorCode\":1}}",
            })
    void aSuccessOfAnotherShapeIsTheServicesFault(String body) {
        assertThat(failure(200, body).getKind()).isEqualTo(Kind.SERVICE);
        assertThat(failure(200, body))
                .hasMessageStartingWith("GET /v1/config/rulestacks/edge: HTTP 200, but the answer");
    }

    @Test
    void whatIsTooDeepOrHasTooManyPartsIsNotBuilt() {
        assertThat(failure(200, "{\"a\":".repeat(100_000))).hasMessageContaining("too deep or too long");
        assertThat(failure(200, "{\"a\":[" + "{},".repeat(1_000_000) + "{}]}")).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"odd\"", "{}", "1e999", "99999999999999999999"})
    void anErrorCodeThatIsNoNumberIsNoSuccess(String code) {
        String body = "{\"ResponseStatus\":{\"ErrorCode\":" + code + ",\"Reason\":\"broken\"}}";
        assertThat(failure(200, body)).hasMessageEndingWith("broken");
    }

    @Test
    void aReasonWithoutEndIsCutBeforeItIsSearched() {
        String reason = "commit ".repeat(1_000_000);
        NgfwException failure = failure(400, "{\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"" + reason + "\"}}");
        assertThat(failure.getKind()).isEqualTo(Kind.INVALID);
        assertThat(failure.getMessage()).hasSizeLessThan(2100);
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.test/x?token=secret, elsewhere.test",
        "/other, api.example.com",
        "http://[, an address that is none",
    })
    void aRedirectNamesTheHostAndNothingElse(String location, String host) {
        NgfwException failure = ResponseReader.failure(
                GET_EDGE, new ApiResponse(307, Map.of("location", location), "<html>moved</html>"));
        assertThat(failure.getKind()).isEqualTo(Kind.INVALID);
        assertThat(failure)
                .hasMessage("GET /v1/config/rulestacks/edge: HTTP 307 redirects to " + host
                        + ", which is not followed; check the configured API endpoint");
    }

    @Test
    void aFailureIsThrownWhenTheContentIsAskedFor() {
        assertThatThrownBy(() -> ResponseReader.content(GET_EDGE, FakePlatform.answer(500, "")))
                .isInstanceOf(NgfwException.class);
    }

    @ParameterizedTest(name = "HTTP {0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"message\":\"Unauthorized\"} | true",
                "401 | `` | true",
                "403 | {\"message\":\"Forbidden\"} | true",
                "400 | {\"message\":\"The incoming token has expired\"} | true",
                "400 | {\"message\":\"odd\"} | false",
                "403 | {\"ResponseStatus\":{\"ErrorCode\":400,\"Reason\":\"AccessDenied\"}} | false",
                "200 | {\"Response\":{}} | false",
            })
    void onlyTheGatewayRefusesTokens(int status, String body, boolean refused) {
        assertThat(ResponseReader.refusesToken(FakePlatform.answer(status, body)))
                .isEqualTo(refused);
    }

    private static NgfwException failure(int status, String body) {
        NgfwException failure = ResponseReader.failure(GET_EDGE, FakePlatform.answer(status, body));
        assertThat(failure).isNotNull();
        return failure;
    }
}
