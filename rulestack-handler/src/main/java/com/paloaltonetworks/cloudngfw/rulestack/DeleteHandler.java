package com.paloaltonetworks.cloudngfw.rulestack;

import software.amazon.cloudformation.Action;

final class DeleteHandler extends RulestackHandler {
    DeleteHandler() {
        super(Action.DELETE);
    }
}
