package com.paloaltonetworks.cloudngfw.policy;

import static java.util.Objects.requireNonNullElse;

import com.paloaltonetworks.cloudngfw.policy.Axis.Kind;
import com.paloaltonetworks.cloudngfw.policy.Axis.Part;
import com.paloaltonetworks.cloudngfw.policy.Ranges.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Each part of a rule as a union of boxes; none means that nothing matches. */
final class Parts {

    private static final List<Box> EVERYTHING = List.of(Box.WHOLE);
    private static final String APPLICATION_DEFAULT = "application-default";
    /** Feeds that the vendor provides are the same in every rulestack. */
    private static final String BUILT_IN = "PaloAltoNetworks-";

    private final Rulestack rulestack;

    Parts(Rulestack rulestack) {
        this.rulestack = rulestack;
    }

    List<Box> of(Rule.Match match, Part part) {
        return switch (part) {
            case SOURCE -> side(match.source(), part);
            case DESTINATION -> side(match.destination(), part);
            case APPLICATION -> applications(match.applications());
            case CATEGORY -> categories(match.categories());
            case SERVICE -> services(match.services());
        };
    }

    private List<Box> side(Rule.Side side, Part part) {
        List<Box> boxes = entries(side, part);
        if (!side.negated()) {
            return boxes;
        }
        Optional<Box> rest = Optional.of(Box.WHOLE);
        for (Box box : boxes) {
            // A box of one entry has one limit, so what is outside it is one box, or nothing.
            rest = rest.flatMap(outside -> box.complement().stream().findFirst().flatMap(outside::and));
        }
        return rest.stream().toList();
    }

    private List<Box> entries(Rule.Side side, Part part) {
        boolean any = side.cidrs().isEmpty()
                && side.prefixLists().isEmpty()
                && side.fqdnLists().isEmpty()
                && side.countries().isEmpty()
                && side.feeds().isEmpty();
        if (any || hasAny(side.cidrs())) {
            return EVERYTHING;
        }
        List<Box> boxes = new ArrayList<>();
        List<String> addresses = new ArrayList<>(side.cidrs());
        listed(rulestack.prefixLists(), side.prefixLists(), addresses)
                .forEach(list -> boxes.add(named(Kind.PREFIX_LIST, part, own(list))));
        List<String> hosts = new ArrayList<>();
        listed(rulestack.fqdnLists(), side.fqdnLists(), hosts)
                .forEach(list -> boxes.add(named(Kind.FQDN, part, own(list))));
        hosts.forEach(host -> boxes.add(named(Kind.FQDN, part, host.toLowerCase(Locale.ROOT))));
        side.feeds().forEach(feed -> boxes.add(named(Kind.FEED, part, feed(feed))));
        if (!side.countries().isEmpty()) {
            boxes.add(Box.of(Axis.of(Kind.COUNTRY, part), Names.of(side.countries())));
        }
        List<Range> networks = read(addresses, Addresses::network, part, boxes);
        add(boxes, Axis.of(Kind.ADDRESS, part), Addresses.of(networks));
        return boxes;
    }

    /** Collects the items of the lists that are known and returns the names of the others. */
    private static List<String> listed(Map<String, List<String>> known, List<String> names, List<String> items) {
        names.forEach(name -> items.addAll(requireNonNullElse(known.get(name), List.of())));
        return names.stream().filter(name -> !known.containsKey(name)).toList();
    }

    private static List<Box> applications(List<String> names) {
        return names.isEmpty() || hasAny(names)
                ? EVERYTHING
                : List.of(Box.of(Axis.of(Kind.APPLICATION, Part.APPLICATION), Names.of(names)));
    }

    private List<Box> categories(Rule.Categories categories) {
        if ((categories.names().isEmpty() && categories.feeds().isEmpty()) || hasAny(categories.names())) {
            return EVERYTHING;
        }
        List<Box> boxes = new ArrayList<>();
        categories.names().forEach(name -> boxes.add(named(Kind.CATEGORY, Part.CATEGORY, own(name))));
        categories.feeds().forEach(feed -> boxes.add(named(Kind.FEED, Part.CATEGORY, feed(feed))));
        return boxes;
    }

    /** Whether traffic uses one of its application's own ports is asked of another axis than which port it uses. */
    private static List<Box> services(List<String> services) {
        if (hasAny(services)) {
            return EVERYTHING;
        }
        List<Box> boxes = new ArrayList<>();
        if (services.isEmpty() || services.contains(APPLICATION_DEFAULT)) {
            boxes.add(named(Kind.DEFAULT_PORTS, Part.SERVICE, APPLICATION_DEFAULT));
        }
        List<String> ports = services.stream()
                .filter(service -> !service.equals(APPLICATION_DEFAULT))
                .toList();
        List<Range> ranges = read(ports, Ports::range, Part.SERVICE, boxes);
        add(boxes, Axis.of(Kind.PORT, Part.SERVICE), Ports.of(ranges));
        return boxes;
    }

    /** The ranges of the texts that can be read; any other text is the name of something unknown. */
    private static List<Range> read(
            List<String> texts, Function<String, Optional<Range>> reader, Part part, List<Box> boxes) {
        List<Range> ranges = new ArrayList<>();
        for (String text : texts) {
            reader.apply(text).ifPresentOrElse(ranges::add, () -> boxes.add(named(Kind.TEXT, part, text)));
        }
        return ranges;
    }

    private static void add(List<Box> boxes, Axis axis, Ranges extent) {
        if (!extent.isEmpty()) {
            boxes.add(Box.of(axis, extent));
        }
    }

    private static Box named(Kind kind, Part part, String name) {
        return Box.inside(new Axis(kind, part, name));
    }

    private String feed(String name) {
        return name.startsWith(BUILT_IN) ? name : own(name);
    }

    /** What a name means is a rulestack's own affair. */
    private String own(String name) {
        return rulestack.name() + "/" + name;
    }

    private static boolean hasAny(List<String> names) {
        return names.stream().anyMatch("any"::equalsIgnoreCase);
    }
}
