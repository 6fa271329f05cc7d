package com.paloaltonetworks.cloudngfw.simulator.token;

import java.time.Instant;

/** What the service remembers of a token it has issued. */
public record ApiToken(String jwt, AdminKind kind, String account, Instant expires) {}
