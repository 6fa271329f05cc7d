package com.paloaltonetworks.cloudngfw.local.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Firewalls without a policy, and logs and metrics that will not arrive. */
final class FirewallAdvice {

    /** The name of everything that the role made at onboarding may write to, but for the one bucket that was given to it. */
    private static final String WRITABLE = "PaloAltoCloudNGFW";

    /** Which bucket the role may write to cannot be told from a template. */
    private static final Map<String, String> CHECKED =
            Map.of("CloudWatchLogs", "log group", "KinesisDataFirehose", "delivery stream");

    private final Declared firewall;
    private final List<Problem> problems = new ArrayList<>();

    private FirewallAdvice(Declared firewall) {
        this.firewall = firewall;
    }

    static List<Problem> of(Declared firewall) {
        FirewallAdvice advice = new FirewallAdvice(firewall);
        advice.policy();
        advice.logs();
        advice.metrics();
        return advice.problems;
    }

    private void policy() {
        boolean governed = Stream.of("/RuleStackName", "/GlobalRuleStackName", "/LinkId")
                .anyMatch(pointer -> !firewall.text(pointer).isEmpty());
        if (!governed) {
            problems.add(firewall.warning(
                    "",
                    null,
                    "firewall '%s' has neither a rulestack nor a LinkId, so it enforces no rule"
                            .formatted(firewall.text("/FirewallName")),
                    "give it RuleStackName, GlobalRuleStackName or LinkId"));
        }
    }

    private void logs() {
        JsonNode configs = firewall.properties().path("LogDestinationConfigs");
        for (int index = 0; configs.isArray() && index < configs.size(); index++) {
            String pointer = "/LogDestinationConfigs/" + index;
            String word = CHECKED.get(firewall.text(pointer + "/LogDestinationType"));
            JsonNode name = configs.get(index).path("LogDestination");
            if (word != null && isForeign(name)) {
                problems.add(firewall.warning(
                        pointer + "/LogDestination",
                        name.textValue(),
                        "the service's own role may write to %s %s only, so no logs will arrive here"
                                .formatted(word, WRITABLE),
                        "use that name, or let the role write to this %s too".formatted(word)));
            }
        }
    }

    private void metrics() {
        JsonNode namespace = firewall.properties().path("CloudWatchMetricNamespace");
        if (isForeign(namespace)) {
            problems.add(firewall.warning(
                    "/CloudWatchMetricNamespace",
                    namespace.textValue(),
                    "the service's own role may write to namespace " + WRITABLE
                            + " only, so no metrics will arrive here",
                    "use that name, or let the role write to this namespace too"));
        }
    }

    /** The name may also stand at the end of an ARN. */
    private boolean isForeign(JsonNode name) {
        return name.isTextual()
                && !name.textValue().isEmpty()
                && !firewall.isOpen(name)
                && !Splitter.onPattern("[:/]").splitToList(name.textValue()).contains(WRITABLE);
    }
}
