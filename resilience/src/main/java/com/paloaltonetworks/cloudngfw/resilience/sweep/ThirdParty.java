package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** What somebody else may do in the console while an operation runs. An act that is not possible at that moment throws. */
record ThirdParty(Map<Act, Consumer<Simulator>> acts) {

    static final String EDITED = "edited by hand";

    /** What is done. */
    enum Act {
        /** Changes an entry that the operation does not own; its description becomes {@link #EDITED}. */
        FOREIGN_EDIT,
        /** Changes an entry that the operation owns; its description becomes {@link #EDITED}. */
        OWN_EDIT,
        /** Starts a commit, which takes its time. */
        COMMIT,
        REVERT,
        /** Deletes at once what is where the operation's resource is: the rulestack or firewall. */
        REMOVAL,
        /** Deletes at once the rulestack that a firewall is to have. */
        RULESTACK_REMOVAL
    }

    ThirdParty {
        acts = Map.copyOf(acts);
    }

    static ThirdParty nobody() {
        return new ThirdParty(Map.of());
    }

    ThirdParty with(Act act, Consumer<Simulator> doing) {
        Map<Act, Consumer<Simulator>> more = new EnumMap<>(Act.class);
        more.putAll(acts);
        more.put(act, doing);
        return new ThirdParty(more);
    }

    /** Who leaves it to the operation, since nothing says what had to come of it. */
    ThirdParty without(Act... left) {
        Map<Act, Consumer<Simulator>> fewer = new EnumMap<>(acts);
        for (Act act : left) {
            fewer.remove(act);
        }
        return new ThirdParty(fewer);
    }

    boolean can(Act act) {
        return acts.containsKey(act);
    }

    void act(Act act, Simulator service) {
        acts.get(act).accept(service);
    }
}
