package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.RewiredPlatform;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service becomes slow, or slow for a while, when an operation has begun to write. */
class SlowerThanBeforeTest {

    private volatile boolean disturbed;
    private volatile boolean written;
    private final AtomicInteger slowReads = new AtomicInteger();
    private final Driver cloudFormation = Driver.of(
            ResourceModel.TYPE_NAME,
            platform -> new HandlerWrapper(new RewiredPlatform(platform, network -> request -> {
                if (written && isRead(request) && slowReads.getAndDecrement() > 0) {
                    platform.pause(Duration.ofSeconds(3));
                }
                written |= disturbed && request.method().equals("PUT");
                return network.send(request);
            })));

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @Test
    void whatIsSlowForAWhileSucceeds() {
        Result updated = updateWith(150);
        assertThat(updated.message()).isNull();
        assertThat(cloudFormation.messages()).anyMatch(message -> message.contains("was not read in the time"));
    }

    @Test
    void whatStaysSlowFailsAndSaysSo() {
        Result updated = updateWith(Integer.MAX_VALUE);
        assertThat(updated.failedWith("NotStabilized")).as(updated.message()).isTrue();
        assertThat(updated.message()).contains("divide it into several rulestacks", "what it wrote is still there");
    }

    private Result updateWith(int slow) {
        ObjectNode before = Rulestacks.withRules("edge", 100);
        cloudFormation.create(before);
        ObjectNode after = before.deepCopy();
        after.path("RuleList").forEach(rule -> ((ObjectNode) rule).put("Action", "DenySilent"));
        slowReads.set(slow);
        disturbed = true;
        return cloudFormation.update(before, after);
    }

    private static boolean isRead(ApiRequest request) {
        return request.method().equals("GET") && request.uri().getPath().contains("/priorities/");
    }
}
