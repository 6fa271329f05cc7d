package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.core.testing.HostileNamesContract;

class RulestackHostileNamesTest extends HostileNamesContract {

    RulestackHostileNamesTest() {
        super(RulestackSpecimen.RULESTACK);
    }
}
