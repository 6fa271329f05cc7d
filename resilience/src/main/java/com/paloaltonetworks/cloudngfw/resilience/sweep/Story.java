package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Cloud;
import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * One operation on one resource, and the world in which it happens.
 *
 * @param name such as {@code RuleStack create}
 * @param before the resource as it is there; null before a create
 * @param wanted the resource as it is wanted; for a delete, read or list the same, or the filter
 * @param partner another resource that is updated at the same time; null for none
 * @param stage makes in the console what is there besides
 * @param names every failure's message holds one of them
 * @param place where the snapshot shows the resource
 * @param foreign parts of paths that no write of the handler may name
 * @param focus which of its calls are disturbed; all, unless told
 */
@Builder
record Story(
        String name,
        Action action,
        @Nullable Resource before,
        Resource wanted,
        @Nullable Partner partner,
        Consumer<Console> stage,
        List<String> names,
        String place,
        List<String> foreign,
        ThirdParty somebody,
        Predicate<Point> focus) {

    Story {
        focus = focus == null ? point -> true : focus;
    }

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

    @Override
    public String toString() {
        return name;
    }
}
