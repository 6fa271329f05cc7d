package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.core.testing.HostileAnswersContract;

class RulestackHostileAnswersTest extends HostileAnswersContract {

    RulestackHostileAnswersTest() {
        super(RulestackSpecimen.RULESTACK);
    }
}
