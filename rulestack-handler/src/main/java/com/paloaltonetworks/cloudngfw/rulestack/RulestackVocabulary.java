package com.paloaltonetworks.cloudngfw.rulestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.core.check.Former;
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What people write for a rulestack that the schema does not know: names of the type's first public version (1.0.0), some of
 * which the vendor's documentation still shows, and names of the service's API.
 */
final class RulestackVocabulary {

    static final Vocabulary VOCABULARY = Vocabulary.withTokens(
                    List.of(
                            Former.listed("/SecurityObjects/PrefixList", "PrefixLists"),
                            Former.listed("/SecurityObjects/FqdnList", "FqdnLists"),
                            Former.listed("/SecurityObjects/CustomUrlCategory", "CustomUrlCategories"),
                            Former.listed("/SecurityObjects/IntelligentFeed", "IntelligentFeeds"),
                            Former.listed("/SecurityObjects/CertificateObject", "CertificateObjects"),
                            Former.listed("/SecurityObjects/CertificateLists", "CertificateObjects"),
                            Former.renamed("/SecurityObjects/CustomUrlCategories/*/UrlTargets", "URLTargets"),
                            new Former(
                                    "/CustomSecurityProfiles/FileBlocking",
                                    JsonNode::isArray,
                                    "FileTypes",
                                    UnaryOperator.identity(),
                                    "FileBlocking is a single object; FileTypes takes a list",
                                    null),
                            Former.tags("/Tags")),
                    Set.of("/RuleStack/Deploy"))
            .and(Former.ofRule("/RuleList/*"));

    private RulestackVocabulary() {}
}
