package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.core.Handler;
import software.amazon.cloudformation.Action;

/** What the five handlers of the type have in common: the type. */
abstract class SecurityRuleHandler extends Handler<ResourceModel> {

    SecurityRuleHandler(Action action) {
        super(HandlerWrapper.TYPE.type(), action);
    }
}
