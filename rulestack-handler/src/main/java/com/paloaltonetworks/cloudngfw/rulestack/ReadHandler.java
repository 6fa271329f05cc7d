package com.paloaltonetworks.cloudngfw.rulestack;

import software.amazon.cloudformation.Action;

final class ReadHandler extends RulestackHandler {
    ReadHandler() {
        super(Action.READ);
    }
}
