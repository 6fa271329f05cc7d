package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.annotation.JsonAlias;

/** One uncommitted change of a named object, or of a rulestack. */
public record Change(@JsonAlias("RuleStackName") String name, Operation operation) {}
