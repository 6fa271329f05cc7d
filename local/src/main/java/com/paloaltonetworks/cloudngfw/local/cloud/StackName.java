package com.paloaltonetworks.cloudngfw.local.cloud;

import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a command names a stack.
 *
 * @param name the stack's name, or its id
 * @param account null for any
 * @param region null for any
 */
public record StackName(
        String name, @Nullable String account, @Nullable String region) {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z0-9]{1,20}){1,4}");

    /** @throws StackFailure for a name that CloudFormation would refuse, or a place that is none */
    public void checkForm() {
        checkPlace("--account", account, ACCOUNT, "twelve digits");
        checkPlace("--region", region, REGION, "an AWS Region such as us-east-1");
        if (!FORM.matcher(name).matches()) {
            throw StackFailure.usage(
                    "ValidationError",
                    "1 validation error detected: Value '" + name
                            + "' at 'stackName' failed to satisfy constraint: Member"
                            + " must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]* and have at most 128 characters");
        }
    }

    private static void checkPlace(String option, @Nullable String given, Pattern form, String wanted) {
        if (given != null && !form.matcher(given).matches()) {
            throw StackFailure.usage("UsageError", option + " takes " + wanted + ", but was given " + given);
        }
    }

    /**
     * The only stack of that name.
     *
     * @throws StackFailure when there are several
     */
    public Optional<Stack> in(List<Stack> stacks) {
        List<Stack> found = stacks.stream().filter(this::matches).toList();
        if (found.size() > 1) {
            throw StackFailure.usage(
                    "ValidationError",
                    "There are several stacks named " + name + ": "
                            + found.stream()
                                    .map(stack -> stack.getAccount() + "/" + stack.getRegion())
                                    .collect(Collectors.joining(", "))
                            + ". Say which with --account and --region");
        }
        return found.stream().findFirst();
    }

    private boolean matches(Stack stack) {
        return (stack.getStackName().equals(name) || stack.getStackId().equals(name))
                && (account == null || stack.getAccount().equals(account))
                && (region == null || stack.getRegion().equals(region));
    }
}
