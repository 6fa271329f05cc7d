package com.paloaltonetworks.cloudngfw.client;

/** How an IAM role is assumed. */
@FunctionalInterface
public interface RoleSession {
    /** @throws NgfwException of kind DENIED when the role may not be assumed */
    Keys assume(String roleArn, String sessionName);
}
