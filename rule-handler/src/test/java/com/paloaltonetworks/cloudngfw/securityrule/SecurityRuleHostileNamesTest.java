package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.core.testing.HostileNamesContract;

class SecurityRuleHostileNamesTest extends HostileNamesContract {

    SecurityRuleHostileNamesTest() {
        super(SecurityRuleSpecimen.RULE);
    }
}
