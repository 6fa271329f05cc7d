package com.paloaltonetworks.cloudngfw.local.stack;

import lombok.Getter;

/** A request that CloudFormation would refuse before it starts anything; the code is the one it would answer with. */
@Getter
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean usage;

    private StackFailure(String code, String message, boolean usage) {
        super(message);
        this.code = code;
        this.usage = usage;
    }

    /** The request itself is wrong. */
    public static StackFailure usage(String code, String message) {
        return new StackFailure(code, message, true);
    }

    /** The request does not fit the state of things. */
    public static StackFailure state(String message) {
        return new StackFailure("ValidationError", message, false);
    }

    public static StackFailure noSuchStack(String name) {
        return state("Stack with id " + name + " does not exist");
    }
}
