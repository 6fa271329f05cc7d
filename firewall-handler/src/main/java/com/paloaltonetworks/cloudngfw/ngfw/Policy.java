package com.paloaltonetworks.cloudngfw.ngfw;

import static java.util.Objects.requireNonNullElse;

import com.paloaltonetworks.cloudngfw.client.FirewallView;
import com.paloaltonetworks.cloudngfw.client.model.CommitInfo;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two places for a rulestack that a firewall has. Each may be taken or free, whatever the other is. */
enum Policy {
    LOCAL,
    GLOBAL;

    /** The rulestack that a template names; null when it names none. */
    @Nullable
    String wantedBy(ResourceModel model) {
        return this == LOCAL ? model.getRuleStackName() : model.getGlobalRuleStackName();
    }

    /** The rulestack that a firewall has; the empty name when it has none. */
    String of(Firewall firewall) {
        return requireNonNullElse(this == LOCAL ? firewall.ruleStackName() : firewall.globalRuleStackName(), "");
    }

    /** The service's word for how the rulestack is doing on the firewall's devices; empty when there is none. */
    String word(FirewallView found) {
        return requireNonNullElse(
                this == LOCAL
                        ? found.status().ruleStackStatus()
                        : found.status().globalRuleStackStatus(),
                "");
    }

    List<String> messages(FirewallView found) {
        CommitInfo info = info(found);
        return info == null || info.commitMessages() == null ? List.of() : info.commitMessages();
    }

    /** The service's time of the rulestack's last arrival on the devices; empty when it tells none. */
    String time(FirewallView found) {
        CommitInfo info = info(found);
        return info == null ? "" : requireNonNullElse(info.commitTs(), "");
    }

    private @Nullable CommitInfo info(FirewallView found) {
        return this == LOCAL
                ? found.status().ruleStackCommitInfo()
                : found.status().globalRuleStackCommitInfo();
    }

    /** Under which name the callback context keeps what is to be remembered of it. */
    String mark() {
        return name().toLowerCase(Locale.ROOT);
    }
}
