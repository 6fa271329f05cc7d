package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Ref and Fn::GetAtt of one placeholder, in the form in which AWS gives them. */
final class PlaceholderValues {

    /** Types whose Ref is an EC2 id, and its prefix. */
    private static final Map<String, String> EC2_PREFIXES = Map.of(
            "AWS::EC2::VPC", "vpc",
            "AWS::EC2::Subnet", "subnet",
            "AWS::EC2::SecurityGroup", "sg",
            "AWS::EC2::RouteTable", "rtb",
            "AWS::EC2::InternetGateway", "igw",
            "AWS::EC2::NatGateway", "nat",
            "AWS::EC2::NetworkAcl", "acl",
            "AWS::EC2::SubnetRouteTableAssociation", "rtbassoc",
            "AWS::EC2::VPCEndpoint", "vpce");

    /** Types whose Ref is the name in a property. */
    private static final Map<String, String> NAMED_BY = Map.of(
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::Policy", "PolicyName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::S3::Bucket", "BucketName",
            "AWS::S3::BucketPolicy", "Bucket",
            "AWS::Logs::LogGroup", "LogGroupName",
            "AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName",
            "AWS::SSM::Parameter", "Name");

    private final PlaceholderDefinition type;
    private final PlaceholderIdentity identity;
    private final ObjectNode properties;

    PlaceholderValues(PlaceholderDefinition type, PlaceholderIdentity identity, ObjectNode properties) {
        this.type = type;
        this.identity = identity;
        this.properties = properties;
    }

    String ref() {
        String name = type.name();
        if (EC2_PREFIXES.containsKey(name)) {
            return identity.ec2Id(EC2_PREFIXES.get(name));
        }
        if (NAMED_BY.containsKey(name)) {
            String generated = identity.generatedName();
            boolean bucket = name.equals("AWS::S3::Bucket");
            return text(NAMED_BY.get(name), bucket ? generated.toLowerCase(Locale.ROOT) : generated);
        }
        return switch (name) {
            case "AWS::IAM::ManagedPolicy" ->
                identity.globalArn(
                        "iam", "policy" + text("Path", "/") + text("ManagedPolicyName", identity.generatedName()));
            case "AWS::SecretsManager::Secret" ->
                identity.arn(
                        "secretsmanager",
                        "secret:" + text("Name", identity.generatedName()) + "-" + identity.code("secret", 6));
            case "AWS::CloudFormation::WaitConditionHandle" ->
                "https://cloudformation-waitcondition-" + identity.region() + ".s3.amazonaws.com/"
                        + identity.generatedName();
            case "AWS::CloudFormation::ResourceVersion" -> typeArn() + "/00000001";
            case "AWS::CloudFormation::ResourceDefaultVersion", "AWS::CloudFormation::TypeActivation" -> typeArn();
            case "AWS::EC2::EIP" -> "203.0.113." + (Math.floorMod(identity.hashCode(), 254) + 1);
            default ->
                type.primaryIdentifier().stream()
                        .map(part -> text(part, identity.code(part, 12)))
                        .collect(Collectors.joining("|"));
        };
    }

    /** The value of an attribute of the type. */
    JsonNode attribute(String attribute) {
        return switch (attribute) {
            case "Arn", "PolicyArn" -> TextNode.valueOf(arn());
            case "VpcId", "SubnetId", "GroupId", "InternetGatewayId", "RouteTableId", "NatGatewayId" ->
                ownIdOr(attribute);
            case "Id", "TypeVersionArn" -> TextNode.valueOf(ref());
            case "RoleId" -> TextNode.valueOf("AROA" + identity.code(attribute, 17));
            case "PolicyId" -> TextNode.valueOf("ANPA" + identity.code(attribute, 17));
            case "DefaultSecurityGroup" -> TextNode.valueOf(identity.ec2Id("sg"));
            case "DefaultNetworkAcl" -> TextNode.valueOf(identity.ec2Id("acl"));
            case "NetworkAclAssociationId" -> TextNode.valueOf(identity.ec2Id("aclassoc"));
            case "AllocationId" -> TextNode.valueOf(identity.ec2Id("eipalloc"));
            case "CidrBlockAssociations" -> list(identity.ec2Id("vpc-cidr-assoc"));
            case "NetworkInterfaceIds" -> list(identity.ec2Id("eni"));
            case "Ipv6CidrBlocks", "DnsEntries" -> JsonNodeFactory.instance.arrayNode();
            case "AvailabilityZone" -> TextNode.valueOf(text(attribute, identity.region() + "a"));
            case "DomainName", "RegionalDomainName", "DualStackDomainName", "WebsiteURL" ->
                TextNode.valueOf(bucket(attribute));
            case "TypeArn" -> TextNode.valueOf(typeArn());
            case "VersionId" -> TextNode.valueOf("00000001");
            default ->
                properties.has(attribute) ? properties.get(attribute) : TextNode.valueOf(identity.code(attribute, 12));
        };
    }

    private String arn() {
        return switch (type.name()) {
            case "AWS::IAM::Role" -> identity.globalArn("iam", "role" + text("Path", "/") + ref());
            case "AWS::IAM::InstanceProfile" ->
                identity.globalArn("iam", "instance-profile" + text("Path", "/") + ref());
            case "AWS::S3::Bucket" -> "arn:" + identity.partition() + ":s3:::" + ref();
            case "AWS::Logs::LogGroup" -> identity.arn("logs", "log-group:" + ref() + ":*");
            case "AWS::KinesisFirehose::DeliveryStream" -> identity.arn("firehose", "deliverystream/" + ref());
            case "AWS::SSM::Parameter" -> identity.arn("ssm", "parameter/" + ref());
            default -> ref();
        };
    }

    private String typeArn() {
        String named = text("TypeNameAlias", text("TypeName", "Unknown::Unknown::Unknown"));
        return identity.arn("cloudformation", "type/resource/" + named.replace("::", "-"));
    }

    private String bucket(String attribute) {
        String name = ref();
        return switch (attribute) {
            case "DomainName" -> name + ".s3.amazonaws.com";
            case "RegionalDomainName" -> name + ".s3." + identity.region() + ".amazonaws.com";
            case "DualStackDomainName" -> name + ".s3.dualstack." + identity.region() + ".amazonaws.com";
            default -> "http://" + name + ".s3-website-" + identity.region() + ".amazonaws.com";
        };
    }

    /** A VPC's VpcId is its own id, a subnet's is the one in its properties. */
    private JsonNode ownIdOr(String attribute) {
        boolean own = type.primaryIdentifier().equals(java.util.List.of(attribute));
        return TextNode.valueOf(own ? ref() : text(attribute, ref()));
    }

    private String text(String property, String otherwise) {
        return properties.path(property).asText(otherwise);
    }

    private static JsonNode list(String item) {
        return JsonNodeFactory.instance.arrayNode().add(item);
    }
}
