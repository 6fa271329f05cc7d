package com.paloaltonetworks.cloudngfw.local.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.List;
import java.util.Set;

/** What a type's own handler finds in wanted properties, without asking the service. */
public interface ModelChecks {

    /** Of a type that finds nothing. */
    ModelChecks NONE = properties -> List.of();

    /** @return problems whose paths point into the properties */
    List<Problem> problems(ObjectNode properties);

    /** JSON pointers of texts that may be any word for yes or no. */
    default Set<String> switches() {
        return Set.of();
    }
}
