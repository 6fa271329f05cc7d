package com.paloaltonetworks.cloudngfw.core;

import java.util.function.Supplier;

/**
 * A name and a piece of work that is safe to repeat. The name is kept in the callback contexts of stacks in flight: renaming
 * a step is a breaking change.
 *
 * @param checkpoint whether CloudFormation must store that the step is done before the next one begins
 * @param takesBack whether a failure that the operation's progress names makes the step take back what was written
 */
public record Step(String name, Supplier<Outcome> work, boolean checkpoint, boolean takesBack) {

    public static Step step(String name, Supplier<Outcome> work) {
        return new Step(name, work, false, false);
    }

    public static Step step(String name, Runnable work) {
        return step(name, () -> {
            work.run();
            return Outcome.done();
        });
    }

    public Step andCheckpoint() {
        return new Step(name, work, true, takesBack);
    }

    public Step andTakingBack() {
        return new Step(name, work, checkpoint, true);
    }
}
