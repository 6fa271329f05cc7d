package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.state.StackStore;
import com.paloaltonetworks.cloudngfw.local.state.StateDirectory;
import java.util.List;

/** The stacks of a state for commands that only look: they wait for nobody and change nothing. */
final class KeptStacks {

    private final CommonOptions common;
    private final StateDirectory state;
    private final StackStore store;

    /** @throws com.paloaltonetworks.cloudngfw.local.stack.StackFailure for a named world that is none */
    KeptStacks(CommonOptions common) {
        common.checkWorld();
        this.common = common;
        this.state = StateDirectory.look(common.state());
        this.store = state.stacks(resource -> List.of());
    }

    /** Stacks in progress on which nobody works say so. */
    List<Stack> all() {
        List<Stack> all = store.all();
        boolean busy = all.stream().anyMatch(stack -> stack.getStatus().isInProgress()) && state.isBusy();
        all.stream()
                .filter(stack -> stack.getStatus().isInProgress() && !busy)
                .forEach(stack -> stack.setStatusReason(stack.interruption()));
        return all;
    }

    /** A stack by name or id, a deleted one by id only. */
    Stack named(String name) {
        return common.stack(name)
                .in(all())
                .or(() -> store.deleted().stream()
                        .filter(stack -> stack.getStackId().equals(name))
                        .findFirst())
                .orElseThrow(() -> StackFailure.noSuchStack(name));
    }
}
