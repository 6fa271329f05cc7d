package com.paloaltonetworks.cloudngfw.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackResource;
import com.paloaltonetworks.cloudngfw.local.template.DynamicReferences;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** SSM parameters and secrets: values given on the command line, and placeholders of any stack around. */
final class StoredValues implements DynamicReferences.Values {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> given;
    private final Supplier<Collection<Stack>> stacks;

    StoredValues(Map<String, String> given, Supplier<Collection<Stack>> stacks) {
        this.given = given;
        this.stacks = stacks;
    }

    /** The values given on command lines, by name. */
    Map<String, String> given() {
        return given;
    }

    /** The value of an SSM parameter; a version in the name is ignored when only the plain name is known. */
    Optional<String> parameter(String name) {
        int version = name.lastIndexOf(':');
        String plain = version > 0 && !name.startsWith("arn:") ? name.substring(0, version) : name;
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(given.get(plain)))
                .or(() -> recorded("AWS::SSM::Parameter")
                        .filter(resource -> plain.equals(resource.physicalId()))
                        .map(resource -> resource.properties().path("Value").asText())
                        .findFirst());
    }

    @Override
    public String ssm(String name, String path) {
        return parameter(name)
                .orElseThrow(() -> missing(
                        path,
                        "Unable to fetch parameters [" + name + "] from parameter store for this account.",
                        "--ssm " + name + "=VALUE"));
    }

    @Override
    public String secret(String id, String key, String path) {
        String value = Optional.ofNullable(given.get(id))
                .or(() -> recorded("AWS::SecretsManager::Secret")
                        .filter(resource -> isNamed(resource, id))
                        .map(StoredValues::secretOf)
                        .findFirst())
                .orElseThrow(() -> missing(
                        path, "Secrets Manager can't find the specified secret: " + id, "--ssm " + id + "=VALUE"));
        return key.isEmpty() ? value : member(value, key, id, path);
    }

    private static boolean isNamed(StackResource resource, String id) {
        String arn = String.valueOf(resource.physicalId());
        return arn.equals(id)
                || arn.contains(":secret:" + id + "-")
                || resource.properties().path("Name").asText().equals(id);
    }

    private static String secretOf(StackResource resource) {
        JsonNode text = resource.properties().path("SecretString");
        if (text.isTextual()) {
            return text.textValue();
        }
        String generated = UUID.nameUUIDFromBytes(
                        String.valueOf(resource.physicalId()).getBytes(StandardCharsets.UTF_8))
                .toString();
        JsonNode form = resource.properties().path("GenerateSecretString");
        String key = form.path("GenerateStringKey").asText();
        String frame = form.path("SecretStringTemplate").asText();
        return key.isEmpty() || !frame.endsWith("}")
                ? generated
                : frame.substring(0, frame.length() - 1) + ",\"" + key + "\":\"" + generated + "\"}";
    }

    private static String member(String secret, String key, String id, String path) {
        try {
            JsonNode value = JSON.readTree(secret).path(key);
            if (value.isValueNode()) {
                return value.asText();
            }
        } catch (JsonProcessingException e) {
            throw missing(path, "Could not parse SecretString JSON of " + id, "");
        }
        throw missing(path, "Could not find a value associated with JSONKey in SecretString", key);
    }

    private Stream<StackResource> recorded(String type) {
        return stacks.get().stream()
                .flatMap(stack -> stack.getResources().values().stream())
                .filter(resource -> resource.type().equals(type));
    }

    private static TemplateRejected missing(String path, String message, String remedy) {
        return new TemplateRejected(Problem.error(path, null, message, remedy));
    }
}
