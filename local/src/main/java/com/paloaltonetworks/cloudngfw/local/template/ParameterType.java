package com.paloaltonetworks.cloudngfw.local.template;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's type, taken apart.
 *
 * @param element the type of one value: String, Number or an AWS-specific type
 * @param list whether the value is a list of them, written with commas
 * @param stored whether the value given is the name of an SSM parameter that holds it
 */
record ParameterType(String element, boolean list, boolean stored) {

    private static final String SSM_VALUE = "AWS::SSM::Parameter::Value<";
    private static final String HEX_ID = "-([0-9a-f]{8}|[0-9a-f]{17})";

    /** AWS-specific types and the shape of their values; whether such an object exists cannot be known here. */
    private static final Map<String, Pattern> SHAPES = new TreeMap<>(Map.ofEntries(
            shape("AWS::EC2::AvailabilityZone::Name", "[a-z]{2}(-[a-z]+)+-[0-9]+([a-z]|-[a-z0-9-]+)"),
            shape("AWS::EC2::Image::Id", "ami" + HEX_ID),
            shape("AWS::EC2::Instance::Id", "i" + HEX_ID),
            shape("AWS::EC2::KeyPair::KeyName", ".{1,255}"),
            shape("AWS::EC2::SecurityGroup::GroupName", ".{1,255}"),
            shape("AWS::EC2::SecurityGroup::Id", "sg" + HEX_ID),
            shape("AWS::EC2::Subnet::Id", "subnet" + HEX_ID),
            shape("AWS::EC2::Volume::Id", "vol" + HEX_ID),
            shape("AWS::EC2::VPC::Id", "vpc" + HEX_ID),
            shape("AWS::Route53::HostedZone::Id", "[A-Z0-9]{1,32}"),
            shape("AWS::SSM::Parameter::Name", "[a-zA-Z0-9_./:-]{1,2048}")));

    private static Map.Entry<String, Pattern> shape(String type, String pattern) {
        return Map.entry(type, Pattern.compile(pattern));
    }

    static boolean isKnown(String name) {
        ParameterType type = of(name);
        boolean commaList = type.list && type.element.equals("String");
        return type.element.equals("Number")
                || SHAPES.containsKey(type.element)
                || (type.element.equals("String") && (!commaList || type.stored || name.equals("CommaDelimitedList")));
    }

    static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(Set.of("String", "Number", "List<Number>", "CommaDelimitedList"));
        SHAPES.keySet().forEach(type -> {
            names.add(type);
            names.add("List<" + type + ">");
        });
        return names;
    }

    static ParameterType of(String name) {
        if (name.startsWith(SSM_VALUE) && name.endsWith(">")) {
            ParameterType inner = of(name.substring(SSM_VALUE.length(), name.length() - 1));
            return new ParameterType(inner.element, inner.list, true);
        }
        if (name.equals("CommaDelimitedList")) {
            return new ParameterType("String", true, false);
        }
        boolean list = name.startsWith("List<") && name.endsWith(">");
        return new ParameterType(list ? name.substring("List<".length(), name.length() - 1) : name, list, false);
    }

    boolean isNumber() {
        return element.equals("Number");
    }

    /** The shape of one value; null when any text will do. */
    @Nullable
    Pattern shape() {
        return SHAPES.get(element);
    }
}
