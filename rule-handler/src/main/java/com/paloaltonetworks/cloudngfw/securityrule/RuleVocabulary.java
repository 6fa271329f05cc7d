package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.core.check.Former;
import com.paloaltonetworks.cloudngfw.core.check.Vocabulary;
import java.util.Set;

/** What people write for a rule that the schema does not know; the type has no older version, so most is the API's. */
final class RuleVocabulary {

    static final Vocabulary VOCABULARY = new Vocabulary(Former.ofRule(""), Set.of());

    private RuleVocabulary() {}
}
