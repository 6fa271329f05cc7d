package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Brings numbers into the form in which they come back from a file or a handler, so that equal ones are equal. */
final class Numbers {

    private Numbers() {}

    static JsonNode plain(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), plain(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(plain(item)));
            return array;
        }
        return value.isNumber() ? of(value.decimalValue()) : value;
    }

    static JsonNode of(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (whole && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            return IntNode.valueOf(number.intValueExact());
        }
        return whole && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? LongNode.valueOf(number.longValueExact())
                : DoubleNode.valueOf(number.doubleValue());
    }
}
