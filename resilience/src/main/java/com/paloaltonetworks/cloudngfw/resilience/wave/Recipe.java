package com.paloaltonetworks.cloudngfw.resilience.wave;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of waves there are: a kind, a seed and a size draw one, the same in any process. */
public enum Recipe {
    ANYTHING(Draw::scenario),
    UNDISTURBED(Draw::undisturbed),
    POISONED(Draw::poisoned),
    ROLLED_BACK(Draw::rolledBack),
    AFTER_A_FAILURE(Draw::afterAFailure);

    @SuppressWarnings("ImmutableEnumChecker") // functions of their arguments alone
    private final Drawing drawing;

    Recipe(Drawing drawing) {
        this.drawing = drawing;
    }

    @FunctionalInterface
    private interface Drawing {
        Scenario draw(long seed, int size);
    }

    /** @param size number of changes */
    public Scenario draw(long seed, int size) {
        return drawing.draw(seed, size);
    }

    /** The one that draws this scenario; empty when it was made otherwise. */
    static Optional<Recipe> of(Scenario scenario) {
        return Arrays.stream(values())
                .filter(recipe ->
                        recipe.draw(scenario.seed(), scenario.changes().size()).equals(scenario))
                .findFirst();
    }
}
