package com.paloaltonetworks.cloudngfw.simulator;

/** Through which door a call comes in: what it knows of the simulated time, and whom it must prove to be. */
public enum Door {
    /** The handlers': they go by the simulated clock, and every signature is checked as AWS does. */
    HANDLERS,

    /**
     * The one for a user's own tools. They sign by the machine's clock, so that is in time too. STS does not check signatures
     * here: keys that it has issued stand for their role, any others for the execution role.
     */
    TOOLS
}
