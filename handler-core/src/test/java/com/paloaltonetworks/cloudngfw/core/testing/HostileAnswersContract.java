package com.paloaltonetworks.cloudngfw.core.testing;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the service answers to whichever call of an operation: the operation ends with a clear message, never with a
 * failure of ours; a success is true; and no request ever leaves the endpoints of the service.
 */
public abstract class HostileAnswersContract {

    /** What CloudFormation asks of a type. */
    enum Asked {
        CREATE,
        READ,
        UPDATE,
        DELETE,
        LIST;

        boolean changes() {
            return this != READ && this != LIST;
        }
    }

    private static final int LONGEST_MESSAGE = 1024;

    /** What one class reads for all calls need not be tried with each of them in each operation. */
    private static final int SHARE = 7;

    /** More than one call is repeated, so that the operation meets the wrong answer again when it comes back. */
    private static final int WRONG_ANSWERS = 6;

    private final String typeName;
    private final Function<Platform, ? extends RequestStreamHandler> handlers;

    protected HostileAnswersContract(String typeName, Function<Platform, ? extends RequestStreamHandler> handlers) {
        this.typeName = typeName;
        this.handlers = handlers;
    }

    /** Gives the tenant what the resource needs. */
    protected abstract void prepare(Driver driver);

    /** A wanted model that makes the type use all its endpoints. */
    protected abstract ObjectNode wanted();

    /** The same resource with something of every kind changed. */
    protected abstract ObjectNode changed();

    /** The filter to list by. */
    protected abstract ObjectNode filter();

    @ParameterizedTest
    @EnumSource
    void createEndsClearlyWhateverIsAnswered(WrongAnswer wrong) {
        assertThat(problems(Asked.CREATE, wrong)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readEndsClearlyWhateverIsAnswered(WrongAnswer wrong) {
        assertThat(problems(Asked.READ, wrong)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void updateEndsClearlyWhateverIsAnswered(WrongAnswer wrong) {
        assertThat(problems(Asked.UPDATE, wrong)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void deleteEndsClearlyWhateverIsAnswered(WrongAnswer wrong) {
        assertThat(problems(Asked.DELETE, wrong)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void listEndsClearlyWhateverIsAnswered(WrongAnswer wrong) {
        assertThat(problems(Asked.LIST, wrong)).isEmpty();
    }

    private List<String> problems(Asked asked, WrongAnswer wrong) {
        List<String> problems = new ArrayList<>();
        List<String> endpoints = List.copyOf(endpoints(asked));
        Scene scene = null;
        for (int index = 0; index < endpoints.size(); index++) {
            if (asked.changes() && wrong.isReadInOnePlace() && index % SHARE != wrong.ordinal() % SHARE) {
                continue;
            }
            if (scene == null || asked.changes()) {
                close(scene);
                scene = new Scene(wrong);
                scene.begin(asked);
            }
            scene.problemsOf(asked, endpoints.get(index)).forEach(problems::add);
        }
        close(scene);
        return problems;
    }

    private static void close(@Nullable Scene scene) {
        if (scene != null) {
            scene.close();
        }
    }

    /** Recorded, so that no call is forgotten. */
    private Set<String> endpoints(Asked asked) {
        try (Scene scene = new Scene(WrongAnswer.EMPTY)) {
            scene.begin(asked);
            scene.seen.clear();
            assertThat(scene.run(asked).succeeded()).isTrue();
            return new LinkedHashSet<>(scene.seen);
        }
    }

    private final class Scene implements AutoCloseable {
        private final WrongAnswer wrong;
        private final Driver driver;
        private final Set<String> seen = Collections.synchronizedSet(new LinkedHashSet<>());
        private final List<URI> strayed = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger left = new AtomicInteger();
        private volatile String endpoint = "";

        Scene(WrongAnswer wrong) {
            this.wrong = wrong;
            this.driver = Driver.of(typeName, platform -> handlers.apply(new TappedPlatform(platform, this::heard)));
            prepare(driver);
        }

        private ApiResponse heard(ApiRequest request, ApiResponse answer) {
            String called = Routes.endpoint(request.method(), request.uri());
            seen.add(called);
            if (!Routes.knows(request.uri())) {
                strayed.add(request.uri());
            }
            return called.equals(endpoint) && left.getAndDecrement() > 0 ? wrong.of(answer) : answer;
        }

        void begin(Asked asked) {
            if (asked != Asked.CREATE) {
                assertThat(driver.create(wanted()).succeeded()).isTrue();
            }
        }

        Result run(Asked asked) {
            return switch (asked) {
                case CREATE -> driver.create(wanted());
                case READ -> driver.read(wanted());
                case UPDATE -> driver.update(wanted(), changed());
                case DELETE -> driver.delete(wanted());
                case LIST -> driver.list(filter(), null);
            };
        }

        /** The first answers of that endpoint are wrong; of a read, which nobody repeats later, all are. */
        List<String> problemsOf(Asked asked, String wrongEndpoint) {
            left.set(asked.changes() ? WRONG_ANSWERS : Integer.MAX_VALUE);
            endpoint = wrongEndpoint;
            Result result = run(asked);
            endpoint = "";
            return problemsOf(asked, result).stream()
                    .map(problem -> wrongEndpoint + ": " + problem)
                    .toList();
        }

        private List<String> problemsOf(Asked asked, Result result) {
            List<String> problems = new ArrayList<>();
            String message = requireNonNullElse(result.message(), "");
            if ("InternalFailure".equals(result.errorCode())) {
                problems.add("InternalFailure: " + message);
            }
            if (!result.succeeded() && (message.isBlank() || message.length() > LONGEST_MESSAGE)) {
                problems.add(result.errorCode() + " without a clear message: " + message);
            }
            strayed.forEach(uri -> problems.add("a request strayed to " + uri.getRawPath()));
            if (result.succeeded() && wrong.isNonsense()) {
                lies(asked, result).forEach(lie -> problems.add("SUCCESS, but " + lie));
            }
            return problems;
        }

        private List<String> lies(Asked asked, Result result) {
            return switch (asked) {
                case CREATE -> Written.notShown(wanted(), now().model());
                case READ -> Written.notShown(wanted(), result.model());
                case UPDATE -> Written.notShown(changed(), now().model());
                case DELETE -> now().succeeded() ? List.of("it is still there") : List.of();
                case LIST -> result.models().isEmpty() ? List.of("it is not listed") : List.of();
            };
        }

        private Result now() {
            return driver.read(wanted());
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
