package com.paloaltonetworks.cloudngfw.simulator.service;

import static com.paloaltonetworks.cloudngfw.simulator.service.Field.flag;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.objects;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.text;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.texts;

/** The bodies of firewalls, API version 1. */
final class FirewallShapes {
    private static final Shape SUBNET =
            Shape.of(text("SubnetId"), text("AvailabilityZone"), text("AvailabilityZoneId"));

    static final Shape CREATE = Shape.of(
            text("FirewallName").need().length(1, 128).pattern(Shapes.NAME),
            text("AccountId").pattern("^$|^\\d{12}$"),
            text("VpcId").need(),
            text("EndpointMode").need().oneOf("ServiceManaged", "CustomerManaged"),
            objects("SubnetMappings", SUBNET).need(),
            flag("MultiVpcEnable", "MultiVpc").preset(false),
            text("RuleStackName").max(128),
            text("GlobalRuleStackName").max(128),
            text("Description").max(512),
            text("LinkId"),
            objects("Tags", Shapes.TAG));

    /** What an answer shows of a firewall. */
    static final Shape RESOURCE = Shape.of(objects("SubnetMappings", SUBNET), objects("Tags", Shapes.TAG));

    static final Shape DESCRIPTION = change(text("Description").max(512));

    static final Shape SUBNETS = change(
            objects("AssociateSubnetMappings", SUBNET),
            objects("DisassociateSubnetMappings", SUBNET),
            flag("MultiVpcEnable", "MultiVpc"));

    static final Shape CONTENT_VERSION =
            change(text("AppIdVersion").max(64).pattern("^[0-9]+-[0-9]+$"), flag("AutomaticUpgradeAppIdVersion"));

    /** The features are taken as they come: their inner fields are documented for version 2 only. */
    static final Shape FEATURES =
            change(text("FirewallName"), Field.anything("Features").need());

    static final Shape ASSOCIATION = Shape.of(
            text("RuleStackName").max(128), text("AccountId").need().pattern("^\\d{12}$"), text("UpdateToken"));

    static final Shape LINK = change(text("LinkId"));

    private static final Shape LOG_DESTINATION = Shape.of(
            text("LogDestination").need(),
            text("LogDestinationType").need().oneOf("S3", "CloudWatchLogs", "KinesisDataFirehose"),
            text("LogType").need().oneOf("TRAFFIC", "THREAT", "DECRYPTION", "USER_ID"));

    static final Shape LOG_PROFILE = Shape.of(
            text("AccountId"),
            text("FirewallName"),
            objects("LogDestinationConfigs", LOG_DESTINATION),
            text("CloudWatchMetricNamespace"),
            texts("CloudWatchMetricsFields"),
            flag("AdvancedThreatLog"));

    private FirewallShapes() {}

    private static Shape change(Field... fields) {
        return Shape.of(fields).and(text("AccountId")).and(text("UpdateToken"));
    }
}
