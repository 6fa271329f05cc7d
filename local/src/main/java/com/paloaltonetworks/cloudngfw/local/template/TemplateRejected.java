package com.paloaltonetworks.cloudngfw.local.template;

import java.util.List;
import lombok.Getter;

/** A template, its parameters or one of its functions cannot be used; says everything that is wrong with it. */
@Getter
public final class TemplateRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public TemplateRejected(List<Problem> problems) {
        super(summary(problems));
        this.problems = List.copyOf(problems);
    }

    public TemplateRejected(Problem problem) {
        this(List.of(problem));
    }

    /** Throws when at least one of the problems is an error. */
    public static void throwIfAny(List<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new TemplateRejected(problems);
        }
    }

    private static String summary(List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        String first = errors.get(0).message();
        return errors.size() == 1 ? first : first + " (and " + (errors.size() - 1) + " more)";
    }
}
