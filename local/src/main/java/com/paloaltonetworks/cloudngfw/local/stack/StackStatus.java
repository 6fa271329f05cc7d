package com.paloaltonetworks.cloudngfw.local.stack;

/** The statuses of a stack, as CloudFormation names them. */
public enum StackStatus {
    CREATE_IN_PROGRESS,
    CREATE_FAILED,
    CREATE_COMPLETE,
    ROLLBACK_IN_PROGRESS,
    ROLLBACK_FAILED,
    ROLLBACK_COMPLETE,
    UPDATE_IN_PROGRESS,
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_FAILED,
    UPDATE_ROLLBACK_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE,
    UPDATE_ROLLBACK_FAILED,
    DELETE_IN_PROGRESS,
    DELETE_FAILED,
    DELETE_COMPLETE;

    public boolean isInProgress() {
        return name().endsWith("_IN_PROGRESS");
    }

    /** Whether a deploy may change the stack; from all other states only a delete leads on. */
    public boolean mayUpdate() {
        return switch (this) {
            case CREATE_COMPLETE, CREATE_FAILED, UPDATE_COMPLETE, UPDATE_FAILED, UPDATE_ROLLBACK_COMPLETE -> true;
            default -> false;
        };
    }

    /** Whether an operation that ended so did what was asked. */
    public boolean isSuccess() {
        return this == CREATE_COMPLETE || this == UPDATE_COMPLETE || this == DELETE_COMPLETE;
    }

    /** What an operation in progress is taken for when the process that ran it is gone. */
    public StackStatus interrupted() {
        return switch (this) {
            case CREATE_IN_PROGRESS -> CREATE_FAILED;
            case ROLLBACK_IN_PROGRESS -> ROLLBACK_FAILED;
            case UPDATE_IN_PROGRESS -> UPDATE_FAILED;
            case UPDATE_COMPLETE_CLEANUP_IN_PROGRESS -> UPDATE_COMPLETE;
            case UPDATE_ROLLBACK_IN_PROGRESS -> UPDATE_ROLLBACK_FAILED;
            case UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS -> UPDATE_ROLLBACK_COMPLETE;
            case DELETE_IN_PROGRESS -> DELETE_FAILED;
            default -> this;
        };
    }
}
