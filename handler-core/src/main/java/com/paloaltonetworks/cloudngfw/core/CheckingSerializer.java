package com.paloaltonetworks.cloudngfw.core;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.core.check.ModelCheck;
import java.io.IOException;
import java.util.List;
import org.json.JSONObject;
import software.amazon.cloudformation.resource.Serializer;
import software.amazon.cloudformation.resource.Validator;
import software.amazon.cloudformation.resource.exceptions.ValidationException;

/**
 * Where the runtime reads a wanted model strictly it stops at the first unknown member and tells no values; here the whole
 * list of problems comes out instead. The runtime asks only for the first invocation of a CREATE or UPDATE.
 */
final class CheckingSerializer extends Serializer {

    /** The runtime and CloudFormation put words of their own around the text, and an event holds 1,024 characters. */
    private static final int ROOM = 870;

    private final ModelCheck check;
    private final Validator validator = new ModelValidator();

    CheckingSerializer(ModelCheck check) {
        this.check = check;
    }

    @Override
    public <T> T deserializeStrict(String model, TypeReference<T> type) throws IOException {
        refuse(check.problems(Json.mapper().readTree(model)));
        return deserialize(model, type);
    }

    /** Called with the raw model when it does not even have the right shape, and with the typed one when all is well. */
    Validator validator() {
        return validator;
    }

    private final class ModelValidator extends Validator {
        @Override
        public void validateObject(JSONObject model, JSONObject schema) {
            try {
                JsonNode raw = Json.mapper().readTree(model.toString());
                refuse(check.problems(raw));
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ValidationException(Messages.of(problems, ROOM), "model", "#");
        }
    }
}
