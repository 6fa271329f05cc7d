package com.paloaltonetworks.cloudngfw.core.testing;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.client.ApiResponse;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the service answers to whichever call of an operation: the operation ends with a clear message, never with a
 * failure of ours; a success is true; and no request ever leaves the endpoints of the service. What reads is tried with all
 * pairs of a call and a wrong answer to it; what writes with a share of them in which each call and each answer has its turn.
 */
@TestInstance(Lifecycle.PER_CLASS)
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

    /** More than one call is repeated, so that the operation meets the wrong answer again when it comes back. */
    private static final int WRONG_ANSWERS = 6;

    private final Specimen specimen;

    private final Map<Asked, Map<WrongAnswer, List<String>>> trials = new EnumMap<>(Asked.class);
    private final Map<Asked, Scene> unchanged = new EnumMap<>(Asked.class);

    protected HostileAnswersContract(Specimen specimen) {
        this.specimen = specimen;
    }

    @AfterAll
    final void close() {
        unchanged.values().forEach(Scene::close);
    }

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
        List<String> calls = trials.computeIfAbsent(asked, this::chosen).get(wrong);
        assertThat(calls).isNotEmpty();
        List<String> problems = new ArrayList<>();
        for (String call : calls) {
            if (asked.changes()) {
                try (Scene scene = new Scene(asked)) {
                    problems.addAll(scene.problemsOf(wrong, call));
                }
            } else {
                problems.addAll(unchanged.computeIfAbsent(asked, Scene::new).problemsOf(wrong, call));
            }
        }
        return problems;
    }

    /** The calls to try each wrong answer on: of what reads, all of them; of the others some, each call in its turn. */
    private Map<WrongAnswer, List<String>> chosen(Asked asked) {
        Map<String, List<ApiResponse>> answers = recorded(asked);
        Map<WrongAnswer, List<String>> chosen = new EnumMap<>(WrongAnswer.class);
        int turn = 0;
        for (WrongAnswer wrong : WrongAnswer.values()) {
            List<String> possible = answers.keySet().stream()
                    .filter(call -> answers.get(call).stream().anyMatch(wrong::changes))
                    .toList();
            int share = !asked.changes() ? 1 : wrong.isReadInOnePlace() ? 14 : 6;
            List<String> calls = new ArrayList<>();
            while (calls.size() * share < possible.size()) {
                calls.add(possible.get(turn++ % possible.size()));
            }
            chosen.put(wrong, calls);
        }
        return chosen;
    }

    /** So that no call is forgotten: each with its answers. */
    private Map<String, List<ApiResponse>> recorded(Asked asked) {
        try (Scene scene = new Scene(asked)) {
            assertThat(scene.run().succeeded()).isTrue();
            return new TreeMap<>(scene.heard);
        }
    }

    private final class Scene implements AutoCloseable {
        private final Asked asked;
        private final Driver driver;
        private final Map<String, List<ApiResponse>> heard = new ConcurrentHashMap<>();
        private final List<URI> strayed = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger left = new AtomicInteger();
        private volatile WrongAnswer wrong = WrongAnswer.EMPTY;
        private volatile String endpoint = "";

        Scene(Asked asked) {
            this.asked = asked;
            this.driver = specimen.driver(this::heard);
            if (asked != Asked.CREATE) {
                assertThat(driver.create(specimen.wanted()).succeeded()).isTrue();
            }
        }

        private ApiResponse heard(ApiRequest request, ApiResponse answer) {
            String called = Routes.endpoint(request.method(), request.uri());
            heard.computeIfAbsent(called, call -> new CopyOnWriteArrayList<>()).add(answer);
            if (!Routes.knows(request.uri())) {
                strayed.add(request.uri());
            }
            return called.equals(endpoint) && wrong.changes(answer) && left.getAndDecrement() > 0
                    ? wrong.of(answer)
                    : answer;
        }

        /** Begins when the tokens of the last run have ended, so that others are bought. */
        Result run() {
            driver.scheduler().run(activities -> driver.scheduler().sleep(Duration.ofHours(2)));
            heard.clear();
            return switch (asked) {
                case CREATE -> driver.create(specimen.wanted());
                case READ -> driver.read(specimen.wanted());
                case UPDATE -> driver.update(specimen.wanted(), specimen.changed());
                case DELETE -> driver.delete(specimen.wanted());
                case LIST -> driver.list(specimen.filter(), null);
            };
        }

        /** The first answers of that endpoint are wrong; of a read, which nobody repeats later, all are. */
        List<String> problemsOf(WrongAnswer answer, String wrongEndpoint) {
            wrong = answer;
            int most = asked.changes() ? WRONG_ANSWERS : Integer.MAX_VALUE;
            left.set(most);
            endpoint = wrongEndpoint;
            Result result = run();
            endpoint = "";
            assertThat(left.get())
                    .as("%s is never answered wrongly", wrongEndpoint)
                    .isLessThan(most);
            return problemsOf(result).stream()
                    .map(problem -> wrongEndpoint + ": " + problem)
                    .toList();
        }

        private List<String> problemsOf(Result result) {
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
                lies(result).forEach(lie -> problems.add("SUCCESS, but " + lie));
            }
            return problems;
        }

        private List<String> lies(Result result) {
            return switch (asked) {
                case CREATE -> Written.notShown(specimen.wanted(), now().model());
                case READ -> Written.notShown(specimen.wanted(), result.model());
                case UPDATE -> Written.notShown(specimen.changed(), now().model());
                case DELETE -> now().succeeded() ? List.of("it is still there") : List.of();
                case LIST ->
                    result.models().isEmpty() && wrong != WrongAnswer.ABOUT_ANOTHER // nobody asked about one
                            ? List.of("it is not listed")
                            : List.of();
            };
        }

        private Result now() {
            return driver.read(specimen.wanted());
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
