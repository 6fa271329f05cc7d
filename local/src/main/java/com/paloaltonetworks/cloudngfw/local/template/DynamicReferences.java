package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code {{resolve:service:reference}}} inside resolved properties.
 *
 * <p>They are looked up just before a handler sees them and never stored, so a changed secret alone triggers no update.
 */
public final class DynamicReferences {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([^:}]+):([^}]*)}}");
    /** id or ARN, then SecretString, member, stage and version, the last ones optional. */
    private static final Pattern SECRET =
            Pattern.compile("(?<id>arn:(?:[^:]*:){5}[^:]*|[^:]+)(?::SecretString(?::(?<key>[^:]*)(?::[^:]*){0,2})?)?");

    private static final int MOST = 60;

    /** Where the values live. Absent ones are {@link TemplateRejected}. */
    public interface Values {
        /** @param name with {@code :version} when the reference has one */
        String ssm(String name, String path);

        /** @param key member of the secret's JSON text; empty for all of it */
        String secret(String id, String key, String path);
    }

    private final Values values;
    private final Set<String> secrets = new HashSet<>();

    public DynamicReferences(Values values) {
        this.values = values;
    }

    /** The values of Secrets Manager that were looked up so far. */
    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    /** The same value with every reference replaced. */
    public JsonNode resolve(JsonNode value, String path) {
        return Texts.map(value, path, this::replace);
    }

    private JsonNode replace(TextNode text, String path) {
        if (!text.textValue().contains("{{resolve:")) {
            return text;
        }
        Matcher matcher = REFERENCE.matcher(text.textValue());
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    result, Matcher.quoteReplacement(lookUp(matcher.group(1), matcher.group(2), path)));
        }
        return TextNode.valueOf(matcher.appendTail(result).toString());
    }

    private String lookUp(String service, String reference, String path) {
        if (service.equals("ssm")) {
            return values.ssm(reference, path);
        }
        Matcher parts = SECRET.matcher(reference);
        if (!parts.matches()) {
            throw new TemplateRejected(
                    Problem.error(path, reference, "Invalid dynamic reference to a secret: " + reference, ""));
        }
        String key = parts.group("key");
        String secret = values.secret(parts.group("id"), key == null ? "" : key, path);
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
        return secret;
    }

    /** What is wrong with the references of a template, whatever their values are. */
    public static List<Problem> problems(JsonNode document) {
        List<Problem> problems = new ArrayList<>();
        int[] count = {0};
        Texts.map(document, "", (text, path) -> {
            Matcher matcher = REFERENCE.matcher(text.textValue());
            while (matcher.find()) {
                count[0]++;
                check(matcher.group(1), matcher.group(), path, problems);
            }
            return text;
        });
        if (count[0] > MOST) {
            problems.add(Problem.error(
                    "", String.valueOf(count[0]), "A template may hold at most " + MOST + " dynamic references", ""));
        }
        return problems;
    }

    private static void check(String service, String reference, String path, List<Problem> problems) {
        if (service.equals("ssm-secure")) {
            problems.add(Problem.error(
                    path,
                    reference,
                    "SSM Secure reference is not supported in: [" + path + "]",
                    "ssm-secure works in a fixed list of AWS properties only; use ssm or secretsmanager"));
        } else if (!service.equals("ssm") && !service.equals("secretsmanager")) {
            problems.add(Problem.error(
                    path,
                    reference,
                    "Invalid dynamic reference " + reference,
                    "the services are ssm and secretsmanager"));
        }
    }
}
