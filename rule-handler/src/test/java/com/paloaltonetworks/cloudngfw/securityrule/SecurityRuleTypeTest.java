package com.paloaltonetworks.cloudngfw.securityrule;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecurityRuleTypeTest {

    private final Edge edge = Edge.standard();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void createSucceedsOnlyOnceCommitted() {
        int before = edge.commits();
        Result created = edge.cloudFormation.create(Edge.rule("web", 10));
        assertThat(created.message()).isNull();
        assertThat(created.succeeded()).isTrue();
        assertThat(edge.running()).containsExactly("10 web");
        assertThat(edge.commits() - before).isEqualTo(1);
    }
}
