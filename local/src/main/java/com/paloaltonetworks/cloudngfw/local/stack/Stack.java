package com.paloaltonetworks.cloudngfw.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/** A stack as it is kept between commands. During an operation only {@link StackOperation} changes it, under its lock. */
@Getter
@Setter
@NoArgsConstructor
public final class Stack {

    private String stackName;
    private String stackId;
    private String account;
    private String region;
    private StackStatus status;
    private @Nullable String statusReason;
    private String creationTime;
    private @Nullable String lastUpdatedTime;
    private @Nullable String description;
    private @Nullable ObjectNode template;
    /** As given, SSM types by name. */
    private Map<String, String> parameters = new LinkedHashMap<>();
    /** Values that must not be shown: those of NoEcho parameters. */
    private Set<String> secrets = new LinkedHashSet<>();

    private Map<String, String> tags = new LinkedHashMap<>();
    private Map<String, StackResource> resources = new LinkedHashMap<>();
    private List<StackOutput> outputs = new ArrayList<>();
    /** Names of exports of other stacks that this one uses. */
    private Set<String> imports = new LinkedHashSet<>();
    /** Oldest first. */
    private List<StackEvent> events = new ArrayList<>();

    public Stack(String stackName, String stackId, String account, String region) {
        this.stackName = stackName;
        this.stackId = stackId;
        this.account = account;
        this.region = region;
        this.status = StackStatus.CREATE_IN_PROGRESS;
    }

    public Optional<StackResource> resource(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    /** Brings the resources into the order of a template; those it does not name come last. */
    void arrange(Collection<String> order) {
        Map<String, StackResource> arranged = new LinkedHashMap<>();
        order.stream().filter(resources::containsKey).forEach(id -> arranged.put(id, resources.get(id)));
        resources.forEach(arranged::putIfAbsent);
        resources = arranged;
    }

    /** What is to be said of a stack in progress when the process that worked on it is gone. */
    public String interruption() {
        String next =
                status.interrupted().mayUpdate() ? "the next deploy or delete goes on" : "the next delete goes on";
        return "The operation was interrupted; " + next + " from here";
    }

    /**
     * Puts an operation whose process is gone to an end, so that the next one can start.
     *
     * @return what to tell of it; empty when there was none
     */
    public Optional<String> settleInterrupted() {
        if (!status.isInProgress()) {
            return Optional.empty();
        }
        String notice = "Stack " + stackName + " was interrupted in " + status + "; this operation goes on from there";
        status = status.interrupted();
        statusReason = "The operation was interrupted";
        resources.replaceAll((id, resource) -> resource.status().isInProgress()
                ? resource.withStatus(
                                ResourceStatus.valueOf(resource.status().name().replace("IN_PROGRESS", "FAILED")))
                        .withReason("The operation was interrupted")
                : resource);
        return Optional.of(notice);
    }
}
