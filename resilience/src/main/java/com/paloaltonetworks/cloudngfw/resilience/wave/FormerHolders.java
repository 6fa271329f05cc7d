package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rules have stood at which places in the course of the wave: who was in somebody's way may be gone when that is told. */
final class FormerHolders {

    private final Scene scene;
    private final Set<Place> places = new HashSet<>();

    private record Place(String rulestack, String list, String priority, String rule) {}

    FormerHolders(Scene scene) {
        this.scene = scene;
    }

    /** A call is about to be answered, after which perhaps another rule stands where it writes, or none. */
    void arrives(Call call) {
        List<String> path = List.of(call.path().split("/"));
        if (!call.method().equals("GET") && path.size() > 8 && path.get(7).equals("priorities")) {
            scene.tenant()
                    .ruleAt(path.get(4), path.get(6), path.get(8))
                    .ifPresent(rule -> places.add(new Place(path.get(4), path.get(6), path.get(8), rule)));
        }
    }

    boolean hasStoodAt(String rulestack, String priority, String rule) {
        return places.contains(new Place(rulestack, Models.LIST, priority, rule));
    }
}
