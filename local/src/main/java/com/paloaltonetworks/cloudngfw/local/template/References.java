package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.template.Functions.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Collects the names that a value mentions through Ref, Fn::GetAtt and Fn::Sub. */
public final class References {

    private final List<Reference> found = new ArrayList<>();
    private final @Nullable Predicate<String> condition;

    private References(@Nullable Predicate<String> condition) {
        this.condition = condition;
    }

    /** Every name, those in both branches of an Fn::If included. */
    public static List<Reference> all(JsonNode value, String path) {
        References references = new References(null);
        references.walk(value, path);
        return references.found;
    }

    /** The names that count once the conditions are known: branches not taken are left out. */
    public static List<Reference> taken(JsonNode value, String path, Predicate<String> condition) {
        References references = new References(condition);
        references.walk(value, path);
        return references.found;
    }

    private void walk(JsonNode value, String path) {
        Optional<Call> call = Functions.callIn(value);
        if (call.isPresent()) {
            call(call.get(), Pointers.child(path, call.get().function()));
            return;
        }
        value.properties().forEach(member -> walk(member.getValue(), Pointers.child(path, member.getKey())));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            walk(value.get(i), Pointers.child(path, i));
        }
    }

    private void call(Call call, String path) {
        JsonNode argument = call.argument();
        switch (call.function()) {
            case "Ref" -> found.add(new Reference(argument.asText(), null, path));
            case "Fn::GetAtt" -> attribute(YamlTemplate.splitAttribute(argument), path);
            case "Fn::Sub" -> substitutions(argument, path);
            case "Fn::If" -> branches(argument, path);
            default -> walk(argument, path);
        }
    }

    private void attribute(JsonNode argument, String path) {
        if (argument.isArray() && argument.size() == 2) {
            JsonNode name = argument.get(1);
            found.add(new Reference(argument.get(0).asText(), name.isTextual() ? name.textValue() : "", path));
            walk(name, Pointers.child(path, 1));
        }
    }

    private void substitutions(JsonNode argument, String path) {
        JsonNode text = argument.isArray() ? argument.path(0) : argument;
        JsonNode map = argument.isArray() ? argument.path(1) : argument.path("none");
        Matcher matcher = Functions.SUBSTITUTION.matcher(text.asText());
        while (matcher.find()) {
            String name = matcher.group(1).trim();
            if (!name.startsWith("!") && !map.has(name)) {
                int dot = name.indexOf('.');
                found.add(
                        dot < 0
                                ? new Reference(name, null, path)
                                : new Reference(name.substring(0, dot), name.substring(dot + 1), path));
            }
        }
        walk(map, Pointers.child(path, 1));
    }

    private void branches(JsonNode argument, String path) {
        if (!argument.isArray() || argument.size() != 3) {
            return;
        }
        String name = argument.get(0).asText();
        if (condition == null || condition.test(name)) {
            walk(argument.get(1), Pointers.child(path, 1));
        }
        if (condition == null || !condition.test(name)) {
            walk(argument.get(2), Pointers.child(path, 2));
        }
    }
}
