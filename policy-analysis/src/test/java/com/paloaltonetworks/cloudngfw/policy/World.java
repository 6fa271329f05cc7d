package com.paloaltonetworks.cloudngfw.policy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A small world in which every name stands for something, and in which each packet can be tried. It shares no code with the
 * analysis: what a rule matches is a set of bits for each part. Of every block that a rule may name it has an address that no
 * set of smaller ones covers: otherwise they would seem to be all of it.
 */
final class World {

    static final List<String> ADDRESSES = List.of(
            "10.0.0.0",
            "10.0.0.1",
            "10.0.0.2",
            "10.0.0.3",
            "10.0.0.4",
            "10.0.0.5",
            "10.0.0.6",
            "10.0.0.7",
            "10.0.1.0",
            "10.0.1.1",
            "10.0.2.1",
            "2001:db8::",
            "2001:db8::1",
            "2001:db8::2",
            "2001:db8::3",
            "2001:db9::1",
            "192.0.2.1");
    static final List<String> APPLICATIONS = List.of("ssl", "dns", "something-else");
    static final List<String> PORTS = List.of("TCP:80", "TCP:81", "TCP:443", "TCP:9999", "UDP:53", "UDP:443", "ICMP:0");
    static final List<String> COUNTRIES = List.of("US", "NO", "KP");
    private static final int URLS = 4;
    private static final Map<String, String> BINARY = new ConcurrentHashMap<>();

    private final Random random;
    private final Map<String, Set<Integer>> addressNames = new HashMap<>();
    private final Map<String, Set<Integer>> urlNames = new HashMap<>();
    private final Map<String, Set<Integer>> defaultPorts = new HashMap<>();
    private final List<String> countries = new ArrayList<>();

    World(long seed) {
        random = new Random(seed);
        for (int address = 0; address < ADDRESSES.size() - 1; address++) {
            countries.add(random.nextBoolean() ? "" : COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        }
        countries.add("");
        COUNTRIES.forEach(country -> countries.set(COUNTRIES.indexOf(country) * 5, country));
    }

    /** The bits of a rule's parts; ports are by application. */
    record Bits(Rule rule, BitSet sources, BitSet destinations, BitSet urls, List<BitSet> ports) {}

    Bits bits(Rule rule, Rulestack rulestack) {
        Rule.Match match = rule.match();
        List<BitSet> ports = APPLICATIONS.stream()
                .map(application -> bits(
                        PORTS.size(),
                        port -> matchesApplication(match, application) && matchesPort(match, application, port)))
                .toList();
        return new Bits(
                rule,
                bits(ADDRESSES.size(), address -> matches(match.source(), address, rulestack)),
                bits(ADDRESSES.size(), address -> matches(match.destination(), address, rulestack)),
                bits(URLS, url -> matches(match.categories(), url)),
                ports);
    }

    /** Whether some packet matches the rule and none of those before it. */
    static boolean isReached(Bits rule, List<Bits> before) {
        for (int source = 0; source < ADDRESSES.size(); source++) {
            for (int destination = 0; destination < ADDRESSES.size(); destination++) {
                if (rule.sources().get(source) && rule.destinations().get(destination)) {
                    int from = source;
                    int to = destination;
                    List<Bits> rivals = before.stream()
                            .filter(rival -> rival.sources().get(from)
                                    && rival.destinations().get(to))
                            .toList();
                    if (isReachedByRest(rule, rivals)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isReachedByRest(Bits rule, List<Bits> rivals) {
        for (int url = 0; url < URLS; url++) {
            for (int application = 0; application < APPLICATIONS.size(); application++) {
                for (int port = 0; port < PORTS.size(); port++) {
                    int[] packet = {url, application, port};
                    if (matchesRest(rule, packet) && rivals.stream().noneMatch(rival -> matchesRest(rival, packet))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean matchesRest(Bits rule, int[] packet) {
        return rule.urls().get(packet[0]) && rule.ports().get(packet[1]).get(packet[2]);
    }

    private boolean matches(Rule.Side side, int address, Rulestack rulestack) {
        List<String> cidrs = new ArrayList<>(side.cidrs());
        side.prefixLists().forEach(list -> cidrs.addAll(rulestack.prefixLists().get(list)));
        List<String> names = new ArrayList<>(side.feeds());
        side.fqdnLists().forEach(list -> names.addAll(rulestack.fqdnLists().get(list)));
        boolean unlimited = side.cidrs().isEmpty()
                && side.prefixLists().isEmpty()
                && side.fqdnLists().isEmpty()
                && side.countries().isEmpty()
                && side.feeds().isEmpty();
        boolean inside = unlimited
                || cidrs.stream().anyMatch(cidr -> cidr.equals("any") || contains(cidr, ADDRESSES.get(address)))
                || side.countries().contains(countries.get(address))
                || names.stream()
                        .anyMatch(name ->
                                meaning(addressNames, name, ADDRESSES.size()).contains(address));
        return inside != side.negated();
    }

    private boolean matches(Rule.Categories categories, int url) {
        List<String> names = new ArrayList<>(categories.names());
        names.addAll(categories.feeds());
        return names.isEmpty()
                || names.stream().anyMatch(name -> meaning(urlNames, name, URLS).contains(url));
    }

    private static boolean matchesApplication(Rule.Match match, String application) {
        List<String> names = match.applications();
        return names.isEmpty() || names.contains("any") || names.contains(application);
    }

    private boolean matchesPort(Rule.Match match, String application, int port) {
        List<String> services = match.services().isEmpty() ? List.of("application-default") : match.services();
        return services.stream().anyMatch(service -> switch (service) {
            case "any" -> true;
            case "application-default" ->
                meaning(defaultPorts, application, PORTS.size()).contains(port);
            default -> within(service, PORTS.get(port));
        });
    }

    /** Drawn when first asked for: something, but never the last of all. */
    private Set<Integer> meaning(Map<String, Set<Integer>> meanings, String name, int size) {
        return meanings.computeIfAbsent(name, unseen -> {
            Set<Integer> meaning = new HashSet<>(Set.of(random.nextInt(size - 1)));
            int share = random.nextInt(4);
            random.ints(size / 2, 0, size - 1).limit((long) share * size / 6).forEach(meaning::add);
            return meaning;
        });
    }

    private static boolean within(String range, String port) {
        String[] wanted = range.split("[:-]", -1);
        String[] given = port.split(":", -1);
        int number = Integer.parseInt(given[1]);
        return wanted[0].equals(given[0])
                && Integer.parseInt(wanted[1]) <= number
                && number <= Integer.parseInt(wanted[wanted.length - 1]);
    }

    private static boolean contains(String cidr, String address) {
        String[] parts = cidr.split("/", -1);
        String network = binary(parts[0]);
        String prefix = network.substring(0, parts.length == 1 ? network.length() : Integer.parseInt(parts[1]));
        return network.length() == binary(address).length() && binary(address).startsWith(prefix);
    }

    /** An address as a text of zeros and ones. */
    private static String binary(String address) {
        return BINARY.computeIfAbsent(address, literal -> {
            try {
                byte[] bytes = InetAddress.getByName(literal).getAddress();
                String digits = new BigInteger(1, bytes).toString(2);
                return "0".repeat(bytes.length * 8 - digits.length()) + digits;
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        });
    }

    private static BitSet bits(int size, IntPredicate test) {
        BitSet bits = new BitSet(size);
        IntStream.range(0, size).filter(test).forEach(bits::set);
        return bits;
    }
}
