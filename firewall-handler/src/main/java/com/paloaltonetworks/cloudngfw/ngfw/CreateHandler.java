package com.paloaltonetworks.cloudngfw.ngfw;

import software.amazon.cloudformation.Action;

public final class CreateHandler extends FirewallHandler {
    public CreateHandler() {
        super(Action.CREATE);
    }
}
