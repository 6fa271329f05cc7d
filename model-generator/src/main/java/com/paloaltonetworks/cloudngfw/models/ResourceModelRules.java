package com.paloaltonetworks.cloudngfw.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JClassContainer;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JFieldVar;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JPackage;
import com.sun.codemodel.JType;
import java.util.Map;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.Rule;
import org.jsonschema2pojo.rules.RuleFactory;
import org.jsonschema2pojo.util.NameHelper;

/**
 * Makes jsonschema2pojo map a resource schema as {@code cfn generate} does: enums and every text format are {@code String},
 * {@code int64} is {@code Long}, a free-form object is a {@code Map}, a {@code Set} needs {@code uniqueItems} without
 * {@code insertionOrder}, and the class of the schema itself is {@code ResourceModel} and knows its type name.
 */
public final class ResourceModelRules extends RuleFactory {

    /** A default is for the service to apply: filled in here, a partial model would claim values that nobody has set. */
    @Override
    public Rule<JFieldVar, JFieldVar> getDefaultRule() {
        return (name, node, parent, field, schema) -> field;
    }

    /** A Java enum would refuse to read a value that the service has learned since. */
    @Override
    public Rule<JClassContainer, JType> getEnumRule() {
        return (name, node, parent, container, schema) ->
                getTypeRule().apply(name, node, parent, container.getPackage(), schema);
    }

    @Override
    public Rule<JType, JType> getFormatRule() {
        return (name, format, parent, type, schema) ->
                format.asText().equals("int64") ? type.owner().ref(Long.class) : type;
    }

    @Override
    public Rule<JPackage, JClass> getArrayRule() {
        Rule<JPackage, JClass> stock = super.getArrayRule();
        return (name, node, parent, target, schema) ->
                stock.apply(name, isOrdered(node) ? withoutUniqueItems(node) : node, parent, target, schema);
    }

    @Override
    public Rule<JPackage, JType> getObjectRule() {
        Rule<JPackage, JType> stock = super.getObjectRule();
        return (name, node, parent, target, schema) -> {
            if (node.path("properties").isEmpty()) {
                return mapOf(name, node, target, schema);
            }
            JType type = stock.apply(name, node, parent, target, schema);
            if (node.has("typeName") && type instanceof JDefinedClass model) {
                String typeName = node.path("typeName").asText();
                model.field(JMod.PUBLIC | JMod.STATIC | JMod.FINAL, String.class, "TYPE_NAME", JExpr.lit(typeName));
            }
            return type;
        };
    }

    @Override
    public NameHelper getNameHelper() {
        return new NameHelper(getGenerationConfig()) {
            @Override
            public String getUniqueClassName(String nodeName, JsonNode node, JPackage target) {
                return node.has("typeName") ? "ResourceModel" : super.getUniqueClassName(nodeName, node, target);
            }
        };
    }

    /** Of the one pattern's type, which must be simple or a definition; without exactly one pattern, of anything. */
    private JClass mapOf(String name, JsonNode node, JPackage target, Schema schema) {
        JClass map = target.owner().ref(Map.class);
        JsonNode patterns = node.path("patternProperties");
        if (patterns.size() != 1) {
            return map.narrow(String.class, Object.class);
        }
        JsonNode value = patterns.elements().next();
        Schema valueSchema = new Schema(schema.getId(), value, schema.getParent());
        JType type = getSchemaRule().apply(name, value, node, target, valueSchema);
        return map.narrow(target.owner().ref(String.class), type.boxify());
    }

    private static boolean isOrdered(JsonNode array) {
        return array.path("insertionOrder").asBoolean(true);
    }

    private static JsonNode withoutUniqueItems(JsonNode array) {
        ObjectNode copy = array.deepCopy();
        copy.remove("uniqueItems");
        return copy;
    }
}
