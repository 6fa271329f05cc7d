package com.paloaltonetworks.cloudngfw.securityrule;

import software.amazon.cloudformation.Action;

final class CreateHandler extends SecurityRuleHandler {
    CreateHandler() {
        super(Action.CREATE);
    }
}
