package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.REGION;
import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody reverts a rulestack in the console while an update is half written. */
class RevertedInBetweenTest {

    private final Driver cloudFormation = Driver.of(
            ResourceModel.TYPE_NAME,
            platform -> new HandlerWrapper(RewiredPlatform.watching(platform, this::beforeSending, request -> {})));
    private boolean reverts;

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @Test
    void whatWasRevertedIsWrittenAgainBeforeAnyCommit() {
        ObjectNode before = Rulestacks.withRules("edge", 1);
        assertThat(cloudFormation.create(before).succeeded()).isTrue();
        ObjectNode after = before.deepCopy();
        after.set("SecurityObjects", json("{\"PrefixLists\":[{\"Name\":\"new\",\"PrefixList\":[\"10.3.0.0/16\"]}]}"));
        after.withObject("/RuleList/0").set("Source", json("{\"PrefixLists\":[\"new\"]}"));
        reverts = true;
        int commits = commits();

        Result updated = cloudFormation.update(before, after);

        assertThat(updated.message()).isNull();
        assertThat(reverts).as("it was reverted").isFalse();
        assertThat(commits()).isEqualTo(commits + 1);
        assertThat(cloudFormation.service().tenant().at("/Rulestacks/0/Running/PrefixLists"))
                .hasSize(1);
    }

    private int commits() {
        return cloudFormation.service().tenant().at("/Rulestacks/0/CommitCount").asInt();
    }

    /** Right before the first rule is written: the prefix list is lost, the rule is not. */
    private void beforeSending(ApiRequest request) {
        if (reverts && request.method().equals("PUT") && request.uri().getPath().contains("/rulelists/")) {
            reverts = false;
            cloudFormation.service().console().revert(REGION, "edge");
        }
    }
}
