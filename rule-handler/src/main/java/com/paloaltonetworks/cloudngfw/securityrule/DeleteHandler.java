package com.paloaltonetworks.cloudngfw.securityrule;

import software.amazon.cloudformation.Action;

final class DeleteHandler extends SecurityRuleHandler {
    DeleteHandler() {
        super(Action.DELETE);
    }
}
