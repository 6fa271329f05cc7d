package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.util.function.Consumer;

/**
 * What somebody else may do in the console while an operation runs. An act that is not possible at that moment throws.
 *
 * @param foreignEdit changes an entry that the operation does not own; its description becomes {@link #EDITED}
 * @param ownEdit changes an entry that the operation owns; its description becomes {@link #EDITED}
 * @param removal deletes the rulestack or firewall at once
 * @param removed where the snapshot shows what was removed
 */
record ThirdParty(
        Consumer<Simulator> foreignEdit,
        Consumer<Simulator> ownEdit,
        Consumer<Simulator> commit,
        Consumer<Simulator> revert,
        Consumer<Simulator> removal,
        String removed) {

    static final String EDITED = "edited by hand";
}
