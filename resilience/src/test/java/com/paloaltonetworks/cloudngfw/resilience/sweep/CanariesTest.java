package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Interference;
import com.paloaltonetworks.cloudngfw.resilience.cloud.ResourceKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        for (String place : List.of("an event", "the saved state")) {
            assertThat(canaries.searched(place)).as(place).isPositive();
        }
        if (story.action().isChange()) {
            assertThat(canaries.searched("the log")).as("lines of the log").isPositive();
        }
    }

    /** Its other half never gets to the handler, which buys another one. */
    @Test
    void aTokenWhoseAnswerIsCutShortIsKnownToo() {
        Stage stage = Stage.of(Stories.all().get(0));
        Trial.Ending undisturbed = Trial.of(stage, null);
        Point purchase = undisturbed.watch().getPoints().stream()
                .filter(point -> point.call().contains("/mgmt/tokens/"))
                .findFirst()
                .orElseThrow();
        Trial.Ending cut = Trial.of(stage, new Disturbance(Fault.MALFORMED, purchase));
        assertThat(cut.watch().getCanaries().known())
                .isGreaterThan(undisturbed.watch().getCanaries().known());
    }

    @Test
    void whatFailuresSayIsSearched() {
        Stage stage = Stage.of(Stories.all().get(0));
        Point first = Trial.of(stage, null).watch().getPoints().get(0);
        Trial.Ending failed = Trial.of(stage, new Disturbance(Fault.FORBIDDEN, first));
        assertThat(failed.result().message()).isNotBlank();
        assertThat(failed.watch().getCanaries().searched("a message")).isPositive();
    }

    /** Where a handler may tell what it was given, and what it is then found out by. */
    @SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
    enum Indiscretion {
        LOG("the log", (secret, context) -> context.getLogger().log(secret)),
        BYTES("the log", (secret, context) -> context.getLogger().log(secret.getBytes(StandardCharsets.UTF_8))),
        OUTPUT("the standard output", (secret, context) -> System.out.println(secret)),
        ERROR("the standard error", (secret, context) -> System.err.println(secret)),
        LIBRARY(
                "a library's log",
                (secret, context) -> Logger.getLogger("library").info(secret)),
        LIBRARYS_EXCEPTION(
                "a library's log",
                (secret, context) ->
                        Logger.getLogger("library").log(Level.WARNING, "failed", new IllegalStateException(secret))),
        EXCEPTION("an exception", (secret, context) -> {
            throw new IllegalStateException(secret);
        }),
        CAUSE("an exception", (secret, context) -> {
            throw new IllegalStateException("failed", new IllegalArgumentException(secret));
        });

        private final String place;
        private final BiConsumer<String, Context> telling;

        Indiscretion(String place, BiConsumer<String, Context> telling) {
            this.place = place;
            this.telling = telling;
        }
    }

    /** The lines on the streams are meant; they say no more than a canary. */
    @ParameterizedTest
    @EnumSource(Indiscretion.class)
    void aHandlerThatTellsWhatItWasGivenIsFoundOut(Indiscretion indiscretion) {
        Canaries canaries = canariesAfter((payload, out, context) -> {
            String key = payload.replaceAll("(?s).*\"secretAccessKey\":\"([^\"]+)\".*", "$1");
            indiscretion.telling.accept("GET failed: " + key.substring(0, 16), context);
            out.write("{\"status\":\"SUCCESS\"}".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(canaries.found()).contains("a secret in " + indiscretion.place);
    }

    @Test
    void aHandlerThatAnswersWithWhatItWasGivenIsFoundOut() {
        Canaries canaries =
                canariesAfter((payload, out, context) -> out.write(payload.getBytes(StandardCharsets.UTF_8)));
        assertThat(canaries.found()).contains("a secret in an event");
    }

    /** What takes a payload in place of a handler. */
    @FunctionalInterface
    private interface Teller {
        void tell(String payload, OutputStream out, Context context) throws IOException;
    }

    /** What leaves the handler ends the trial as well; the canaries have seen it before. */
    private static Canaries canariesAfter(Teller teller) {
        Stage stage = Stage.of(Stories.all().get(0));
        List<Canaries> canaries = new ArrayList<>();
        UnaryOperator<Interference> between = watch -> {
            canaries.add(((Watch) watch).getCanaries());
            return watched(watch, teller);
        };
        Throwable left = catchThrowable(() -> Trial.of(stage, null, between));
        assertThat(left == null || left instanceof IllegalStateException)
                .as("%s", left)
                .isTrue();
        return canaries.get(0);
    }

    private static Interference watched(Interference watch, Teller teller) {
        return new Interference() {
            @Override
            public Function<Platform, RequestStreamHandler> onInvocation(
                    ResourceKind kind, Function<Platform, RequestStreamHandler> handlers) {
                return watch.onInvocation(
                        kind,
                        platform -> (in, out, context) ->
                                teller.tell(new String(in.readAllBytes(), StandardCharsets.UTF_8), out, context));
            }
        };
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
            canaries.search("a message", "GET failed: canary-canary-can…");
            assertThat(canaries.found()).as(document).containsExactly("a secret in a message");
        }
    }
}
