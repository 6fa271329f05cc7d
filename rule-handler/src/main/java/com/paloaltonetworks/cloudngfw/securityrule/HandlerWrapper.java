package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.ResourceWrapper;
import com.paloaltonetworks.cloudngfw.core.TypeDefinition;
import java.util.List;

/** The entry point of {@code PaloAltoNetworks::CloudNGFW::SecurityRule}. */
public final class HandlerWrapper extends ResourceWrapper<ResourceModel> {

    static final TypeDefinition<ResourceModel> TYPE = TypeDefinition.of(new SecurityRuleType(), ResourceModel.class);

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
