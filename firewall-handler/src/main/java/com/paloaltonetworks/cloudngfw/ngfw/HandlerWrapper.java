package com.paloaltonetworks.cloudngfw.ngfw;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.ResourceWrapper;
import com.paloaltonetworks.cloudngfw.core.TypeDefinition;
import java.util.List;

/** The type's entry point in Lambda. */
public final class HandlerWrapper extends ResourceWrapper<ResourceModel> {

    private static final TypeDefinition<ResourceModel> DEFINITION =
            TypeDefinition.of(FirewallType.INSTANCE, ResourceModel.class);

    public HandlerWrapper() {
        this(LAMBDA);
    }

    public HandlerWrapper(Platform platform) {
        super(
                DEFINITION,
                platform,
                List.of(
                        new CreateHandler(),
                        new ReadHandler(),
                        new UpdateHandler(),
                        new DeleteHandler(),
                        new ListHandler()));
    }
}
