package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random pieces of templates: words that mean something, in places where they mean nothing. */
final class RandomTrees {

    private static final String[] SECTIONS =
            TemplateFrame.SECTIONS.stream().sorted().toArray(String[]::new);
    private static final String[] MEMBERS = {
        "Type",
        "Properties",
        "DependsOn",
        "Condition",
        "DeletionPolicy",
        "UpdateReplacePolicy",
        "Metadata",
        "Default",
        "AllowedValues",
        "AllowedPattern",
        "MinLength",
        "MaxLength",
        "MinValue",
        "MaxValue",
        "NoEcho",
        "ConstraintDescription",
        "Value",
        "Export",
        "Name",
        "RuleStackName",
        "RuleStack",
        "RuleList",
        "Priority",
        "SecurityObjects",
        "Tags",
        "Key",
        "SubnetMappings",
        "Policy",
        "Vpc",
        "Rule",
        "Prefix",
        "strict",
        "IsStrict"
    };
    private static final String[] FUNCTIONS = {
        "Ref",
        "Condition",
        "Fn::Base64",
        "Fn::Cidr",
        "Fn::FindInMap",
        "Fn::GetAtt",
        "Fn::GetAZs",
        "Fn::ImportValue",
        "Fn::Join",
        "Fn::Select",
        "Fn::Split",
        "Fn::Sub",
        "Fn::If",
        "Fn::Equals",
        "Fn::And",
        "Fn::Or",
        "Fn::Not",
        "Fn::Transform",
        "Fn::ForEach::Loop",
        "Fn::Length",
        "Fn::ToJsonString",
        "Fn::Nothing"
    };
    private static final String[] TYPES = {
        "String",
        "Number",
        "CommaDelimitedList",
        "List<Number>",
        "AWS::EC2::VPC::Id",
        "AWS::SSM::Parameter::Value<String>",
        "AWS::EC2::VPC",
        "AWS::IAM::Role",
        "AWS::SSM::Parameter",
        "PaloAltoNetworks::CloudNGFW::NGFW",
        "PaloAltoNetworks::CloudNGFW::RuleStack",
        "PaloAltoNetworks::CloudNGFW::SecurityRule",
        "Custom::Thing"
    };
    private static final String[] TEXTS = {
        "",
        " ",
        ".",
        "..",
        "a.b.c",
        "Policy",
        "Policy.RuleStackName",
        "Policy.",
        ".Policy",
        "Vpc",
        "Prefix",
        "Sites",
        "IsStrict",
        "Ports",
        "strict",
        "web",
        "all",
        "AWS::NoValue",
        "AWS::Region",
        "AWS::NoSuch",
        "any",
        "true",
        "NO",
        "Retain",
        "Snapshot",
        "2010-09-09",
        "${Prefix}",
        "${",
        "${}",
        "${!Prefix}",
        "${Prefix.x}",
        "${ Vpc }",
        "$",
        "${AWS::StackName}-x",
        "{{resolve:ssm:a}}",
        "{{resolve:ssm:a:1}}",
        "{{resolve:ssm-secure:a}}",
        "{{resolve:",
        "{{resolve:secretsmanager:a:SecretString:b::}}",
        "10.0.0.0/8",
        "10.0.0.0/99",
        "1.2.3/8",
        "999.1.2.3/8",
        "::/0",
        "::ffff:1.2.3.4/100",
        "fe80::%1/64",
        "/",
        "/8",
        "~0",
        "~1/~",
        "-1",
        "0",
        "1",
        "3",
        "256",
        "99999999999999999999",
        "1e3",
        "1e999999999",
        "-1e-999999999",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "089",
        "(a+)+$",
        "(a|b)*c",
        "(x{1000}){1000}",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        "[",
        "(?<n>",
        "\\",
        "\0",
        "\n",
        "ä漢😀",
        "\ud800",
        "\u202e",
        "%s%n",
        "<<",
        "null",
        "eu-west-1",
        "TCP:443",
        "*"
    };

    private RandomTrees() {}

    /** Names of sections, members and functions, and some that are none. */
    static Arbitrary<String> keys() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(SECTIONS)),
                Tuple.of(6, Arbitraries.of(MEMBERS)),
                Tuple.of(6, Arbitraries.of(FUNCTIONS)),
                Tuple.of(1, Arbitraries.of(TEXTS)));
    }

    static Arbitrary<JsonNode> values() {
        return Arbitraries.recursive(RandomTrees::leaves, RandomTrees::branches, 0, 2);
    }

    /** Sections of what looks like members, now and then with a real one's form. */
    static Arbitrary<ObjectNode> documents() {
        Arbitrary<ObjectNode> resources = Combinators.combine(
                        Arbitraries.of(TYPES), objects(values()), objects(values()))
                .as((type, properties, more) -> {
                    ObjectNode resource = more.deepCopy().put("Type", type);
                    resource.set("Properties", properties);
                    return resource;
                });
        Arbitrary<ObjectNode> parameters = Combinators.combine(Arbitraries.of(TYPES), objects(leaves()))
                .as((type, more) -> more.deepCopy().put("Type", type));
        return Combinators.combine(
                        objects(values()),
                        objects(parameters),
                        objects(objects(objects(leaves()))),
                        objects(calls(values())),
                        objects(resources),
                        objects(objects(values())))
                .as((all, first, second, third, fourth, fifth) -> {
                    ObjectNode document = JsonNodeFactory.instance.objectNode();
                    document.set("Parameters", first);
                    document.set("Mappings", second);
                    document.set("Conditions", third);
                    document.set("Resources", fourth);
                    document.set("Outputs", fifth);
                    return document.setAll(all);
                });
    }

    /** A call of a function with arguments of about the right number. */
    static Arbitrary<ObjectNode> calls(Arbitrary<? extends JsonNode> arguments) {
        Arbitrary<JsonNode> argument = Arbitraries.frequencyOf(
                Tuple.of(3, lists(arguments).map(list -> (JsonNode) list)),
                Tuple.of(1, arguments.map(value -> (JsonNode) value)));
        return Combinators.combine(Arbitraries.of(FUNCTIONS), argument)
                .as((function, value) -> JsonNodeFactory.instance.objectNode().set(function, value));
    }

    private static Arbitrary<JsonNode> branches(Arbitrary<JsonNode> inner) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, lists(inner).map(list -> (JsonNode) list)),
                Tuple.of(2, objects(inner).map(object -> (JsonNode) object)),
                Tuple.of(3, calls(inner).map(call -> (JsonNode) call)));
    }

    private static Arbitrary<ArrayNode> lists(Arbitrary<? extends JsonNode> items) {
        return items.list()
                .ofMaxSize(3)
                .map(list -> JsonNodeFactory.instance.arrayNode().addAll(List.copyOf(list)));
    }

    private static Arbitrary<ObjectNode> objects(Arbitrary<? extends JsonNode> values) {
        return Arbitraries.maps(keys(), values)
                .ofMaxSize(3)
                .map(members -> JsonNodeFactory.instance.objectNode().setAll(members));
    }

    private static Arbitrary<JsonNode> leaves() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(TEXTS).map(text -> (JsonNode) TextNode.valueOf(text))),
                Tuple.of(1, Arbitraries.of(TYPES).map(text -> (JsonNode) TextNode.valueOf(text))),
                Tuple.of(2, numbers()),
                Tuple.of(1, Arbitraries.of(true, false).map(flag -> (JsonNode) BooleanNode.valueOf(flag))),
                Tuple.of(1, Arbitraries.just((JsonNode) NullNode.getInstance())));
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.of(
                IntNode.valueOf(-1),
                IntNode.valueOf(0),
                IntNode.valueOf(1),
                IntNode.valueOf(Integer.MAX_VALUE),
                BigIntegerNode.valueOf(BigInteger.TEN.pow(40)),
                DecimalNode.valueOf(new BigDecimal("0.1")),
                DecimalNode.valueOf(new BigDecimal("1E+999999999")),
                DecimalNode.valueOf(new BigDecimal("1E-999999999")));
    }
}
