package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Request;
import java.util.Map;

/** The stacks that changes belong to. */
final class Stacks {

    private Stacks() {}

    /** The last part of a stack's id. */
    static String mark(int stack) {
        return "1111111" + stack + "-2222-3333-4444-555555555555";
    }

    static Request in(int stack, Request request) {
        String id = "arn:aws:cloudformation:us-east-1:123456789012:stack/stack-" + stack + "/" + mark(stack);
        return request.toBuilder()
                .stackId(id)
                .systemTags(Map.of(
                        "aws:cloudformation:stack-name",
                        "stack-" + stack,
                        "aws:cloudformation:stack-id",
                        id,
                        "aws:cloudformation:logical-id",
                        request.logicalId()))
                .build();
    }
}
