package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The wire. The JDK's client is the small one that sends the body of a GET as it is. */
public final class JdkNetwork implements Transport {

    /**
     * Longest body that is taken. Amazon API Gateway, behind which the service stands, passes on no more than 10 MB, so what
     * is longer is not the service's answer.
     */
    static final int LONGEST_BODY = 10 * 1024 * 1024;

    private static final Set<String> THE_CLIENTS_OWN = Set.of("host", "content-length");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Duration timeout;

    public JdkNetwork() {
        this(Duration.ofSeconds(10));
    }

    /** @param timeout for one request, from the connection to the last byte of the answer */
    public JdkNetwork(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        // A time-out set on the request would end with the headers of the answer; this one includes the body.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(toHttp(request), head -> new BoundedBody(LONGEST_BODY));
        try {
            return fromHttp(request, answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed(request, "no complete answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failed(request, "interrupted", e);
        } catch (ExecutionException e) {
            throw broken(request, e);
        }
    }

    private static NgfwException broken(ApiRequest request, ExecutionException e) {
        return e.getCause() instanceof BoundedBody.TooLong || e.getCause().getCause() instanceof BoundedBody.TooLong
                ? new NgfwException(
                        Kind.SERVICE, where(request) + ": the answer is longer than " + LONGEST_BODY + " bytes", e)
                : failed(request, String.valueOf(e.getCause()), e);
    }

    private static HttpRequest toHttp(ApiRequest request) {
        BodyPublisher body =
                request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        try {
            HttpRequest.Builder http = HttpRequest.newBuilder(request.uri()).method(request.method(), body);
            request.headers().forEach((name, value) -> {
                if (!THE_CLIENTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    http.setHeader(name, value);
                }
            });
            return http.build();
        } catch (IllegalArgumentException e) {
            // Not the exception's own text: it may quote a header, and headers carry tokens.
            throw new NgfwException(
                    Kind.INVALID,
                    request.name() + ": cannot be sent to " + request.uri().getAuthority());
        }
    }

    private static ApiResponse fromHttp(ApiRequest request, HttpResponse<byte[]> answer) {
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new ApiResponse(answer.statusCode(), headers, text(request, answer));
    }

    /** A success must be UTF-8, or names in it would become other names; of a failure's page what can be read will do. */
    private static String text(ApiRequest request, HttpResponse<byte[]> answer) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            if (answer.statusCode() / 100 == 2) {
                throw new NgfwException(Kind.SERVICE, where(request) + ": the answer is not UTF-8", e);
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
    }

    private static NgfwException failed(ApiRequest request, String why, Exception cause) {
        return new NgfwException(Kind.NETWORK, where(request) + ": " + why, cause);
    }

    private static String where(ApiRequest request) {
        return request.name() + " at " + request.uri().getAuthority();
    }
}
