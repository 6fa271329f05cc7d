package com.paloaltonetworks.cloudngfw.local.cloud;

import java.util.Map;
import java.util.Set;

/**
 * What a deploy asks for.
 *
 * @param template the template's text
 * @param parameters values that differ from those the stack has
 * @param tags the same for tags
 */
public record DeployRequest(
        StackName stack,
        String template,
        Map<String, String> parameters,
        Map<String, String> tags,
        Set<String> capabilities,
        boolean disableRollback) {}
