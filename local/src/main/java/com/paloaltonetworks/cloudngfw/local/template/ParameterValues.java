package com.paloaltonetworks.cloudngfw.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of one operation.
 *
 * @param values what Ref yields: text, or a list of texts
 * @param given the value of each parameter as it was given; for an SSM type the name
 * @param secrets the values of NoEcho parameters
 * @param notices what could not be checked locally
 */
public record ParameterValues(
        Map<String, JsonNode> values, Map<String, String> given, Set<String> secrets, List<Problem> notices) {}
