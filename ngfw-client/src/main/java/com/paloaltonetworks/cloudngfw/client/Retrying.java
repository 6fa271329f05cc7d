package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Sends a request again after a failure that may pass. GET, PUT and DELETE say the same when said twice, so they are
 * repeated after any such failure; a POST only when the service refused it unprocessed. A POST of unknown outcome is the
 * caller's business, who can look what became of it.
 *
 * <p>When the answer to a first attempt was lost, the second meets its work: such a DELETE ends in NOT_FOUND, and a PUT with
 * an update token in STALE. A place in a list of rules is anybody's as soon as it is empty, so a second DELETE of a priority
 * might meet another's rule: it is repeated like a POST.
 */
final class Retrying implements Transport {

    static final int MOST_ATTEMPTS = 4;

    /** No attempt starts later than this after the first, so that one call with its time-out fits into an invocation. */
    static final Duration LAST_START = Duration.ofSeconds(8);

    private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "DELETE");

    /** Of a rule, whose key it is. */
    private static final Pattern PLACE = Pattern.compile("/priorities/\\d+$");

    private static final Set<Kind> PASSING = Set.of(Kind.THROTTLED, Kind.SERVICE, Kind.NETWORK);

    private final Platform platform;
    private final Transport next;
    private final RetryStrategy strategy;

    Retrying(Platform platform, Transport next) {
        this.platform = platform;
        this.next = next;
        this.strategy = StandardRetryStrategy.builder()
                .maxAttempts(MOST_ATTEMPTS)
                .retryOnException(failure -> true)
                .treatAsThrottling(failure -> failure instanceof NgfwException met && met.getKind() == Kind.THROTTLED)
                .backoffStrategy(doubling(Duration.ofMillis(200)))
                .throttlingBackoffStrategy(doubling(Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        Instant lastStart = platform.now().plus(LAST_START);
        RetryToken token = strategy.acquireInitialToken(AcquireInitialTokenRequest.create("cloud-ngfw"))
                .token();
        for (int attempt = 1; ; attempt++) {
            try {
                ApiResponse answer = next.send(request);
                strategy.recordSuccess(RecordSuccessRequest.create(token));
                return answer;
            } catch (NgfwException failure) {
                token = afterPause(request, token, failure, lastStart).orElse(null);
                if (token == null) {
                    throw counted(failure, attempt);
                }
            }
        }
    }

    /** Waits before the next attempt; without one, empty at once. */
    private Optional<RetryToken> afterPause(
            ApiRequest request, RetryToken token, NgfwException failure, Instant lastStart) {
        if (!mayRepeat(request, failure)) {
            return Optional.empty();
        }
        RefreshRetryTokenResponse refreshed;
        try {
            refreshed = strategy.refreshRetryToken(RefreshRetryTokenRequest.builder()
                    .token(token)
                    .failure(failure)
                    .build());
        } catch (TokenAcquisitionFailedException e) {
            return Optional.empty();
        }
        if (platform.now().plus(refreshed.delay()).isAfter(lastStart)) {
            return Optional.empty();
        }
        platform.pause(refreshed.delay());
        return Optional.of(refreshed.token());
    }

    private static boolean mayRepeat(ApiRequest request, NgfwException failure) {
        return REPEATABLE.contains(request.method()) && !emptiesAPlace(request)
                ? PASSING.contains(failure.getKind())
                : failure.getKind() == Kind.THROTTLED;
    }

    private static boolean emptiesAPlace(ApiRequest request) {
        return request.method().equals("DELETE") && PLACE.matcher(request.uri().getPath()).find();
    }

    /** A failure that may pass says how often it was met; one that will not pass stays as it is. */
    private static NgfwException counted(NgfwException failure, int attempts) {
        return PASSING.contains(failure.getKind())
                ? new NgfwException(
                        failure.getKind(),
                        failure.getMessage() + (attempts == 1 ? " (1 attempt)" : " (" + attempts + " attempts)"),
                        failure)
                : failure;
    }

    /** Between half of and the whole of a delay that doubles with every attempt; the first to be delayed is number 2. */
    private BackoffStrategy doubling(Duration first) {
        return attempt -> {
            double whole = first.toMillis() * Math.pow(2, attempt - 2.0);
            return Duration.ofMillis((long) (whole * (1 + platform.chance()) / 2));
        };
    }
}
