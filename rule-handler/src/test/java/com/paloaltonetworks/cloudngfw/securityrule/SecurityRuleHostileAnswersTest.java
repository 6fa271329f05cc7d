package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.core.testing.HostileAnswersContract;

class SecurityRuleHostileAnswersTest extends HostileAnswersContract {

    SecurityRuleHostileAnswersTest() {
        super(SecurityRuleSpecimen.RULE);
    }
}
