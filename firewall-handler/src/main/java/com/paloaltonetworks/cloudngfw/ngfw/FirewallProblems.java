package com.paloaltonetworks.cloudngfw.ngfw;

import static java.util.Objects.requireNonNullElse;

import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.content.TagProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what the service would refuse and the schema cannot say. */
final class FirewallProblems {

    private static final int LONGEST_DESCRIPTION = 512;
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern RULESTACK = Pattern.compile("[a-zA-Z0-9-]{1,128}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ResourceModel model;
    private final List<Problem> problems = new ArrayList<>();

    FirewallProblems(ResourceModel model) {
        this.model = model;
    }

    List<Problem> all() {
        checkAccount();
        checkNeeded("/VpcId", model.getVpcId());
        checkNeeded("/EndpointMode", model.getEndpointMode());
        checkMappings();
        checkMultiVpc();
        checkTexts();
        checkRulestack("/RuleStackName", model.getRuleStackName());
        checkRulestack("/GlobalRuleStackName", model.getGlobalRuleStackName());
        checkLogs();
        checkTags();
        return List.copyOf(problems);
    }

    private void checkAccount() {
        String account = model.getAccountId();
        if (account != null && !ACCOUNT.matcher(account).matches()) {
            add(Problem.at("/AccountId", account, "is not the twelve digits of an AWS account")
                    .mend("quote it in YAML, or leading zeros get lost"));
        }
    }

    private void checkNeeded(String path, @Nullable Object value) {
        if (value == null) {
            add(Problem.at(path, null, "is needed"));
        }
    }

    private void checkMappings() {
        var wanted = FirewallMapper.wantedMappings(model);
        checkNeeded("/SubnetMappings", wanted);
        if (wanted != null && wanted.isEmpty()) {
            add(Problem.at("/SubnetMappings", null, "leaves the firewall no place")
                    .mend("name at least one that DisassociateSubnetMappings does not take out"));
        }
        checkPlaces("/SubnetMappings", model.getSubnetMappings());
        checkPlaces("/AssociateSubnetMappings", model.getAssociateSubnetMappings());
        checkPlaces("/DisassociateSubnetMappings", model.getDisassociateSubnetMappings());
    }

    private void checkPlaces(String path, @Nullable List<SubnetMapping> mappings) {
        checkUnique(path, mappings, mapping -> mapping, "");
        for (int index = 0; mappings != null && index < mappings.size(); index++) {
            checkPlace(path + "/" + index, mappings.get(index));
        }
    }

    private void checkPlace(String path, SubnetMapping mapping) {
        boolean inZone = mapping.getAvailabilityZone() != null || mapping.getAvailabilityZoneId() != null;
        boolean inSubnet = mapping.getSubnetId() != null;
        if ("ServiceManaged".equals(model.getEndpointMode()) && !inSubnet) {
            add(Problem.at(path, zone(mapping), "needs a SubnetId, because EndpointMode is ServiceManaged")
                    .mend("zones are for CustomerManaged endpoints"));
        }
        if ("CustomerManaged".equals(model.getEndpointMode()) && !inZone) {
            add(Problem.at(
                            path,
                            mapping.getSubnetId(),
                            "needs an AvailabilityZone or AvailabilityZoneId, because EndpointMode is CustomerManaged")
                    .mend("subnets are for ServiceManaged endpoints"));
        }
        if (model.getEndpointMode() == null && !inZone && !inSubnet) {
            add(Problem.at(path, null, "names neither a subnet nor a zone"));
        }
    }

    private static @Nullable String zone(SubnetMapping mapping) {
        return mapping.getAvailabilityZone() == null ? mapping.getAvailabilityZoneId() : mapping.getAvailabilityZone();
    }

    private void checkMultiVpc() {
        if (Boolean.TRUE.equals(model.getMultiVpcEnable()) && "ServiceManaged".equals(model.getEndpointMode())) {
            add(Problem.at("/MultiVpcEnable", true, "needs EndpointMode CustomerManaged"));
        }
    }

    private void checkTexts() {
        String description = model.getDescription();
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            add(Problem.at(
                    "/Description",
                    description,
                    "has " + description.length() + " characters; the service takes " + LONGEST_DESCRIPTION));
        }
        checkPlain("/Description", description);
        checkPlain("/VpcId", model.getVpcId());
        checkPlain("/LinkId", model.getLinkId());
        checkPlain("/CloudWatchMetricNamespace", model.getCloudWatchMetricNamespace());
    }

    private void checkPlain(String path, @Nullable String text) {
        if (text != null && CONTROL.matcher(text).find()) {
            add(Problem.at(path, text, "holds a line break or another control character"));
        }
    }

    private void checkRulestack(String path, @Nullable String name) {
        if (name != null && !RULESTACK.matcher(name).matches()) {
            add(Problem.at(path, name, "is not the name of a rulestack: up to 128 letters, digits and hyphens"));
        }
    }

    private void checkLogs() {
        List<LogProfileConfig> logs = model.getLogDestinationConfigs();
        checkUnique("/LogDestinationConfigs", logs, LogProfileConfig::getLogType, "/LogType");
        for (int index = 0; logs != null && index < logs.size(); index++) {
            checkPlain(
                    "/LogDestinationConfigs/" + index + "/LogDestination",
                    logs.get(index).getLogDestination());
        }
    }

    private void checkTags() {
        List<Tag> tags = requireNonNullElse(model.getTags(), List.of());
        problems.addAll(TagProblems.of("/Tags", tags.stream().map(Tag::getKey).toList()));
        for (int index = 0; index < tags.size(); index++) {
            checkPlain("/Tags/" + index + "/Key", tags.get(index).getKey());
            checkPlain("/Tags/" + index + "/Value", tags.get(index).getValue());
        }
    }

    /** Names every element that repeats the key of one before it. */
    private <T> void checkUnique(String path, @Nullable List<T> elements, Function<T, ?> key, String member) {
        Map<Object, Integer> first = new HashMap<>();
        for (int index = 0; elements != null && index < elements.size(); index++) {
            Object value = key.apply(elements.get(index));
            Integer earlier = value == null ? null : first.putIfAbsent(value, index);
            if (earlier != null) {
                add(Problem.at(
                        path + "/" + index + member,
                        value instanceof String ? value : null,
                        "says the same as " + path + "/" + earlier + member));
            }
        }
    }

    private void add(Problem problem) {
        problems.add(problem);
    }
}
