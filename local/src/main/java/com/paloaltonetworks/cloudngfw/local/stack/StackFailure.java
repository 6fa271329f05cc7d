package com.paloaltonetworks.cloudngfw.local.stack;

import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.List;
import lombok.Getter;

/** A request that CloudFormation would refuse before it starts anything; the code is the one it would answer with. */
@Getter
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean usage;
    private final transient List<Problem> problems;

    private StackFailure(String code, String message, boolean usage, List<Problem> problems) {
        super(message);
        this.code = code;
        this.usage = usage;
        this.problems = List.copyOf(problems);
    }

    /** The request itself is wrong. */
    public static StackFailure usage(String code, String message) {
        return usage(code, message, List.of());
    }

    /** The request itself is wrong in all these ways. */
    public static StackFailure usage(String code, String message, List<Problem> problems) {
        return new StackFailure(code, message, true, problems);
    }

    /** The request does not fit the state of things. */
    public static StackFailure state(String message) {
        return new StackFailure("ValidationError", message, false, List.of());
    }

    public static StackFailure noSuchStack(String name) {
        return state("Stack with id " + name + " does not exist");
    }
}
