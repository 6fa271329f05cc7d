package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.client.model.FirewallStatus;

/** A firewall and what it is doing. */
public record FirewallView(Firewall firewall, FirewallStatus status) {}
