package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One uncommitted change of a named object, or of a rulestack. */
public record Change(@JsonAlias("RuleStackName") String name, Operation operation) {

    public Change(@JsonAlias("RuleStackName") String name, @Nullable Operation operation) {
        this.name = Objects.requireNonNull(name, "name");
        this.operation = operation == null ? Operation.UPDATE : operation;
    }
}
