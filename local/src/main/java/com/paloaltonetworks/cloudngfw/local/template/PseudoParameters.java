package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pseudo parameters of a stack stand for. */
public record PseudoParameters(String account, String region, String stackName, String stackId) {

    /** The value of a pseudo parameter; empty for any other name, AWS::NoValue included. */
    public Optional<JsonNode> value(String name) {
        return switch (name) {
            case "AWS::AccountId" -> text(account);
            case "AWS::Region" -> text(region);
            case "AWS::StackName" -> text(stackName);
            case "AWS::StackId" -> text(stackId);
            case "AWS::Partition" -> text(partition());
            case "AWS::URLSuffix" -> text(partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com");
            case "AWS::NotificationARNs" -> Optional.of(JsonNodeFactory.instance.arrayNode());
            default -> Optional.empty();
        };
    }

    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** Three zones for every Region. Guess: a real account may see more, fewer, or others. */
    public JsonNode availabilityZones(String wanted) {
        String name = wanted.isEmpty() ? region : wanted;
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(Stream.of("a", "b", "c")
                        .map(zone -> TextNode.valueOf(name + zone))
                        .toList());
    }

    private static Optional<JsonNode> text(String value) {
        return Optional.of(TextNode.valueOf(value));
    }
}
