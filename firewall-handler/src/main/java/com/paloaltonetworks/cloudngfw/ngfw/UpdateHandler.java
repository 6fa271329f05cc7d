package com.paloaltonetworks.cloudngfw.ngfw;

import software.amazon.cloudformation.Action;

public final class UpdateHandler extends FirewallHandler {
    public UpdateHandler() {
        super(Action.UPDATE);
    }
}
