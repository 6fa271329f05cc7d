package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Join, Split, Select, Sub and Base64. */
final class StringFunctions {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,6}");

    /** As much as a whole template may have. Guess: CloudFormation publishes no bound. */
    private static final int LONGEST_RESULT = TemplateReader.LONGEST_BYTES;

    private final Function<Reference, JsonNode> lookUp;

    /** @param lookUp the value of a name inside an Fn::Sub */
    StringFunctions(Function<Reference, JsonNode> lookUp) {
        this.lookUp = lookUp;
    }

    JsonNode join(JsonNode arguments, String path) {
        JsonNode list = arguments.path(1);
        if (!list.isArray() || list.valueStream().anyMatch(JsonNode::isContainerNode)) {
            throw rejected(
                    path,
                    "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of"
                            + " strings to be joined or a function that returns a list of strings");
        }
        String delimiter = arguments.get(0).asText();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            joined.append(i == 0 ? "" : delimiter).append(list.get(i).asText());
            requireShort(joined, path);
        }
        return TextNode.valueOf(joined.toString());
    }

    JsonNode split(JsonNode arguments, String path) {
        String delimiter = arguments.path(0).asText();
        if (delimiter.isEmpty() || !arguments.path(1).isValueNode()) {
            throw rejected(
                    path,
                    "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to"
                            + " be split or a function that returns a string to be split");
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        String rest = arguments.get(1).asText();
        for (int end = rest.indexOf(delimiter); end >= 0; end = rest.indexOf(delimiter)) {
            parts.add(rest.substring(0, end));
            rest = rest.substring(end + delimiter.length());
        }
        return parts.add(rest);
    }

    JsonNode select(JsonNode arguments, String path) {
        String index = arguments.path(0).asText();
        JsonNode list = arguments.path(1);
        if (!list.isArray() || !WHOLE_NUMBER.matcher(index).matches()) {
            throw rejected(path, "Fn::Select requires a list argument with two elements: an integer index and a list");
        }
        JsonNode chosen = list.path(Integer.parseInt(index));
        if (chosen.isMissingNode()) {
            throw rejected(path, "Fn::Select cannot select nonexistent value at index " + index);
        }
        return chosen;
    }

    JsonNode base64(String text) {
        return TextNode.valueOf(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param map values that win over the template's names; may be a missing node */
    JsonNode substitute(String text, JsonNode map, String path) {
        Matcher matcher = Functions.SUBSTITUTION.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(substitution(matcher.group(1), map, path)));
            requireShort(result, path);
        }
        return TextNode.valueOf(matcher.appendTail(result).toString());
    }

    private String substitution(String written, JsonNode map, String path) {
        String name = written.trim();
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        int dot = name.indexOf('.');
        JsonNode value = map.has(name)
                ? map.get(name)
                : lookUp.apply(
                        dot < 0
                                ? new Reference(name, null, path)
                                : new Reference(name.substring(0, dot), name.substring(dot + 1), path));
        if (value.isContainerNode()) {
            throw rejected(path, "Fn::Sub expression does not resolve to a string: ${" + name + "}");
        }
        return value.asText();
    }

    private static void requireShort(CharSequence result, String path) {
        if (result.length() > LONGEST_RESULT) {
            throw rejected(path, "the text that comes out has more than " + LONGEST_RESULT + " characters");
        }
    }

    private static TemplateRejected rejected(String path, String message) {
        return new TemplateRejected(Problem.error(path, "Template error: " + message));
    }
}
