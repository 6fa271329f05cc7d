package com.paloaltonetworks.cloudngfw.ngfw;

import software.amazon.cloudformation.Action;

public final class DeleteHandler extends FirewallHandler {
    public DeleteHandler() {
        super(Action.DELETE);
    }
}
