package com.paloaltonetworks.cloudngfw.local.cloud;

import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.template.Template;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** CloudFormation wants to be told when a template makes IAM objects, and when it names them. */
final class Capabilities {

    /** IAM types and the property that gives the object a name of its own. */
    private static final Map<String, String> NAMES = Map.of(
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::Policy", "");

    private Capabilities() {}

    static void check(Collection<Template.Resource> resources, Set<String> given) {
        boolean named = resources.stream()
                .anyMatch(resource -> resource.properties().has(NAMES.getOrDefault(resource.type(), "")));
        boolean any = resources.stream().anyMatch(resource -> NAMES.containsKey(resource.type()));
        boolean enough = given.contains("CAPABILITY_NAMED_IAM") || (!named && given.contains("CAPABILITY_IAM"));
        if (any && !enough) {
            String needed = named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM";
            throw StackFailure.usage("InsufficientCapabilitiesException", "Requires capabilities : [" + needed + "]");
        }
    }
}
