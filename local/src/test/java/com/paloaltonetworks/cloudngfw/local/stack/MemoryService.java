package com.paloaltonetworks.cloudngfw.local.stack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A type over a map. A thing has a Name (its identifier), a Value, list Items without order, and a read-only Address.
 * Every create, update and delete takes one turn of ten seconds.
 */
final class MemoryService implements RequestStreamHandler {

    static final String TYPE = "My::Own::Thing";

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, ObjectNode> things = new TreeMap<>();
    /** {@code CREATE a}, {@code UPDATE b}, in the order in which the operations began. */
    final List<String> calls = new ArrayList<>();
    /** Operations that fail at their second turn, half-way done; {@code CREATE a}. */
    final Set<String> failing = new HashSet<>();

    static TypeSchema schema(String more) {
        try {
            return new TypeSchema(JSON.readTree("""
                    {"typeName":"My::Own::Thing","properties":{"Name":{"type":"string"},"Value":{"type":"string"},
                     "Count":{"type":"integer"},"Secret":{"type":"string"},"Kind":{"type":"string"},
                     "Items":{"type":"array","insertionOrder":false,"items":{"type":"string"}},
                     "Address":{"type":"string"}},"additionalProperties":false,"required":["Name"],
                     "primaryIdentifier":["/properties/Name"],"readOnlyProperties":["/properties/Address"],
                     "writeOnlyProperties":["/properties/Secret"],
                     "createOnlyProperties":["/properties/Name","/properties/Kind"],
                     %s "tagging":{"taggable":true}}""".formatted(more)));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode request = JSON.readTree(input);
        ObjectNode wanted = (ObjectNode) request.at("/requestData/resourceProperties");
        output.write(JSON.writeValueAsBytes(answer(request, wanted)));
    }

    private ObjectNode answer(JsonNode request, ObjectNode wanted) {
        String action = request.path("action").asText();
        String name = wanted.path("Name").asText();
        String call = action + " " + name;
        boolean firstTurn = !request.path("callbackContext").has("turn");
        if (action.equals("READ")) {
            return things.containsKey(name) ? end("SUCCESS", things.get(name)) : failed("NotFound", "no " + name);
        }
        if (!firstTurn) {
            return failing.contains(call)
                    ? failed("GeneralServiceException", "broken")
                    : end("SUCCESS", result(action, name));
        }
        calls.add(call);
        if (action.equals("CREATE") == things.containsKey(name)) {
            return failed(action.equals("CREATE") ? "AlreadyExists" : "NotFound", name);
        }
        carryOut(action, name, wanted);
        ObjectNode turn = JSON.createObjectNode().put("status", "IN_PROGRESS").put("callbackDelaySeconds", 10);
        turn.putObject("callbackContext").put("turn", 2);
        return turn.set("resourceModel", wanted);
    }

    private void carryOut(String action, String name, ObjectNode wanted) {
        if (!action.equals("DELETE")) {
            ObjectNode thing = wanted.deepCopy().put("Address", "at " + name);
            thing.remove("Secret");
            things.put(name, thing);
        } else if (!failing.contains("DELETE " + name)) {
            things.remove(name);
        }
    }

    private ObjectNode result(String action, String name) {
        return action.equals("DELETE") ? null : things.get(name);
    }

    private static ObjectNode end(String status, ObjectNode model) {
        ObjectNode event = JSON.createObjectNode().put("status", status).put("callbackDelaySeconds", 0);
        return model == null ? event : event.set("resourceModel", model);
    }

    private static ObjectNode failed(String code, String message) {
        return end("FAILED", null).put("errorCode", code).put("message", message);
    }
}
