package com.paloaltonetworks.cloudngfw.local.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a drift detection found, in the order of the stack's resources. */
public record DriftReport(List<Resource> resources) {

    /** CloudFormation's statuses of a resource. */
    public enum Status {
        IN_SYNC,
        MODIFIED,
        DELETED,
        NOT_CHECKED
    }

    /** @param note why a resource could not be checked */
    public record Resource(
            String logicalId,
            Status status,
            List<PropertyDifference> differences,
            @Nullable String note) {}

    public boolean isDrifted() {
        return resources.stream()
                .anyMatch(resource -> resource.status() == Status.MODIFIED || resource.status() == Status.DELETED);
    }
}
