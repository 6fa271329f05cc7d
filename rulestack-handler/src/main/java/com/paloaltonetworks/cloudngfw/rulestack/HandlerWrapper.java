package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.ResourceWrapper;
import com.paloaltonetworks.cloudngfw.core.TypeDefinition;
import java.util.List;

/** The entry point of {@code PaloAltoNetworks::CloudNGFW::RuleStack}. */
public final class HandlerWrapper extends ResourceWrapper<ResourceModel> {

    static final TypeDefinition<ResourceModel> TYPE = TypeDefinition.of(new RulestackType(), ResourceModel.class);

    public HandlerWrapper() {
        this(LAMBDA);
    }

    public HandlerWrapper(Platform platform) {
        super(
                TYPE,
                platform,
                List.of(
                        new CreateHandler(),
                        new ReadHandler(),
                        new UpdateHandler(),
                        new DeleteHandler(),
                        new ListHandler()));
    }
}
