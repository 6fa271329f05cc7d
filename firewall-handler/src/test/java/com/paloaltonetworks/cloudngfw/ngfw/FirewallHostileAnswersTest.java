package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.core.testing.HostileAnswersContract;

class FirewallHostileAnswersTest extends HostileAnswersContract {

    FirewallHostileAnswersTest() {
        super(FirewallSpecimen.FIREWALL);
    }
}
