package com.paloaltonetworks.cloudngfw.rulestack;

import software.amazon.cloudformation.Action;

final class CreateHandler extends RulestackHandler {
    CreateHandler() {
        super(Action.CREATE);
    }
}
