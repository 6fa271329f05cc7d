package com.paloaltonetworks.cloudngfw.client;

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
 * others, and one HTTP client serves the whole process.
 */
final class NetworkHttpClient implements SdkHttpClient {

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
