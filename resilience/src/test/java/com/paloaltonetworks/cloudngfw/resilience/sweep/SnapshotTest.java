package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A snapshot leaves out nothing but what is as good as absent. */
class SnapshotTest {

    @ParameterizedTest
    @CsvSource({
        "restored to the default, alert, both, true",
        "restored to the default, block, both, false",
        "restored to the default, alert, upload, false",
        "restored by hand, alert, both, false"
    })
    void aRestoredFileTypeIsAbsentOnlyIfItHoldsTheDefault(
            String comment, String action, String direction, boolean absent) {
        Snapshot snapshot = Snapshot.of(Acts.json("{\"FileTypes\":[{\"FileType\":\"exe\",\"AuditComment\":\"" + comment
                + "\",\"Action\":\"" + action + "\",\"Direction\":\"" + direction + "\"}]}"));
        assertThat(snapshot.values().isEmpty()).isEqualTo(absent);
    }
}
