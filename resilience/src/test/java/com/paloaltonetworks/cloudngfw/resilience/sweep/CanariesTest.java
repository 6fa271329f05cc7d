package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets get nowhere; what the sweep does at every point is here told apart from a search that finds nothing ever. */
class CanariesTest {

    static Stream<Story> stories() {
        return Stories.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void allSecretsOfTheWireAreKnownAndNoneIsFoundAnywhere(Story story) {
        Canaries canaries = Trial.of(Stage.of(story), null).watch().getCanaries();
        assertThat(canaries.known())
                .as("keys, session tokens, tokens, subscription key")
                .isGreaterThanOrEqualTo(6);
        assertThat(canaries.found()).isEmpty();
    }

    @Test
    void aHandlerThatTellsSecretsIsFoundOut() {
        VirtualScheduler scheduler = new VirtualScheduler(1, Instant.EPOCH);
        Watch watch = new Watch(Stories.all().get(0), scheduler, null);
        Cloud cloud = new Cloud(Stage.WORLD, scheduler, Stage.LATENCY, telling(watch));
        scheduler.run(activities -> cloud.read(watch.getStory().wanted()));
        assertThat(watch.getCanaries().found())
                .containsExactlyInAnyOrder("a secret in the log", "a secret in an event");
    }

    /** A handler that logs what it is given and answers with it. */
    private static Interference telling(Watch watch) {
        return new Interference() {
            @Override
            public Function<Platform, RequestStreamHandler> onInvocation(
                    ResourceKind kind, Function<Platform, RequestStreamHandler> handlers) {
                return watch.onInvocation(kind, platform -> CanariesTest::tell);
            }
        };
    }

    private static void tell(InputStream in, OutputStream out, Context context) throws IOException {
        String payload = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        context.getLogger().log(payload);
        out.write(payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyPlaceASecretStandsInIsKnown() {
        for (String document : List.of(
                "{\"secretAccessKey\":\"canary-canary-canary\"}",
                "{\"sessionToken\" : \"canary-canary-canary\"}",
                "{\"Response\":{\"TokenId\":\"canary-canary-canary\"}}",
                "{\"SubscriptionKey\":\"canary-canary-canary\"}",
                "<Credentials><SecretAccessKey>canary-canary-canary</SecretAccessKey></Credentials>",
                "<SessionToken>canary-canary-canary</SessionToken>")) {
            Canaries canaries = new Canaries();
            canaries.learn(document);
            canaries.search("a message", "GET failed: canary-canary-canary");
            assertThat(canaries.found()).as(document).containsExactly("a secret in a message");
        }
    }
}
