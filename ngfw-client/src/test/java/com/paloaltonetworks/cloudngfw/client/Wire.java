package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An API whose answers are recorded bodies, in their order, the last one for ever, and that remembers what was asked. */
final class Wire {

    final List<ApiRequest> requests = new ArrayList<>();
    private final List<String> answers;

    Wire(String... answers) {
        this.answers = new ArrayList<>(List.of(answers));
    }

    Api api() {
        Transport recorded = request -> {
            requests.add(request);
            return new ApiResponse(200, Map.of(), answers.size() > 1 ? answers.remove(0) : answers.get(0));
        };
        return new Api(URI.create("https://api.example.com"), recorded, InstantSource.fixed(Instant.EPOCH));
    }

    void wasAsked(String method, String pathAndQuery, String body) {
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(method);
            assertThat(request.uri()).hasToString("https://api.example.com" + pathAndQuery);
            assertThat(request.body()).isEqualTo(body);
        });
    }
}
