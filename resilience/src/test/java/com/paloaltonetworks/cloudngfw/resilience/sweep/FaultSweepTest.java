package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Sweep.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The sweep itself, some minutes long. {@code -Dsweep.only="RuleStack create, call 17, 503"} tries one point alone, or all
 * whose names begin so; {@code -Dsweep.page=FILE} writes the page instead of holding it against the tries.
 */
class FaultSweepTest {

    private static final String ONLY = System.getProperty("sweep.only", "");
    private static final String WRITTEN = System.getProperty("sweep.page", "");
    private static final Path FRESH = Path.of("target", "fault-sweep.md");
    private static final Path PAGE = Path.of("..", "docs", "verification", "fault-sweep.md");

    @Test
    void nothingIsLostOrWrongWhereverAFaultStrikes() throws IOException {
        List<Try> tries = Sweep.of(Stories.all(), name -> name.startsWith(ONLY));
        assertThat(tries).isNotEmpty();
        if (ONLY.isEmpty()) {
            Files.writeString(FRESH, Matrix.of(tries));
        }
        assertThat(tries.stream().filter(each -> each.verdict().kind() == Verdict.Kind.WRONG))
                .as("lost or wrong; one alone is tried by -Dsweep.only='its name up to the bracket'")
                .isEmpty();
        if (ONLY.isEmpty()) {
            assertThat(Sweep.triedNowhere(tries))
                    .as("faults of which nothing is known")
                    .isEmpty();
        }
        if (!WRITTEN.isEmpty()) {
            Files.copy(FRESH, Path.of(WRITTEN), StandardCopyOption.REPLACE_EXISTING);
        } else if (ONLY.isEmpty()) {
            assertThat(FRESH).hasSameTextualContentAs(PAGE);
        }
    }
}
