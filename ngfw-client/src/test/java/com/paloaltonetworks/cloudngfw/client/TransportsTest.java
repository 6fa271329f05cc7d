package com.paloaltonetworks.cloudngfw.client;

import static com.paloaltonetworks.cloudngfw.client.FakePlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransportsTest {

    private static final ApiResponse DONE = answer(200, "{}");

    @Test
    void everyWriteIsLoggedWithItsOutcomeAndNothingElse() {
        List<String> log = new ArrayList<>();
        Transport done = Transports.logging(log::add, request -> DONE);
        Transport stale = Transports.logging(log::add, request -> {
            throw new NgfwException(Kind.STALE, "secret words");
        });
        done.send(request("PUT"));
        done.send(request("GET"));
        assertThatThrownBy(() -> stale.send(request("POST"))).hasMessage("secret words");
        assertThatThrownBy(() -> stale.send(request("GET"))).hasMessage("secret words");
        assertThat(log)
                .containsExactly("PUT /v1/config/rulestacks/edge: done", "POST /v1/config/rulestacks/edge: STALE");
    }

    @Test
    void anAnswerThatReportsAFailureBecomesTheFailure() {
        assertThat(Transports.checked(request -> DONE).send(request("GET"))).isEqualTo(DONE);
        assertThatThrownBy(() -> Transports.checked(request -> answer(503, "")).send(request("GET")))
                .hasMessage("GET /v1/config/rulestacks/edge: HTTP 503");
    }

    @Test
    void aCallCarriesTheTwoHeadersOfItsToken() {
        FakePlatform platform = FakePlatform.answering(TokensTest.sold("jwt-1"));
        List<ApiRequest> sent = new ArrayList<>();
        authorized(platform, request -> {
                    sent.add(request);
                    return DONE;
                })
                .send(request("PUT"));
        assertThat(sent)
                .singleElement()
                .satisfies(request -> assertThat(request.headers())
                        .containsEntry("Authorization", "jwt-1")
                        .containsEntry("x-api-key", "key-of-jwt-1")
                        .containsEntry("Content-Type", "application/json"));
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        FakePlatform platform = FakePlatform.answering(TokensTest.sold("jwt-1"), TokensTest.sold("jwt-2"));
        List<String> tokens = new ArrayList<>();
        ApiResponse end = authorized(platform, request -> {
                    tokens.add(request.headers().get("Authorization"));
                    return tokens.size() == 1 ? answer(401, "{\"message\":\"Unauthorized\"}") : DONE;
                })
                .send(request("POST"));
        assertThat(end).isEqualTo(DONE);
        assertThat(tokens).containsExactly("jwt-1", "jwt-2");
    }

    @Test
    void aTokenRefusedTwiceIsAnAnswer() {
        FakePlatform platform = FakePlatform.answering(TokensTest.sold("jwt"));
        List<ApiRequest> sent = new ArrayList<>();
        ApiResponse end = authorized(platform, request -> {
                    sent.add(request);
                    return answer(403, "{\"message\":\"Forbidden\"}");
                })
                .send(request("GET"));
        assertThat(end.status()).isEqualTo(403);
        assertThat(sent).hasSize(2);
    }

    @Test
    void theStandardStagesTogetherRetryAndLogOnce() {
        FakePlatform platform = FakePlatform.answering(
                answer(503, ""), TokensTest.sold("jwt"), answer(429, "{\"message\":\"Too Many Requests\"}"), DONE);
        List<String> log = new ArrayList<>();
        Tokens tokens = new Tokens(platform, TokensTest.access(new TokenCache()));
        ApiResponse end = Transports.standard(platform, tokens, AdminKind.RULESTACK, log::add)
                .send(request("PUT"));
        assertThat(end).isEqualTo(DONE);
        assertThat(platform.requests).extracting(ApiRequest::method).containsExactly("GET", "GET", "PUT", "PUT");
        assertThat(log).containsExactly("PUT /v1/config/rulestacks/edge: done");
    }

    private static Transport authorized(FakePlatform platform, Transport next) {
        Tokens tokens = new Tokens(platform, TokensTest.access(new TokenCache()));
        return Transports.authorized(tokens, AdminKind.RULESTACK, next);
    }

    private static ApiRequest request(String method) {
        return new ApiRequest(
                method,
                URI.create("https://api.example.com/v1/config/rulestacks/edge"),
                Map.of("Content-Type", "application/json"),
                "{}");
    }
}
