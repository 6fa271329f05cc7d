package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.cloudformation.Action;
import software.amazon.cloudformation.proxy.ProgressEvent;

/** The runner with plans of a type whose model is its name. */
abstract class RunnerScript {

    final TestPlatform platform = new TestPlatform();
    final List<String> done = new ArrayList<>();
    final List<Step> plan = new ArrayList<>();
    TypeConfiguration configuration = TypeConfiguration.NONE;
    Progress progress = new Progress();
    NgfwException absence;

    void did(String name) {
        done.add(name);
    }

    static void fail(Kind kind, String message) {
        throw new NgfwException(kind, message);
    }

    ProgressEvent<String, Progress> run(Action action) {
        Operation<String> op = Operation.<String>builder()
                .desired("edge")
                .progress(progress)
                .configuration(configuration)
                .platform(platform)
                .budget(new Budget(platform))
                .log(line -> {})
                .build();
        return new Handler<>(new Named(), action) {}.handle(op);
    }

    private final class Named implements ResourceType<String> {
        @Override
        public String typeName() {
            return "My::Own::Type";
        }

        @Override
        public Duration timeout() {
            return Duration.ofHours(1);
        }

        @Override
        public List<Problem> problems(String desired) {
            return List.of();
        }

        @Override
        public List<Step> create(Operation<String> op) {
            return plan;
        }

        @Override
        public List<Step> update(Operation<String> op) {
            return plan;
        }

        @Override
        public List<Step> delete(Operation<String> op) {
            return plan;
        }

        @Override
        public void requirePresent(Operation<String> op) {
            if (absence != null) {
                throw absence;
            }
        }

        @Override
        public String read(Operation<String> op) {
            requirePresent(op);
            done.add("read");
            return op.desired();
        }

        @Override
        public Page<String> list(Operation<String> op) {
            return new Page<>(List.of("edge"), "more");
        }

        @Override
        public Map<String, String> tagsOf(String model) {
            return Map.of();
        }
    }
}
