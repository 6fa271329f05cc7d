package com.paloaltonetworks.cloudngfw.securityrule;

import software.amazon.cloudformation.Action;

final class UpdateHandler extends SecurityRuleHandler {
    UpdateHandler() {
        super(Action.UPDATE);
    }
}
