package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/** What the names in a template stand for at one moment of an operation. Absent things are {@link TemplateRejected}. */
public interface Scope {

    /** The value of a parameter or pseudo parameter, or the physical id of a resource. */
    JsonNode ref(Reference reference);

    /** The value of a resource's attribute. */
    JsonNode attribute(Reference reference);

    boolean condition(String name);

    /** Around the work of every function call: a scope may have another value for one that has no result. */
    default JsonNode result(Supplier<JsonNode> call) {
        return call.get();
    }

    /** The Mappings section, or an empty node. */
    JsonNode mappings();

    /** Names of a Region's zones; an empty Region is the stack's own. */
    JsonNode availabilityZones(String region);

    /** The value that another stack of the same account and Region exports. */
    String importValue(String export, String path);
}
