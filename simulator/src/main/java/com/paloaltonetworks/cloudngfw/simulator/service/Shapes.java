package com.paloaltonetworks.cloudngfw.simulator.service;

import static com.paloaltonetworks.cloudngfw.simulator.service.Field.flag;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.object;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.objects;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.text;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.texts;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.whole;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The bodies of rulestacks and rules. Where the vendor's texts name two spellings both are read; answers use the SDK's,
 * which its published CloudFormation types share.
 */
final class Shapes {
    static final String NAME = "^[a-zA-Z0-9-]+$";

    static final Shape TAG =
            Shape.of(text("Key").need().length(1, 128), text("Value").need().length(1, 256));

    private static final Shape PROFILES = Shape.of(
            profile("AntiSpywareProfile").preset("BestPractice"),
            profile("AntiVirusProfile").preset("BestPractice"),
            profile("VulnerabilityProfile").preset("BestPractice"),
            profile("FileBlockingProfile").preset("BestPractice"),
            profile("URLFilteringProfile").preset("None"),
            text("OutboundTrustCertificate"),
            text("OutboundUntrustCertificate"));

    static final Shape RULESTACK = Shape.of(
            text("Scope").oneOf("Local", "Global").preset("Local"),
            text("AccountId").max(12).pattern("^$|^[0-9]+$"),
            text("AccountGroup"),
            text("Description").max(512),
            text("MinAppIdVersion").pattern("^[0-9]+-[0-9]+$").preset("8433-6838"),
            text("LookupXForwardedFor").oneOf("SecurityPolicy", "None").preset("None"),
            object("Profiles", PROFILES).always(),
            objects("Tags", TAG),
            text("UpdateToken"));

    static final Shape RULESTACK_CREATE = Shape.of(
            text("RuleStackName").need().length(1, 128).pattern(NAME),
            object("RuleStackEntry", RULESTACK).always());

    static final Shape RULESTACK_UPDATE =
            Shape.of(object("RuleStackEntry", RULESTACK).always());

    private static final Shape SOURCE = Shape.of(
                    texts("Cidrs").check(Addresses::isAnyOrPrefix, "must be an IP address, a CIDR or any"),
                    texts("Countries").pattern("^[A-Z0-9]{2}$"),
                    texts("Feeds"),
                    texts("PrefixLists"))
            .completedBy(Shapes::anyAddress);

    private static final Shape DESTINATION = Shape.of(
                    texts("Cidrs").check(Addresses::isAnyOrPrefix, "must be an IP address, a CIDR or any"),
                    texts("Countries").pattern("^[A-Z0-9]{2}$"),
                    texts("Feeds"),
                    texts("PrefixLists"),
                    texts("FqdnLists"))
            .completedBy(Shapes::anyAddress);

    static final Shape RULE = Shape.of(
                    text("RuleName").need().length(1, 128).pattern(NAME),
                    text("Description").max(512),
                    flag("Enabled").preset(true),
                    object("Source", SOURCE).always(),
                    flag("NegateSource").preset(false),
                    object("Destination", DESTINATION).always(),
                    flag("NegateDestination").preset(false),
                    texts("Applications").max(63).preset("Any"),
                    object(
                            "Category",
                            Shape.of(texts("URLCategoryNames").max(128), texts("Feeds", "IntelligentFeeds"))),
                    text("Protocol").max(63),
                    texts("ProtPortList")
                            .length(1, 63)
                            .check(Addresses::isPort, "must be a protocol with a port or a range of ports"),
                    text("AuditComment").max(512),
                    text("Action")
                            .oneOf("Allow", "DenySilent", "DenyResetServer", "DenyResetBoth")
                            .preset("Allow"),
                    flag("Logging").preset(false),
                    text("DecryptionRuleType")
                            .oneOf(
                                    "",
                                    "SSLOutboundInspection",
                                    "SSLInboundInspection",
                                    "SSLOutboundNoInspection",
                                    "SSLInboundNoInspection"),
                    text("InboundInspectionCertificate").pattern("^[a-zA-Z0-9_-]{1,63}$"),
                    objects(
                            "Tags",
                            Shape.of(
                                    text("Key").need().length(1, 128),
                                    text("Value").need().length(1, 128))),
                    text("UpdateToken"))
            .completedBy(Shapes::anyService);

    static final Shape RULE_CREATE = Shape.of(
            whole("Priority", 1, 1_000_000).need(), object("RuleEntry", RULE).need());

    static final Shape RULE_UPDATE = Shape.of(object("RuleEntry", RULE).need());

    static final Shape TAGS = Shape.of(objects("Tags", TAG).need(), text("AccountId"));

    static final Shape UNTAG = Shape.of(texts("TagKeys").need().length(1, 128), text("AccountId"));

    private Shapes() {}

    /** The vendor's texts write both {@code custom} and {@code Custom}. */
    private static Field profile(String name) {
        return text(name).anyCaseOf("custom", "BestPractice", "None");
    }

    private static void anyAddress(ObjectNode side) {
        if (side.isEmpty()) {
            side.putArray("Cidrs").add("Any");
        }
    }

    /** Guess: the preset protocol does not apply beside a port list. */
    private static void anyService(ObjectNode rule) {
        if (!rule.has("Protocol") && !rule.has("ProtPortList")) {
            rule.put("Protocol", "application-default");
        }
        if (rule.path("DecryptionRuleType").asText().isEmpty()) {
            rule.remove("DecryptionRuleType");
        }
    }
}
