package com.paloaltonetworks.cloudngfw.core.content;

import com.paloaltonetworks.cloudngfw.client.model.RuleDestination;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RuleSource;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is wrong with one rule by itself, whichever type declares it. */
public final class RuleProblems {

    private static final int LAST_PRIORITY = 1_000_000;
    /** The service takes 200; the mark of the stack is one of them. */
    private static final int MOST_TAGS = 199;

    private static final int LONGEST_TAG = 128;
    private static final String INBOUND = "SSLInboundInspection";

    private final String path;
    private final RuleEntry rule;
    private final List<Problem> problems = new ArrayList<>();

    private RuleProblems(String path, RuleEntry rule) {
        this.path = path;
        this.rule = rule;
    }

    /** @param path JSON pointer of the rule within the model; empty for the model itself */
    public static List<Problem> of(String path, RuleEntry rule, @Nullable Integer priority) {
        RuleProblems found = new RuleProblems(path, rule);
        found.checkName();
        found.checkPriority(priority);
        found.checkSides();
        found.checkPorts();
        found.checkDecryption();
        found.checkTags();
        return found.problems;
    }

    private void checkName() {
        String name = rule.ruleName();
        if (name != null && TemporaryName.isTemporary(name)) {
            add("/RuleName", name, "names with this ending are for copies of rules on the move");
        }
    }

    private void checkTags() {
        List<Tag> tags = Objects.requireNonNullElse(rule.tags(), List.of());
        problems.addAll(
                TagProblems.of(path + "/Tags", tags.stream().map(Tag::key).toList(), MOST_TAGS));
        for (int index = 0; index < tags.size(); index++) {
            String value = tags.get(index).value();
            if (value != null && value.length() > LONGEST_TAG) {
                add("/Tags/" + index + "/Value", value, "the tag of a rule has at most " + LONGEST_TAG + " characters");
            }
        }
    }

    private void checkPriority(@Nullable Integer priority) {
        if (priority != null && (priority < 1 || priority > LAST_PRIORITY)) {
            add("/Priority", priority, "a priority must lie between 1 and " + LAST_PRIORITY);
        }
    }

    private void checkSides() {
        Optional<RuleSource> source = Optional.ofNullable(rule.source());
        source.map(RuleSource::cidrs).ifPresent(cidrs -> checkCidrs("/Source/Cidrs", cidrs));
        source.map(RuleSource::countries).ifPresent(countries -> checkCountries("/Source/Countries", countries));
        Optional<RuleDestination> destination = Optional.ofNullable(rule.destination());
        destination.map(RuleDestination::cidrs).ifPresent(cidrs -> checkCidrs("/Destination/Cidrs", cidrs));
        destination.map(RuleDestination::countries).ifPresent(all -> checkCountries("/Destination/Countries", all));
    }

    private void checkCidrs(String list, Collection<String> cidrs) {
        checkEach(
                list,
                cidrs,
                cidr -> cidr.equalsIgnoreCase("any") || Addresses.isNetwork(cidr),
                "not an address, a CIDR block or the word any");
    }

    private void checkCountries(String list, Collection<String> countries) {
        checkEach(list, countries, country -> country.matches("[A-Z]{2}"), "not a two-letter country code in capitals");
    }

    private void checkPorts() {
        List<String> ports = Objects.requireNonNullElse(rule.protPortList(), List.of());
        checkEach(
                "/ProtPortList",
                ports,
                Addresses::isPorts,
                "not a port such as TCP:443 or UDP:5000-5100, from 1 to 65535");
        String protocol = Objects.requireNonNullElse(rule.protocol(), "application-default");
        boolean word = protocol.equals("application-default") || protocol.equalsIgnoreCase("any");
        if (!word && !Addresses.isPorts(protocol)) {
            add("/Protocol", protocol, "must be application-default, any, or a port such as TCP:80");
        }
        if (!ports.isEmpty() && !protocol.equals("application-default")) {
            add("/Protocol", protocol, "Protocol and ProtPortList exclude each other");
        }
    }

    private void checkDecryption() {
        boolean inbound = INBOUND.equals(rule.decryptionRuleType());
        if (inbound && rule.inboundInspectionCertificate() == null) {
            add("/InboundInspectionCertificate", null, "inbound inspection needs the name of a certificate");
        }
        if (!inbound && rule.inboundInspectionCertificate() != null) {
            add(
                    "/InboundInspectionCertificate",
                    rule.inboundInspectionCertificate(),
                    "only a rule with DecryptionRuleType " + INBOUND + " takes a certificate");
        }
    }

    private void checkEach(String list, Collection<String> values, Predicate<String> right, String message) {
        int index = 0;
        for (String value : values) {
            if (!right.test(value)) {
                add(list + "/" + index, value, "'" + value + "' is " + message);
            }
            index++;
        }
    }

    private void add(String member, @Nullable Object value, String message) {
        problems.add(Problem.at(path + member, value, message));
    }
}
