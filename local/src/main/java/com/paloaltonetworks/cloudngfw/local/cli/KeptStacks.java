package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.state.StackStore;
import com.paloaltonetworks.cloudngfw.local.state.StateDirectory;
import java.util.List;

/** The stacks of a state for commands that only look: they wait for nobody and change nothing. */
final class KeptStacks {

    private final CommonOptions common;
    private final StackStore store;

    KeptStacks(CommonOptions common) {
        this.common = common;
        this.store = StateDirectory.look(common.state()).stacks(resource -> List.of());
    }

    List<Stack> all() {
        return store.all();
    }

    /** A stack by name or id, a deleted one by id only. */
    Stack named(String name) {
        return common.stack(name)
                .in(store.all())
                .or(() -> store.deleted().stream()
                        .filter(stack -> stack.getStackId().equals(name))
                        .findFirst())
                .orElseThrow(() -> StackFailure.noSuchStack(name));
    }
}
