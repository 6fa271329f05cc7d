package com.paloaltonetworks.cloudngfw.rulestack;

import software.amazon.cloudformation.Action;

final class ListHandler extends RulestackHandler {
    ListHandler() {
        super(Action.LIST);
    }
}
