package com.paloaltonetworks.cloudngfw.securityrule;

import software.amazon.cloudformation.Action;

final class ReadHandler extends SecurityRuleHandler {
    ReadHandler() {
        super(Action.READ);
    }
}
