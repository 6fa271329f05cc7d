package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rulestack in both views; at least one is there.
 *
 * @param ruleStackState {@code Uncommitted} or {@code Running}
 * @param ruleStackCandidate what edits touch; null when marked for deletion
 * @param ruleStackRunning what firewalls enforce; null before the first commit
 * @param tags null when the answer named none; the tag list is the authority
 */
public record Rulestack(
        String ruleStackName,
        String ruleStackState,
        @Nullable RulestackEntry ruleStackCandidate,
        @Nullable RulestackEntry ruleStackRunning,
        @Nullable List<Tag> tags) {}
