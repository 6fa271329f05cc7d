package com.paloaltonetworks.cloudngfw.ngfw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.paloaltonetworks.cloudngfw.core.check.Former;
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import java.util.List;
import java.util.Set;

/**
 * What people write for a firewall that the schema does not know: names and shapes of the type's first public version
 * (1.0.0), and names of the service's API.
 */
final class FirewallVocabulary {

    static final Vocabulary VOCABULARY = Vocabulary.withTokens(
            List.of(
                    place("/SubnetMappings/*"),
                    place("/AssociateSubnetMappings/*"),
                    place("/DisassociateSubnetMappings/*"),
                    Former.renamed("/MultiVpc", "MultiVpcEnable"),
                    Former.renamed("/VpcIds", "VPCIds"),
                    Former.tags("/Tags")),
            Set.of());

    private FirewallVocabulary() {}

    private static Former place(String path) {
        return Former.reshaped(
                path,
                JsonNode::isTextual,
                text -> JsonNodeFactory.instance.objectNode().set(member(text.textValue()), text),
                "a subnet mapping is an object now, no longer a text");
    }

    /** Such as use1-az1, us-east-1a or subnet-0a1b. */
    private static String member(String place) {
        if (place.matches("[a-z]+[0-9]+-az[0-9]+")) {
            return "AvailabilityZoneId";
        }
        return place.matches("[a-z]{2}(-[a-z]+)+-[0-9]+[a-z]") ? "AvailabilityZone" : "SubnetId";
    }
}
