package com.paloaltonetworks.cloudngfw.ngfw;

import static java.util.Objects.requireNonNullElse;

import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.core.Outcome;
import java.util.Optional;

/**
 * The link to Panorama or Strata Cloud Manager, which manages the firewall's policy in place of rulestacks or beside them.
 */
final class FirewallLink {

    private static final String MARK = "link";

    /** Guess: tenants of generation V1 say the same words as those of V2, {@code Updating} and then {@code Active}. */
    private static final String UNDER_WAY = "Updating";

    private final TargetFirewall target;

    FirewallLink(TargetFirewall target) {
        this.target = target;
    }

    void apply() {
        Firewall found = target.found().firewall();
        String linked = requireNonNullElse(found.linkId(), "");
        Optional<String> wanted = target.wanted(ResourceModel::getLinkId, "").filter(link -> !link.equals(linked));
        if (wanted.isEmpty()) {
            return;
        }
        target.marks().put(MARK, "");
        if (wanted.get().isEmpty()) {
            target.api().unlink(linked);
        } else {
            target.api().link(wanted.get());
        }
    }

    /**
     * Waits only for a link that this operation made or took away; how another one is doing shows in ReadFirewall. Guess: no
     * status, and any word but {@value #UNDER_WAY}, means that there is nothing to wait for.
     */
    Outcome untilLinked() {
        if (!target.isNew() && !target.marks().containsKey(MARK)) {
            return Outcome.done();
        }
        String status = requireNonNullElse(target.found().firewall().linkStatus(), "");
        return status.equalsIgnoreCase(UNDER_WAY)
                ? target.poll("The link of firewall " + target.name() + " is " + status)
                : Outcome.done();
    }
}
