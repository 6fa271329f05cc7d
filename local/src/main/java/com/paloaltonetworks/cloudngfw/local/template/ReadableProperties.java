package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.Functions.Call;
import java.util.Collection;
import java.util.Optional;

/** Properties without the function calls that are wrong, so that the rest of them can be resolved. */
public final class ReadableProperties {

    private final Collection<String> wrong;
    private final JsonNode instead;

    /**
     * @param wrong paths in the template at which something was found wrong
     * @param instead stands for a call that is wrong itself, or has something wrong in it
     */
    public ReadableProperties(Collection<String> wrong, JsonNode instead) {
        this.wrong = wrong;
        this.instead = instead;
    }

    public ObjectNode of(ObjectNode properties, String path) {
        return part(properties, path) instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private JsonNode part(JsonNode value, String path) {
        Optional<Call> call = Functions.callIn(value);
        if (call.isPresent()) {
            String place = Pointers.child(path, call.get().function());
            boolean bad = wrong.stream().anyMatch(other -> other.equals(place) || other.startsWith(place + "/"));
            return bad ? instead : value;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> object.set(
                            member.getKey(), part(member.getValue(), Pointers.child(path, member.getKey()))));
            return object;
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(part(item, Pointers.child(path, items.size()))));
            return items;
        }
        return value;
    }
}
