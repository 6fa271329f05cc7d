package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.List;

/** What a type knows about its properties without asking the service. */
@FunctionalInterface
public interface SemanticCheck {

    SemanticCheck NONE = properties -> List.of();

    /** @return problems whose paths point into the properties */
    List<Problem> problems(ObjectNode properties);
}
