package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.deploy.DeployProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * The callback context: what one operation's invocations tell each other, under 2 KB and without payloads or secrets. All of
 * it but the require-absent checkpoint is a hint; losing it costs calls, never a wrong result.
 */
@Data
@NoArgsConstructor
public final class Progress {

    private static final int MOST_FAILURES = 12;

    /** Milliseconds of the epoch at the first invocation. */
    private @Nullable Long startedAt;

    /** Names of the steps that are done. */
    private List<String> done = new ArrayList<>();

    /** Transient failures of the present step in a row. */
    private int failures;

    /** What a step saw before it wrote, by a name of its own: digests and times, a few dozen characters each. */
    private Map<String, String> marks = new HashMap<>();

    private DeployProgress deploy = new DeployProgress();

    /**
     * Whether a step that failed so may be tried again. Commits end, however long they take and however many follow each
     * other: that is waited for, and no failure.
     */
    public boolean allowsAnother(NgfwException failure) {
        return HandlerErrors.isTransient(failure.getKind())
                && (failure.getKind() == Kind.BUSY || failures < MOST_FAILURES);
    }

    boolean isDone(Step step) {
        return done.contains(step.name());
    }

    void finish(Step step) {
        done.add(step.name());
        failures = 0;
    }
}
