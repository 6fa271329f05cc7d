package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.core.Handler;
import software.amazon.cloudformation.Action;

/** What the five handlers of the type have in common: the type. */
abstract class RulestackHandler extends Handler<ResourceModel> {

    RulestackHandler(Action action) {
        super(HandlerWrapper.TYPE.type(), action);
    }
}
