package com.paloaltonetworks.cloudngfw.simulator.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/** One rulestack: what edits touch, what firewalls enforce, and what is under way between the two. */
@Getter
@Setter
@NoArgsConstructor(access = AccessLevel.PRIVATE)
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public final class Rulestack {
    private String region = "";
    private String name = "";
    private Configuration candidate;
    private @Nullable Configuration running;
    /** Deleted in the candidate; the next commit makes it real. */
    private boolean markedForDeletion;

    private Map<String, String> tags = new LinkedHashMap<>();
    private int commitCount;
    private @Nullable Job commit;
    private int queuedCommits;
    private @Nullable Outcome committed;
    private @Nullable Job validation;
    private @Nullable Outcome validated;

    public Rulestack(String region, String name, Configuration candidate) {
        this.region = region;
        this.name = name;
        this.candidate = candidate;
    }

    public boolean isGlobal() {
        return candidate.entry().path("Scope").asText().equals("Global");
    }

    public boolean isUncommitted() {
        return markedForDeletion || !candidate.equals(running);
    }
}
