package com.paloaltonetworks.cloudngfw.local.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Compares a published schema with ours, in the words of docs/compatibility.md. */
final class SchemaDifferences {

    /**
     * One difference.
     *
     * @param path of a property, or a keyword of the type
     * @param narrower whether ours refuses something that the published one takes, or lacks something that it offers
     */
    record Difference(String path, String published, String here, boolean narrower) {}

    /** For each published pattern, texts that it takes; an unanchored one takes them anywhere. */
    static final Map<String, List<String>> SAMPLES = Map.of(
            "^[0-9]+$", List.of("0", "012345678901", "1234567890123456"),
            "^[0-9]+-[0-9]+$", List.of("8433-6838", "1-1", "10001-123456"),
            "^[a-zA-Z0-9-]+$", List.of("a", "9", "-", "Edge-1", "1-edge", "A-b-C-9"),
            "8\\d\\d\\d\\-\\d\\d\\d\\d", List.of("8433-6838", "8000-0000", "App 8433-6838", "8433-68380"),
            "^[a-zA-Z0-9._-]+$", List.of("example.com", "_dmarc.example.com", "a_b", "-", ".com", "EXAMPLE.com"),
            "^(http|https)://.+$", List.of("http://a", "https://feeds.example.com/a?b=c d#e"));

    private final SchemaFacts published;
    private final SchemaFacts here;
    private final List<Difference> found = new ArrayList<>();

    private SchemaDifferences(SchemaFacts published, SchemaFacts here) {
        this.published = published;
        this.here = here;
    }

    static List<Difference> between(SchemaFacts published, SchemaFacts here) {
        SchemaDifferences differences = new SchemaDifferences(published, here);
        differences.compareTypes();
        Set<String> paths = new TreeSet<>(published.properties().keySet());
        paths.addAll(here.properties().keySet());
        paths.forEach(differences::compareProperty);
        return List.copyOf(differences.found);
    }

    private void compareTypes() {
        Set<String> missing = published.definitions();
        missing.removeAll(here.definitions());
        missing.forEach(name -> add("definitions/" + name, "given", "none", true));
        Set<String> keywords = new TreeSet<>(published.ofType().keySet());
        keywords.addAll(here.ofType().keySet());
        keywords.remove("definitions");
        for (String keyword : keywords) {
            String one = published.ofType().getOrDefault(keyword, "none");
            String other = here.ofType().getOrDefault(keyword, "none");
            if (!one.equals(other)) {
                boolean lost = other.equals("none") && keyword.startsWith("handlers/");
                add(keyword, one, other, lost || keyword.contains("dentifier"));
            }
        }
    }

    private void compareProperty(String path) {
        Map<String, String> one = published.properties().get(path);
        Map<String, String> other = here.properties().get(path);
        if (one == null) {
            boolean alone = !published.properties().containsKey(parent(path)); // told at the parent already
            if (!alone) {
                add(path, "none", "new", other.containsKey("required"));
            }
        } else if (other == null) {
            add(path, "given", "none", true);
        } else {
            Set<String> facets = new TreeSet<>(one.keySet());
            facets.addAll(other.keySet());
            facets.stream()
                    .filter(facet -> !String.valueOf(one.get(facet)).equals(other.get(facet)))
                    .forEach(facet -> compareFacet(path, facet, one.get(facet), other.get(facet)));
        }
    }

    private static String parent(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }

    private void compareFacet(String path, String facet, String one, String other) {
        boolean narrower = switch (facet) {
            case "required", "create-only", "closed" -> one == null;
            case "read-only" -> other == null || !published.isReadOnly(path);
            case "chars", "items", "value" -> other != null && !contains(other, one == null ? ".." : one);
            case "like" -> other != null && !takesAll(other, one);
            case "words" -> other != null && (one == null || !words(other).containsAll(words(one)));
            case "default", "unordered", "write-only" -> false; // nothing is refused
            default -> true;
        };
        add(path, text(path, facet, one), text(path, facet, other), narrower);
    }

    /** Whether the wide bounds hold everything that the narrow ones hold. */
    private static boolean contains(String wide, String narrow) {
        return end(wide, 0, Long.MIN_VALUE) <= end(narrow, 0, Long.MIN_VALUE)
                && end(wide, 1, Long.MAX_VALUE) >= end(narrow, 1, Long.MAX_VALUE);
    }

    private static long end(String bounds, int which, long open) {
        String end = bounds.split("\\.\\.", -1)[which];
        return end.isEmpty() ? open : Long.parseLong(end);
    }

    private static boolean takesAll(String pattern, String published) {
        Predicate<String> takes = Pattern.compile(pattern).asPredicate();
        return published != null && SAMPLES.get(published).stream().allMatch(takes);
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(",")));
    }

    private static String text(String path, String facet, String value) {
        return switch (facet) {
            case "chars" -> bounds(value, "characters");
            case "items" -> bounds(value, "items");
            case "value" -> bounds(value, "");
            case "words" -> value == null ? "any word" : value.replace(",", ", ");
            case "like" -> value == null ? "any text" : "pattern " + value;
            case "default" -> value == null ? "no default" : "default " + value;
            case "unordered" -> value == null ? "list" : "set";
            case "read-only" -> value == null ? (path.contains("/") ? "not named" : "writable") : "read-only";
            case "write-only" -> value == null ? "readable" : "write-only";
            default -> value == null ? "not " + facet : (facet + " " + value).strip();
        };
    }

    private static String bounds(String value, String unit) {
        if (value == null) {
            return "unbounded";
        }
        String[] ends = value.split("\\.\\.", -1);
        String span;
        if (ends[0].isEmpty()) {
            span = "at most " + ends[1];
        } else {
            span = ends[1].isEmpty() ? "at least " + ends[0] : ends[0] + " to " + ends[1];
        }
        return (span + " " + unit).strip();
    }

    private void add(String path, String one, String other, boolean narrower) {
        found.add(new Difference(path, one, other, narrower));
    }
}
