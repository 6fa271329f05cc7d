package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What brings a scenario back: as properties of a process, or as what WavesTest is called with.
 *
 * @param kept ids of the changes that are part of it; empty for all
 * @param left the disturbances that are not
 */
public record Replay(Recipe recipe, long seed, int size, Set<String> kept, Set<Knob> left) {

    private static final String COMMAND = "mvn -q -B -pl resilience -am test -Dpackaging.skip"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest=WavesTest";
    private static final String RECIPE = "waves.recipe";
    private static final String SEED = "waves.seed";
    private static final String SIZE = "waves.size";
    private static final String KEEP = "waves.keep";
    private static final String WITHOUT = "waves.without";

    /** Whole, unless {@code waves.keep} or {@code waves.without} say otherwise; of any kind and its seed's own size by default. */
    public static Replay of(Properties properties) {
        long seed = Long.parseLong(properties.getProperty(SEED));
        return new Replay(
                Recipe.valueOf(properties.getProperty(RECIPE, Recipe.ANYTHING.name())),
                seed,
                Integer.parseInt(properties.getProperty(SIZE, String.valueOf(Draw.size(seed)))),
                names(properties.getProperty(KEEP, "")),
                names(properties.getProperty(WITHOUT, "")).stream()
                        .map(Knob::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** Of a part of a scenario; empty when no recipe draws the whole. */
    static Optional<Replay> of(Scenario whole, Scenario part) {
        return Recipe.of(whole)
                .map(recipe -> new Replay(
                        recipe,
                        whole.seed(),
                        whole.changes().size(),
                        part.changes().size() == whole.changes().size()
                                ? Set.of()
                                : part.changes().stream().map(Change::id).collect(Collectors.toSet()),
                        whole.knobs().stream().filter(knob -> !part.has(knob)).collect(Collectors.toSet())));
    }

    public Scenario scenario() {
        Scenario whole = recipe.draw(seed, size);
        Scenario scenario = kept.isEmpty() ? whole : whole.keeping(change -> kept.contains(change.id()));
        for (Knob knob : left) {
            scenario = scenario.without(knob);
        }
        return scenario;
    }

    /** The command that lets it happen again. */
    String line() {
        boolean own = recipe == Recipe.ANYTHING && size == Draw.size(seed);
        return COMMAND
                + define(SEED, seed)
                + (own ? "" : define(RECIPE, recipe) + define(SIZE, size))
                + (kept.isEmpty() ? "" : define(KEEP, list(kept)))
                + (left.isEmpty() ? "" : define(WITHOUT, list(left)));
    }

    private static String define(String property, Object value) {
        return " -D" + property + "=" + value;
    }

    private static String list(Set<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
