package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.core.Handler;
import software.amazon.cloudformation.Action;

/** Joins the five handlers to the type's plans. */
abstract class FirewallHandler extends Handler<ResourceModel> {
    FirewallHandler(Action action) {
        super(FirewallType.INSTANCE, action);
    }
}
