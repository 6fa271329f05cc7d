package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.cloud.Resource;
import com.paloaltonetworks.cloudngfw.simulator.Console;
import java.util.List;
import java.util.function.Consumer;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * What the stories of one resource type have in common.
 *
 * @param type such as {@code RuleStack}
 * @param furnishing makes in the console what is there besides
 * @param lateFurnishing adds in the console to what the operation starts from, once that is there
 * @param foreign parts of paths that no write of the handler may name
 */
@With
record Setting(
        String type,
        Consumer<Console> furnishing,
        Consumer<Console> lateFurnishing,
        List<String> foreign,
        ThirdParty somebody) {

    static final Consumer<Console> NOTHING = console -> {};

    /** Parts of paths of what {@link Acts#makeForeignRulestack} made. */
    static final List<String> FOREIGN = List.of("/rulestacks/theirs", "/foreign-list", "/priorities/900");

    Story create(Resource wanted) {
        return story("create", Story.Action.CREATE, null, wanted);
    }

    Story update(Resource before, Resource wanted) {
        return story("update", Story.Action.UPDATE, before, wanted);
    }

    Story delete(Resource resource) {
        return story("delete", Story.Action.DELETE, resource, resource);
    }

    Story read(Resource resource, Resource identified) {
        return story("read", Story.Action.READ, resource, identified);
    }

    Story list(Resource resource, Resource filter) {
        return story("list", Story.Action.LIST, resource, filter);
    }

    private Story story(String operation, Story.Action action, @Nullable Resource before, Resource wanted) {
        return new Story(this, operation, action, before, wanted, null, point -> true);
    }
}
