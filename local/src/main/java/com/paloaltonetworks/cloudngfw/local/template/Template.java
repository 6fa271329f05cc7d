package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template whose frame is sound: every section has its form and every name in it leads somewhere. */
public record Template(
        ObjectNode document,
        Map<String, ParameterDeclaration> parameters,
        Map<String, Resource> resources,
        Map<String, Output> outputs) {

    /** What happens to the object when its resource leaves the stack. */
    public enum Policy {
        Delete,
        Retain,
        RetainExceptOnCreate
    }

    /**
     * One member of Resources.
     *
     * @param properties unresolved; empty when the template has none
     */
    public record Resource(
            String logicalId,
            String type,
            ObjectNode properties,
            List<String> dependsOn,
            @Nullable String condition,
            Policies policies,
            JsonNode metadata) {

        public String path() {
            return Pointers.child("/Resources", logicalId);
        }

        public String propertiesPath() {
            return path() + "/Properties";
        }
    }

    /** DeletionPolicy and UpdateReplacePolicy. */
    public record Policies(Policy deletion, Policy updateReplace) {}

    /** One member of Outputs; value and export name are unresolved. */
    public record Output(
            String name,
            JsonNode value,
            @Nullable String description,
            @Nullable String condition,
            @Nullable JsonNode exportName) {

        public String path() {
            return Pointers.child("/Outputs", name);
        }
    }

    public @Nullable String description() {
        return document.path("Description").asText(null);
    }

    /** The value of Mappings, or an empty node. */
    public JsonNode mappings() {
        return document.path("Mappings");
    }

    /** The value of Conditions, or an empty node. */
    public JsonNode conditions() {
        return document.path("Conditions");
    }
}
