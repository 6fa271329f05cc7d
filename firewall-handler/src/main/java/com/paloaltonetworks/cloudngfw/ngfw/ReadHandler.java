package com.paloaltonetworks.cloudngfw.ngfw;

import software.amazon.cloudformation.Action;

public final class ReadHandler extends FirewallHandler {
    public ReadHandler() {
        super(Action.READ);
    }
}
