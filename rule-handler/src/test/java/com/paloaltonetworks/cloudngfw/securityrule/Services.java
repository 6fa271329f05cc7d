package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.CommitSnapshot;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EditsDuringCommit;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.SecondCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Everything a service may do with a second commit and with edits meanwhile, each with seeds of its own: one, or as many as
 * {@code -Dseeds=50} says.
 */
final class Services {

    private static final int SEEDS = Integer.getInteger("seeds", 1);

    private Services() {}

    static Stream<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (SecondCommit second : SecondCommit.values()) {
            for (EditsDuringCommit edits : EditsDuringCommit.values()) {
                for (CommitSnapshot snapshot : CommitSnapshot.values()) {
                    for (int seed = 0; seed < SEEDS; seed++) {
                        all.add(Arguments.of(second, edits, snapshot, all.size() + 1L));
                    }
                }
            }
        }
        return all.stream();
    }

    static ApiSettings api(SecondCommit second, EditsDuringCommit edits, CommitSnapshot snapshot) {
        return ApiSettings.standard()
                .withSecondCommit(second)
                .withEditsDuringCommit(edits)
                .withCommitSnapshot(snapshot);
    }
}
