package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.local.template.Functions.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of every function call: how many arguments, of which kind, and where the function may stand. */
final class FunctionShapes {

    private static final Pattern SUB_NAME = Pattern.compile("[a-zA-Z0-9_.:]+");

    private final Template template;
    private final List<Problem> problems;

    FunctionShapes(Template template, List<Problem> problems) {
        this.template = template;
        this.problems = problems;
    }

    /** Checks a value of Resources or Outputs. */
    void value(JsonNode value, String path) {
        Optional<Call> call = Functions.callIn(value);
        if (call.isPresent()) {
            call(call.get(), Pointers.child(path, call.get().function()));
            return;
        }
        value.properties().forEach(member -> {
            if (member.getKey().startsWith("Fn::")) {
                report(
                        Pointers.child(path, member.getKey()),
                        "Template format error: " + member.getKey() + " must be the only member of its object");
            }
            value(member.getValue(), Pointers.child(path, member.getKey()));
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            value(value.get(i), Pointers.child(path, i));
        }
    }

    /** Checks a member of Conditions, or an operand of one. */
    void condition(JsonNode value, String path) {
        String function =
                value.isObject() && value.size() == 1 ? value.fieldNames().next() : "";
        JsonNode argument = value.path(function);
        String inner = Pointers.child(path, function);
        switch (function) {
            case "Condition" -> conditionName(argument.asText(), inner);
            case "Fn::Equals" -> {
                arguments(argument, 2, 2, inner, "every Fn::Equals object requires a list of 2 string parameters.");
                value(argument, inner);
            }
            case "Fn::Not" -> {
                arguments(argument, 1, 1, inner, "every Fn::Not object requires one boolean parameter.");
                operands(argument, inner);
            }
            case "Fn::And", "Fn::Or" -> {
                arguments(
                        argument,
                        2,
                        10,
                        inner,
                        "every " + function
                                + " object requires a list of at least 2 and at most 10 boolean parameters.");
                operands(argument, inner);
            }
            default ->
                report(
                        path,
                        "Template format error: Every Condition must be one of Fn::Equals, Fn::And, Fn::Or, Fn::Not"
                                + " and Condition");
        }
    }

    void conditionName(String name, String path) {
        if (!template.conditions().has(name)) {
            problems.add(Problem.error(
                    path,
                    name,
                    "Template format error: Unresolved condition dependency [" + name + "]",
                    Objects.requireNonNullElse(
                            Nearest.orAll(name, names(template.conditions()), "the conditions are "),
                            "define it in Conditions")));
        }
    }

    private static List<String> names(JsonNode section) {
        List<String> names = new ArrayList<>();
        section.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void operands(JsonNode operands, String path) {
        for (int i = 0; operands.isArray() && i < operands.size(); i++) {
            condition(operands.get(i), Pointers.child(path, i));
        }
    }

    private void call(Call call, String path) {
        String function = call.function();
        JsonNode argument = call.argument();
        if (Functions.NEEDING_A_TRANSFORM.contains(function) || function.startsWith("Fn::ForEach")) {
            report(
                    path,
                    "Template function " + function + " is not supported by the local engine: it needs a transform");
            return;
        }
        if (!Functions.OF_VALUES.contains(function)) {
            report(path, "Template format error: " + function + " is not a function that can stand here");
            return;
        }
        shape(call, path);
        if (!function.equals("Ref")) {
            value(argument, path);
        }
    }

    private void shape(Call call, String path) {
        JsonNode argument = call.argument();
        switch (call.function()) {
            case "Ref" -> require(argument.isTextual(), path, "every Ref object must have a single String value.");
            case "Fn::GetAtt" -> attribute(argument, path);
            case "Fn::Sub" -> substitution(argument, path);
            case "Fn::If" -> {
                arguments(argument, 3, 3, path, "Fn::If requires a list argument with three parameters");
                conditionName(argument.path(0).asText(), Pointers.child(path, 0));
            }
            case "Fn::Join", "Fn::Split" -> delimited(call, path);
            case "Fn::Select" ->
                arguments(
                        argument,
                        2,
                        2,
                        path,
                        "Fn::Select requires a list argument with two elements: an integer index and a list");
            case "Fn::FindInMap" -> findInMap(argument, path);
            case "Fn::Cidr" ->
                arguments(
                        argument,
                        2,
                        3,
                        path,
                        "every Fn::Cidr object requires the ip block, a count and the number of host bits");
            default ->
                require(
                        !argument.isArray(),
                        path,
                        "every " + call.function() + " object requires one string parameter");
        }
    }

    private void delimited(Call call, String path) {
        JsonNode argument = call.argument();
        String second = call.function().equals("Fn::Join")
                ? "a list of strings to be joined or a function that returns a list of strings"
                : "a string to be split or a function that returns a string to be split";
        require(
                argument.isArray() && argument.size() == 2 && argument.get(0).isTextual(),
                path,
                "every " + call.function() + " object requires two parameters, (1) a string delimiter and (2) "
                        + second);
    }

    private void attribute(JsonNode argument, String path) {
        JsonNode pair = YamlTemplate.splitAttribute(argument);
        require(
                pair.isArray()
                        && pair.size() == 2
                        && !pair.get(0).asText().isEmpty()
                        && (pair.get(1).isObject() || !pair.get(1).asText().isEmpty()),
                path,
                "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute");
    }

    private void findInMap(JsonNode argument, String path) {
        if (argument.isArray() && argument.size() == 4) {
            report(
                    path,
                    "Fn::FindInMap with a default value is not supported by the local engine: it needs the"
                            + " language extensions");
            return;
        }
        arguments(
                argument,
                3,
                3,
                path,
                "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return"
                        + " value");
        JsonNode map = argument.path(0);
        if (map.isTextual() && !template.mappings().has(map.textValue())) {
            problems.add(Problem.error(
                    path,
                    map.textValue(),
                    "Template error: Mapping named '" + map.textValue()
                            + "' is not present in the 'Mappings' section of template.",
                    Objects.requireNonNullElse(
                            Nearest.orAll(map.textValue(), names(template.mappings()), "the mappings are "), "")));
        }
    }

    private void substitution(JsonNode argument, String path) {
        boolean pair = argument.isArray()
                && argument.size() == 2
                && argument.get(0).isTextual()
                && argument.get(1).isObject();
        if (!argument.isTextual() && !pair) {
            report(
                    path,
                    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify"
                            + " a string as first argument, and an optional second argument to specify a mapping of values to"
                            + " replace in the string");
            return;
        }
        Matcher names = Functions.SUBSTITUTION.matcher(pair ? argument.get(0).textValue() : argument.textValue());
        while (names.find()) {
            String name = names.group(1).trim();
            require(
                    name.startsWith("!") || SUB_NAME.matcher(name).matches(),
                    path,
                    "variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods,"
                            + " and colons");
        }
    }

    private void arguments(JsonNode argument, int least, int most, String path, String message) {
        require(argument.isArray() && argument.size() >= least && argument.size() <= most, path, message);
    }

    private void require(boolean holds, String path, String message) {
        if (!holds) {
            report(path, "Template error: " + message);
        }
    }

    private void report(String path, String message) {
        problems.add(Problem.error(path, message));
    }
}
