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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is wrong with one rule by itself, whichever type declares it. */
public final class RuleProblems {

    private static final int LAST_PRIORITY = 1_000_000;

    /** As many as the service takes. */
    private static final int MOST_TAGS = 200;

    private static final int LONGEST_TAG = 128;
    private static final String INBOUND = "SSLInboundInspection";
    private static final String CERTIFICATE = "/InboundInspectionCertificate";

    private final String path;
    private final RuleEntry rule;
    private final List<Problem> problems = new ArrayList<>();

    private RuleProblems(String path, RuleEntry rule) {
        this.path = path;
        this.rule = rule;
    }

    /** @param path JSON pointer of the rule within the model; empty for the model itself */
    public static List<Problem> of(String path, RuleEntry rule, @Nullable Integer priority) {
        return of(path, rule, priority, MOST_TAGS);
    }

    /** As for any rule, but the mark of its stack takes the place of one tag. */
    public static List<Problem> ofMarked(RuleEntry rule, @Nullable Integer priority) {
        return of("", rule, priority, MOST_TAGS - 1);
    }

    private static List<Problem> of(String path, RuleEntry rule, @Nullable Integer priority, int mostTags) {
        RuleProblems found = new RuleProblems(path, rule);
        found.checkName();
        found.checkPriority(priority);
        found.checkSides();
        found.checkPorts();
        found.checkDecryption();
        found.checkTags(mostTags);
        return found.problems;
    }

    private void checkName() {
        String name = rule.ruleName();
        if (name != null && TemporaryName.isTemporary(name)) {
            add("/RuleName", name, "names with this ending are for copies of rules on the move", "give it another");
        }
    }

    private void checkTags(int most) {
        List<Tag> tags = Objects.requireNonNullElse(rule.tags(), List.of());
        problems.addAll(
                TagProblems.of(path + "/Tags", tags.stream().map(Tag::key).toList(), most));
        for (int index = 0; index < tags.size(); index++) {
            String value = tags.get(index).value();
            if (value != null && value.length() > LONGEST_TAG) {
                String place = "/Tags/" + index + "/Value";
                add(place, value, "the tag of a rule has at most " + LONGEST_TAG + " characters", "shorten it");
            }
        }
    }

    private void checkPriority(@Nullable Integer priority) {
        if (priority != null && (priority < 1 || priority > LAST_PRIORITY)) {
            add("/Priority", priority, "a priority lies between 1 and " + LAST_PRIORITY, "choose another");
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
                "not an address, a CIDR block or the word any",
                cidr -> Addresses.isHost(cidr)
                        ? "name hosts in an FQDN list, for Destination/FqdnLists"
                        : "write one such as 10.0.0.0/8");
    }

    private void checkCountries(String list, Collection<String> countries) {
        int index = 0;
        for (String country : countries) {
            Countries.problem(path + list + "/" + index, country).ifPresent(problems::add);
            index++;
        }
    }

    private void checkPorts() {
        List<String> ports = Objects.requireNonNullElse(rule.protPortList(), List.of());
        checkEach(
                "/ProtPortList",
                ports,
                Addresses::isPorts,
                "not a protocol with a port from 1 to 65535",
                port -> "write one such as TCP:443 or UDP:5000-5100");
        String protocol = Objects.requireNonNullElse(rule.protocol(), "application-default");
        boolean word = protocol.equals("application-default") || protocol.equalsIgnoreCase("any");
        if (!word && !Addresses.isPorts(protocol)) {
            String remedy = "write application-default, any, or a port such as TCP:80";
            add("/Protocol", protocol, "'" + protocol + "' is not a protocol", remedy);
        }
        if (!ports.isEmpty() && !protocol.equals("application-default")) {
            String remedy = word ? "leave Protocol out" : "add " + protocol + " to ProtPortList and leave Protocol out";
            add("/Protocol", protocol, "Protocol and ProtPortList exclude each other", remedy);
        }
    }

    private void checkDecryption() {
        boolean inbound = INBOUND.equals(rule.decryptionRuleType());
        String certificate = rule.inboundInspectionCertificate();
        if (inbound && certificate == null) {
            add(CERTIFICATE, null, "inbound inspection needs a certificate", "name a certificate object of the rulestack");
        }
        if (!inbound && certificate != null) {
            String remedy = "remove it, or set DecryptionRuleType: " + INBOUND;
            add(CERTIFICATE, certificate, "only a rule of inbound inspection takes a certificate", remedy);
        }
    }

    private void checkEach(
            String list,
            Collection<String> values,
            Predicate<String> right,
            String message,
            UnaryOperator<String> remedy) {
        int index = 0;
        for (String value : values) {
            if (!right.test(value)) {
                add(list + "/" + index, value, "'" + value + "' is " + message, remedy.apply(value));
            }
            index++;
        }
    }

    private void add(String member, @Nullable Object value, String message, String remedy) {
        problems.add(Problem.at(path + member, value, message).mend(remedy));
    }
}
