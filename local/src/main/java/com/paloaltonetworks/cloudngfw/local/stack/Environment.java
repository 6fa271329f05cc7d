package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.local.template.DynamicReferences;
import java.util.Collection;

/** The account and Region around a stack. */
public interface Environment {

    /** Fresh keys of a type's execution role: {@code {"accessKeyId","secretAccessKey","sessionToken"}}. */
    JsonNode credentials(String typeName);

    /** What SetTypeConfiguration has stored for a type. */
    JsonNode typeConfiguration(String typeName);

    /** The other stacks of the same account and Region. */
    Collection<Stack> siblings();

    /** Where dynamic references are looked up. */
    DynamicReferences.Values dynamicValues();

    /** Called after every event that ends something, so that a killed process loses little. */
    void save();
}
