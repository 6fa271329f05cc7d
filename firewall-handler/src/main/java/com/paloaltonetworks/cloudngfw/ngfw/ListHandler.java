package com.paloaltonetworks.cloudngfw.ngfw;

import software.amazon.cloudformation.Action;

public final class ListHandler extends FirewallHandler {
    public ListHandler() {
        super(Action.LIST);
    }
}
