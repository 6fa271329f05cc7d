package com.paloaltonetworks.cloudngfw.ngfw;

import static java.util.Objects.requireNonNullElse;

import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.content.TagProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        checkNeeded("/VpcId", model.getVpcId(), "name the VPC of the firewall, such as vpc-0123456789abcdef0");
        checkNeeded("/EndpointMode", model.getEndpointMode(), "say ServiceManaged or CustomerManaged");
        problems.addAll(new MappingProblems(model).all());
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
                    .mend("write all twelve digits between quotes, or YAML drops leading zeros"));
        }
    }

    private void checkNeeded(String path, @Nullable Object value, String remedy) {
        if (value == null) {
            add(Problem.at(path, null, "is needed").mend(remedy));
        }
    }

    private void checkMultiVpc() {
        if (Boolean.TRUE.equals(model.getMultiVpcEnable()) && "ServiceManaged".equals(model.getEndpointMode())) {
            add(Problem.at("/MultiVpcEnable", true, "needs EndpointMode CustomerManaged")
                    .mend("leave it out, or make a firewall of a new name with EndpointMode CustomerManaged"));
        }
    }

    private void checkTexts() {
        String description = model.getDescription();
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            add(Problem.at(
                            "/Description",
                            description,
                            "has " + description.length() + " characters; the service takes " + LONGEST_DESCRIPTION)
                    .mend("shorten it by " + (description.length() - LONGEST_DESCRIPTION)));
        }
        checkPlain("/Description", description);
        checkPlain("/VpcId", model.getVpcId());
        checkPlain("/LinkId", model.getLinkId());
        checkPlain("/CloudWatchMetricNamespace", model.getCloudWatchMetricNamespace());
    }

    private void checkPlain(String path, @Nullable String text) {
        if (text != null && CONTROL.matcher(text).find()) {
            add(Problem.at(path, text, "holds a line break or another control character")
                    .mend("put it on one line; in YAML, '>-' folds lines into one"));
        }
    }

    private void checkRulestack(String path, @Nullable String name) {
        if (name != null && !RULESTACK.matcher(name).matches()) {
            add(Problem.at(path, name, "is not the name of a rulestack: up to 128 letters, digits and hyphens")
                    .mend("write the RuleStackName of the rulestack, or Ref the resource that makes it"));
        }
    }

    private void checkLogs() {
        Map<Object, Integer> first = new HashMap<>();
        List<LogProfileConfig> logs = requireNonNullElse(model.getLogDestinationConfigs(), List.of());
        for (int index = 0; index < logs.size(); index++) {
            String path = "/LogDestinationConfigs/" + index;
            checkPlain(path + "/LogDestination", logs.get(index).getLogDestination());
            Object type = logs.get(index).getLogType();
            Integer earlier = first.putIfAbsent(type, index);
            if (earlier != null) {
                add(Problem.at(
                                path + "/LogType",
                                type,
                                "has a destination already, in /LogDestinationConfigs/" + earlier)
                        .mend("keep one of the two; the service sends each kind of log to one destination"));
            }
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

    private void add(Problem problem) {
        problems.add(problem);
    }
}
