package com.paloaltonetworks.cloudngfw.client;

import static com.paloaltonetworks.cloudngfw.client.FakePlatform.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryingTest {

    private final FakePlatform platform = FakePlatform.answering(answer(200, "{}"));
    private int sent;

    @ParameterizedTest(name = "a {0} that meets {1} is sent {2} times")
    @CsvSource({
        "GET, THROTTLED, 4",
        "GET, SERVICE, 4",
        "GET, NETWORK, 4",
        "PUT, THROTTLED, 4",
        "PUT, SERVICE, 4",
        "PUT, NETWORK, 4",
        "DELETE, NETWORK, 4",
        "POST, THROTTLED, 4",
        "POST, SERVICE, 1",
        "POST, NETWORK, 1",
        "PATCH, NETWORK, 1",
        "GET, NOT_FOUND, 1",
        "PUT, STALE, 1",
        "PUT, CONFLICT, 1",
        "PUT, DENIED, 1",
        "PUT, LIMIT, 1",
        "POST, ALREADY_EXISTS, 1",
    })
    void onlyWhatMayPassAndMayBeRepeatedIsSentAgain(String method, Kind kind, int times) {
        Transport always = failing(request -> kind);
        assertThatThrownBy(() -> always.send(request(method)))
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(kind));
        assertThat(sent).isEqualTo(times);
    }

    /** Whoever came to the place meanwhile would be deleted. */
    @ParameterizedTest(name = "a {0} of {1} that meets {2} is sent {3} times")
    @CsvSource({
        "DELETE, rulelists/LocalRule/priorities/10, NETWORK, 1",
        "DELETE, rulelists/LocalRule/priorities/10, SERVICE, 1",
        "DELETE, rulelists/LocalRule/priorities/10, THROTTLED, 4",
        "PUT, rulelists/LocalRule/priorities/10, NETWORK, 4",
        "GET, rulelists/LocalRule/priorities/10, NETWORK, 4",
        "DELETE, prefixlists/priorities, NETWORK, 4",
    })
    void aPlaceIsEmptiedAgainOnlyWhenTheServiceRefusedUnprocessed(String method, String path, Kind kind, int times) {
        Transport always = failing(request -> kind);
        assertThatThrownBy(() -> always.send(request(method, "/v1/config/rulestacks/edge/" + path)));
        assertThat(sent).isEqualTo(times);
    }

    @Test
    void aFailureThatMayPassSaysHowOftenItWasMet() {
        assertThatThrownBy(() -> failing(request -> Kind.SERVICE).send(request("GET")))
                .hasMessage("GET /x: HTTP 503 (4 attempts)");
        assertThatThrownBy(() -> failing(request -> Kind.NETWORK).send(request("POST")))
                .hasMessage("GET /x: HTTP 503 (1 attempt)");
        assertThatThrownBy(() -> failing(request -> Kind.INVALID).send(request("GET")))
                .hasMessage("GET /x: HTTP 503");
    }

    @Test
    void aLaterSuccessIsASuccess() {
        Deque<Kind> failures = new ArrayDeque<>(List.of(Kind.NETWORK, Kind.SERVICE, Kind.THROTTLED));
        assertThat(failing(request -> failures.poll()).send(request("GET")).status())
                .isEqualTo(200);
        assertThat(sent).isEqualTo(4);
    }

    @Test
    void delaysDoubleAndAreLongerAfterThrottling() {
        assertThatThrownBy(() -> failing(request -> Kind.SERVICE).send(request("GET")));
        assertThat(platform.pauses).extracting(Duration::toMillis).containsExactly(199L, 399L, 799L);
        platform.pauses.clear();
        assertThatThrownBy(() -> failing(request -> Kind.THROTTLED).send(request("GET")));
        assertThat(platform.pauses).extracting(Duration::toMillis).containsExactly(999L, 1999L, 3999L);
    }

    @Test
    void noAttemptStartsLate() {
        Transport slow = failing(request -> {
            platform.pass(Duration.ofSeconds(5));
            return Kind.NETWORK;
        });
        assertThatThrownBy(() -> slow.send(request("GET"))).hasMessageEndingWith("(2 attempts)");
    }

    private Transport failing(Function<ApiRequest, Kind> failure) {
        sent = 0;
        return Transports.retrying(platform, request -> {
            sent++;
            Kind kind = failure.apply(request);
            if (kind != null) {
                throw new NgfwException(kind, "GET /x: HTTP 503");
            }
            return answer(200, "{}");
        });
    }

    private static ApiRequest request(String method) {
        return request(method, "/x");
    }

    private static ApiRequest request(String method, String path) {
        return new ApiRequest(method, URI.create("https://api.example.com" + path), Map.of(), "");
    }
}
