package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of a template's conditions under given parameters, worked out when first asked for. */
public final class Conditions {

    /** Guess: CloudFormation publishes no bound. */
    private static final int LONGEST_CHAIN = 200;

    private final JsonNode declarations;
    private final BiFunction<JsonNode, String, JsonNode> resolve;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Deque<String> beingEvaluated = new ArrayDeque<>();
    private final boolean surveying;

    /**
     * @param declarations the Conditions section, or an empty node
     * @param resolve resolves an operand of Fn::Equals that stands at a path
     */
    Conditions(JsonNode declarations, BiFunction<JsonNode, String, JsonNode> resolve) {
        this(declarations, resolve, false);
    }

    /**
     * @param surveying whether a condition that is not declared holds, having been reported elsewhere
     */
    Conditions(JsonNode declarations, BiFunction<JsonNode, String, JsonNode> resolve, boolean surveying) {
        this.declarations = declarations;
        this.resolve = resolve;
        this.surveying = surveying;
    }

    /** @throws TemplateRejected for an unknown condition, or one that depends on itself */
    public synchronized boolean holds(String name) {
        Boolean value = known.get(name);
        if (value != null) {
            return value;
        }
        String path = Pointers.child("/Conditions", name);
        if (!declarations.has(name) && surveying) {
            return true;
        }
        if (!declarations.has(name)) {
            throw new TemplateRejected(
                    Problem.error(path, "Template format error: Unresolved condition dependency [" + name + "]"));
        }
        if (beingEvaluated.contains(name)) {
            throw new TemplateRejected(Problem.error(
                    path, "Template format error: Circular dependency between conditions: " + beingEvaluated));
        }
        if (beingEvaluated.size() == LONGEST_CHAIN) {
            throw new TemplateRejected(Problem.error(
                    path,
                    "Template format error: more than " + LONGEST_CHAIN + " conditions refer to each other in a row"));
        }
        beingEvaluated.addLast(name);
        try {
            boolean result = evaluate(declarations.get(name), path);
            known.put(name, result);
            return result;
        } finally {
            beingEvaluated.removeLast();
        }
    }

    /** The same conditions, but this one holds whatever its declaration says. */
    Conditions supposing(String name) {
        Conditions other = new Conditions(declarations, resolve, surveying);
        other.known.putAll(known);
        other.known.put(name, true);
        return other;
    }

    /** As {@link #supposing}, for this object itself: for conditions that cannot be decided. */
    synchronized void suppose(String name) {
        known.put(name, true);
    }

    /** Whether something with this Condition attribute is part of the stack; without one it is. */
    public boolean allow(@Nullable String condition) {
        return condition == null || holds(condition);
    }

    private boolean evaluate(JsonNode condition, String path) {
        String function = condition.fieldNames().next();
        JsonNode argument = condition.get(function);
        String inner = Pointers.child(path, function);
        return switch (function) {
            case "Condition" -> holds(argument.asText());
            case "Fn::Equals" ->
                equal(
                        resolve.apply(argument.get(0), Pointers.child(inner, 0)),
                        resolve.apply(argument.get(1), Pointers.child(inner, 1)));
            case "Fn::Not" -> !evaluate(argument.get(0), Pointers.child(inner, 0));
            case "Fn::And" -> operands(argument).allMatch(i -> evaluate(argument.get(i), Pointers.child(inner, i)));
            case "Fn::Or" -> operands(argument).anyMatch(i -> evaluate(argument.get(i), Pointers.child(inner, i)));
            default ->
                throw new TemplateRejected(
                        Problem.error(path, "Template format error: " + function + " is not a function of conditions"));
        };
    }

    private static IntStream operands(JsonNode argument) {
        return IntStream.range(0, argument.size());
    }

    /** Numbers and booleans are compared by their text, as everything in a template is text first. */
    private static boolean equal(JsonNode one, JsonNode other) {
        boolean values = one.isValueNode() && other.isValueNode();
        return values ? one.asText().equals(other.asText()) : one.equals(other);
    }
}
