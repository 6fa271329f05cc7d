package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/**
 * What a rule needs in the candidate before it is written. A commit that carries a rule without the objects it names fails for
 * everybody, and another stack, or a resource without an edge to this one, may still be making them. URL categories are left
 * out: the predefined ones are many and the vendor's to change.
 */
final class References {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Feeds that the vendor provides need no definition. */
    private static final String BUILT_IN = "PaloAltoNetworks-";

    private final Operation<ResourceModel> op;
    private final RuleAddress address;
    private final RulestackApi rulestack;

    References(Operation<ResourceModel> op) {
        this.op = op;
        this.address = RuleAddress.of(op);
        this.rulestack = address.rulestack();
    }

    Outcome await() {
        List<String> missing = missing();
        if (missing.isEmpty()) {
            return Outcome.done();
        }
        long waited = op.platform().now().toEpochMilli()
                - Objects.requireNonNull(op.progress().getStartedAt());
        if (waited < PATIENCE.toMillis()) {
            return EditWindow.soon(op, "Waits for " + String.join(", ", missing));
        }
        throw new Refusal(
                HandlerErrorCode.InvalidRequest,
                "Rule " + op.desired().getRuleName() + " needs what does not exist: " + String.join(", ", missing));
    }

    private List<String> missing() {
        if (!address.hasRulestack()) {
            return List.of("rulestack " + rulestack.name());
        }
        List<Callable<List<String>>> looks = new ArrayList<>();
        named().forEach((kind, names) -> {
            Collection<String> wanted = new TreeSet<>(names.toList());
            if (!wanted.isEmpty()) {
                looks.add(() -> missing(kind, wanted));
            }
        });
        return op.platform().inParallel(looks).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /** In an order of its own, so that the same look always asks the same way. */
    private Map<ObjectKind<?>, Stream<String>> named() {
        Optional<RuleSource> source = Optional.ofNullable(op.desired().getSource());
        Optional<RuleDestination> destination = Optional.ofNullable(op.desired().getDestination());
        Map<ObjectKind<?>, Stream<String>> named = new LinkedHashMap<>();
        named.put(
                ObjectKind.PREFIX_LIST,
                Stream.concat(
                        each(source.map(RuleSource::getPrefixLists).orElse(null)),
                        each(destination.map(RuleDestination::getPrefixLists).orElse(null))));
        named.put(
                ObjectKind.FQDN_LIST,
                each(destination.map(RuleDestination::getFqdnLists).orElse(null)));
        named.put(ObjectKind.INTELLIGENT_FEED, feeds(source, destination));
        named.put(
                ObjectKind.CERTIFICATE,
                Stream.ofNullable(RuleMapper.toEntry(op.desired()).inboundInspectionCertificate()));
        return named;
    }

    private Stream<String> feeds(Optional<RuleSource> source, Optional<RuleDestination> destination) {
        return Stream.of(
                        source.map(RuleSource::getFeeds),
                        destination.map(RuleDestination::getFeeds),
                        Optional.ofNullable(op.desired().getCategory()).map(UrlCategory::getFeeds))
                .flatMap(feeds -> each(feeds.orElse(null)))
                .filter(feed -> !feed.startsWith(BUILT_IN));
    }

    private List<String> missing(ObjectKind<?> kind, Collection<String> names) {
        Collection<String> present = rulestack.objects(kind).list().candidate();
        return names.stream()
                .filter(name -> !present.contains(name))
                .map(name -> kind.displayName() + " " + name + " in rulestack " + rulestack.name())
                .toList();
    }

    private static Stream<String> each(@Nullable Collection<String> names) {
        return names == null ? Stream.of() : names.stream();
    }
}
