package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a failed rule says that it is left, because it could not go back to where it was or is not back yet. What it says is
 * held against the tenant: words alone excuse nothing.
 *
 * @param change what failed
 * @param holder the rule that has its former place, or had it when that was looked at; null when it is told nothing of
 * @param inForce where it is in force until the next commit; empty when nothing is said about it
 * @param left where it stands in the candidate; empty when it is gone from it
 */
record ToldPlace(Change change, @Nullable String holder, List<Integer> inForce, List<Integer> left) {

    private static final Pattern HOLDER = Pattern.compile(
            "(?s).*; it (?:stays at priority (?<aside>\\d+)|stands nowhere), because its former place was taken by"
                    + " rule (?<holder>[A-Za-z0-9-]+)");
    private static final Pattern IN_FORCE =
            Pattern.compile("; it is in force at priority \\[(?<force>[0-9, ]+)] until the"
                    + " next commit (?:takes it away|leaves it at \\[(?<left>[0-9, ]+)])");

    /** Empty when the message tells nothing; what it tells last counts. */
    static Optional<ToldPlace> in(Change change, String message) {
        Matcher holder = HOLDER.matcher(message);
        Matcher inForce = IN_FORCE.matcher(message);
        boolean held = holder.find();
        boolean elsewhere = inForce.find();
        if (change.before() == null || (!held && !elsewhere)) {
            return Optional.empty();
        }
        return Optional.of(new ToldPlace(
                change,
                held ? holder.group("holder") : null,
                elsewhere ? numbers(inForce.group("force")) : List.of(),
                numbers(held ? holder.group("aside") : inForce.group("left"))));
    }

    private static List<Integer> numbers(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(", ")).map(Integer::valueOf).toList();
    }

    private Resource before() {
        return Objects.requireNonNull(change.before());
    }

    /** What is not as it was told, just after it was. */
    Optional<String> untruthIn(Tenant tenant, FormerHolders holders) {
        return gapIn(tenant)
                .or(() -> holderIn(tenant, holders))
                .or(() -> inForce.isEmpty() || isInForceAs(tenant, inForce)
                        ? Optional.empty()
                        : Optional.of(inForce(tenant)));
    }

    /** As it was before; or, when it says that it stays where the change wanted it, as the change wanted it. */
    private Optional<String> gapIn(Tenant tenant) {
        Resource after = change.after();
        if (left.isEmpty()) {
            return tenant.leftOver(Tenant.CANDIDATE, before());
        }
        boolean asWanted = holder == null && after != null && left.equals(List.of(place(after)));
        return left.size() == 1
                ? tenant.gap(Tenant.CANDIDATE, asWanted ? after : before().with("Priority", left.get(0)))
                : Optional.of("has it at " + left);
    }

    private static int place(Resource rule) {
        return rule.properties().path("Priority").asInt();
    }

    private Optional<String> holderIn(Tenant tenant, FormerHolders holders) {
        String former = String.valueOf(place(before()));
        if (holder == null || holders.hasStoodAt(change.rulestack(), former, holder)) {
            return Optional.empty();
        }
        Optional<String> found = tenant.ruleAt(change.rulestack(), Models.LIST, former);
        return found.filter(rule -> rule.equals(holder)).isPresent()
                ? Optional.empty()
                : Optional.of("has " + found + " at " + former + ", not " + holder);
    }

    private boolean isInForceAs(Tenant tenant, List<Integer> priorities) {
        return tenant.priorities(Tenant.RUNNING, change.resource()).equals(priorities);
    }

    private String inForce(Tenant tenant) {
        return "is in force at " + tenant.priorities(Tenant.RUNNING, change.resource());
    }

    /** What is wrong with it at the end: in force it is as in the candidate, or where it was, or where it was told. */
    Optional<String> gapAtRest(Tenant tenant) {
        Optional<String> gap = gapIn(tenant);
        boolean known = Stream.of(left, List.of(place(before())), inForce).anyMatch(at -> isInForceAs(tenant, at));
        return gap.isPresent() || known ? gap : Optional.of(inForce(tenant));
    }
}
