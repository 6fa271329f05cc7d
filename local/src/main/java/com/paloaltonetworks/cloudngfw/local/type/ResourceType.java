package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Listener;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource type as the engine sees it: what its properties may be, and who carries its operations out. */
public sealed interface ResourceType permits ThirdPartyType, PlaceholderType {

    String name();

    /** Whether operations are only recorded. */
    boolean isPlaceholder();

    /** Resolved properties in the types that the schema wants: everything in a template is text first. */
    ObjectNode typed(ObjectNode properties);

    /** What is wrong with resolved properties that stand at a path of the template. */
    List<Problem> problems(ObjectNode properties, String path);

    /** Whether the value at a JSON pointer into properties is a text that has to arrive as it was written. */
    boolean wantsText(String pointer);

    /** Whether Fn::GetAtt may ask for it. */
    boolean hasAttribute(String attribute);

    /** The top-level names among the attributes. */
    List<String> attributes();

    /** Whether the difference needs a new physical resource. */
    boolean replaces(ObjectNode before, ObjectNode after);

    /** Whether a replacement removes the old resource before it makes the new one. */
    boolean deletesBeforeCreating();

    /** Whether a change of the stack's tags alone is an update of the resource. */
    boolean isTaggable();

    /** JSON pointers, into properties and model, to what the service does not give back. */
    List<String> writeOnly();

    /** The physical id that these properties will lead to; empty while that is not known. */
    Optional<String> physicalId(JsonNode model);

    Result create(Operation operation, Listener listener);

    Result update(Operation operation, Listener listener);

    Result delete(Operation operation, Listener listener);

    /** Reads by the primary identifier alone. */
    Result read(Operation operation);

    /** The value of an attribute in a model; null when the model lacks it. */
    @Nullable
    JsonNode attribute(JsonNode model, String attribute);
}
