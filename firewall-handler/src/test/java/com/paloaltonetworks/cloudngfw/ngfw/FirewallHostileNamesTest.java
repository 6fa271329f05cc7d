package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.core.testing.HostileNamesContract;

class FirewallHostileNamesTest extends HostileNamesContract {

    FirewallHostileNamesTest() {
        super(FirewallSpecimen.FIREWALL);
    }
}
