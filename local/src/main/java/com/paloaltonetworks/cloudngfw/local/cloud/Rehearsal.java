package com.paloaltonetworks.cloudngfw.local.cloud;

import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud.Deployed;
import com.paloaltonetworks.cloudngfw.local.plan.Decisions;
import com.paloaltonetworks.cloudngfw.local.plan.DeployPlan;
import com.paloaltonetworks.cloudngfw.local.plan.PlanDraft;
import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The very deploy on a copy of the state that is forgotten afterwards: the same engine, handlers, service and chances, so that
 * what it changes and what it costs is what the deploy after it changes and costs. It never waits on a wall clock.
 */
public final class Rehearsal {

    private static final String CONFIGURATION = " /v1/config/";

    private final CloudOptions options;
    private final Runnable busy;

    /** @param busy called when another command works in the state, which has to end first */
    public Rehearsal(CloudOptions options, Runnable busy) {
        this.options = options.inVirtualTime();
        this.busy = busy;
    }

    public DeployPlan of(DeployRequest request) {
        Decisions decisions = new Decisions();
        try (LocalCloud cloud = LocalCloud.rehearse(options, decisions, busy)) {
            Optional<Stack> before = cloud.find(request.stack());
            Map<String, Integer> requests = cloud.requests();
            Deployed deployed = cloud.deploy(request);
            SortedMap<String, Integer> writes = writes(requests, cloud.requests());
            PlanDraft draft = new PlanDraft(cloud.types(), deployed.prepared(), before.orElse(null), deployed.stack());
            boolean failed = deployed.changed() && !deployed.stack().getStatus().isSuccess();
            return new DeployPlan(
                    deployed.stack(),
                    deployed.changed(),
                    before.isEmpty(),
                    draft.changes(decisions),
                    draft.stackChanges(),
                    writes,
                    draft.outcome(decisions, failed, deployed.notices()),
                    failed ? errors(cloud, request) : List.of());
        }
    }

    private static List<Problem> errors(LocalCloud cloud, DeployRequest request) {
        return cloud.validate(request).stream().filter(Problem::isError).toList();
    }

    /** What was sent in between to change something; asking for tokens and looking is not counted. */
    private static SortedMap<String, Integer> writes(Map<String, Integer> before, Map<String, Integer> after) {
        SortedMap<String, Integer> writes = new TreeMap<>();
        after.forEach((request, count) -> {
            int sent = count - before.getOrDefault(request, 0);
            if (sent > 0 && !request.startsWith("GET ") && request.contains(CONFIGURATION)) {
                writes.put(request, sent);
            }
        });
        return writes;
    }
}
