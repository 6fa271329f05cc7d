package com.paloaltonetworks.cloudngfw.rulestack;

import software.amazon.cloudformation.Action;

final class UpdateHandler extends RulestackHandler {
    UpdateHandler() {
        super(Action.UPDATE);
    }
}
