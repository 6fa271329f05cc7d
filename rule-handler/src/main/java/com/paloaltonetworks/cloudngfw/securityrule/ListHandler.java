package com.paloaltonetworks.cloudngfw.securityrule;

import software.amazon.cloudformation.Action;

final class ListHandler extends SecurityRuleHandler {
    ListHandler() {
        super(Action.LIST);
    }
}
