package com.paloaltonetworks.cloudngfw.local.stack;

/** The statuses of a resource that the local engine gives. */
public enum ResourceStatus {
    CREATE_IN_PROGRESS,
    CREATE_FAILED,
    CREATE_COMPLETE,
    UPDATE_IN_PROGRESS,
    UPDATE_FAILED,
    UPDATE_COMPLETE,
    DELETE_IN_PROGRESS,
    DELETE_FAILED,
    DELETE_COMPLETE,
    DELETE_SKIPPED;

    public boolean isInProgress() {
        return name().endsWith("_IN_PROGRESS");
    }

    public boolean isFailed() {
        return name().endsWith("_FAILED");
    }
}
