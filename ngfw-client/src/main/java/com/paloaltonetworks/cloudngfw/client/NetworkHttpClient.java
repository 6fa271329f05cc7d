package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Lets the AWS SDK speak over the platform's network, so that its calls obey the same clock, scheduler and faults as all
 * others, and one HTTP client serves the whole process. The SDK's parser goes as deep as an answer does, so what no answer
 * to AssumeRole can be does not get there.
 */
final class NetworkHttpClient implements SdkHttpClient {

    /** Characters; the longest session token known fits in a tenth of it. */
    static final int LONGEST_ANSWER = 50_000;

    /** More than it opens and closes elements, so nothing nests deeper. An answer to AssumeRole has about thirty. */
    static final int MOST_TAGS = 100;

    private final Transport network;

    NetworkHttpClient(Transport network) {
        this.network = network;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest call) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answered(network, call);
            }

            @Override
            public void abort() {
                // The network's own time-out ends a request.
            }
        };
    }

    private static HttpExecuteResponse answered(Transport network, HttpExecuteRequest call) throws IOException {
        SdkHttpRequest request = call.httpRequest();
        Map<String, String> headers = new HashMap<>();
        request.forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        ApiResponse answer;
        try {
            answer = network.send(new ApiRequest(request.method().name(), target(request), headers, bodyOf(call)));
            requireReadable(answer);
        } catch (NgfwException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(head::putHeader);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    private static void requireReadable(ApiResponse answer) {
        String body = answer.body();
        if (body.length() > LONGEST_ANSWER
                || body.chars().filter(each -> each == '<').count() > MOST_TAGS) {
            throw new NgfwException(
                    Kind.SERVICE,
                    "HTTP " + answer.status() + ", but the answer is longer than " + LONGEST_ANSWER
                            + " characters or has more than " + MOST_TAGS + " tags");
        }
    }

    /** The SDK leaves the path of a bare host empty, which proxies and servers need not understand. */
    private static URI target(SdkHttpRequest request) {
        URI uri = request.getUri();
        return uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
    }

    private static String bodyOf(HttpExecuteRequest call) throws IOException {
        ContentStreamProvider content = call.contentStreamProvider().orElse(null);
        if (content == null) {
            return "";
        }
        try (InputStream body = content.newStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        // The network is the platform's.
    }

    @Override
    public String clientName() {
        return "CloudNgfwNetwork";
    }
}
