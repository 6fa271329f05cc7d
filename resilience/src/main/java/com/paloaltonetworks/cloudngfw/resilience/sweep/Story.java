package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import java.util.function.Predicate;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * One operation on one resource, and the world in which it happens.
 *
 * @param operation such as {@code create}, or what is special about it
 * @param before the resource as it is there; null before a create
 * @param wanted the resource as it is wanted; for a delete, read or list the same, or the filter
 * @param partner another resource that is updated at the same time; null for none
 * @param focus which of its calls are disturbed
 */
@With
record Story(
        Setting setting,
        String operation,
        Action action,
        @Nullable Resource before,
        Resource wanted,
        @Nullable Partner partner,
        Predicate<Point> focus) {

    /** The operations of a resource type. */
    enum Action {
        CREATE,
        UPDATE,
        DELETE,
        READ,
        LIST;

        boolean isChange() {
            return this == CREATE || this == UPDATE || this == DELETE;
        }
    }

    /** A resource that is updated side by side with the story's own. */
    record Partner(Resource before, Resource wanted) {}

    /** Where everything happens. */
    static final String REGION = Cloud.REGION;

    /** Such as {@code RuleStack create}. */
    String name() {
        return setting.type() + " " + operation;
    }

    @Override
    public String toString() {
        return name();
    }
}
