package com.paloaltonetworks.cloudngfw.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.Tagged;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the service so that tags become what is wanted. */
class AppliedTagsTest {

    private static final Map<String, String> WANTED = Map.of("team", "security", "site", "oslo");
    private static final Map<String, String> PREVIOUS = Map.of("team", "net", "env", "dev");

    @ParameterizedTest(name = "the service overwrites: {0}")
    @ValueSource(booleans = {true, false})
    void tagsBecomeWhatIsWantedWhetherTheServiceOverwritesOrNot(boolean overwrites) {
        Service service = new Service(overwrites);
        TagChange.apply(service, WANTED, PREVIOUS);
        assertThat(service.held)
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "security", "site", "oslo", "own", "x"));
    }

    @Test
    void aTagThatOnlyChangesIsNeverRemovedFromAServiceThatOverwrites() {
        Service service = new Service(true);
        TagChange.apply(service, WANTED, PREVIOUS);
        assertThat(service.removed).containsExactly("env");
    }

    @Test
    void nothingIsWrittenWhenNothingDiffers() {
        Service service = new Service(true);
        TagChange.apply(service, PREVIOUS, PREVIOUS);
        assertThat(service.writes).isZero();
        assertThat(service.reads).isEqualTo(1);
    }

    /** Holds {@link #PREVIOUS} and a tag of somebody else. */
    private static final class Service implements Tagged {

        private final boolean overwrites;
        private final Map<String, String> held = new TreeMap<>(PREVIOUS);
        private final List<String> removed = new ArrayList<>();
        private int reads;
        private int writes;

        Service(boolean overwrites) {
            this.overwrites = overwrites;
            held.put("own", "x");
        }

        @Override
        public List<Tag> tags() {
            reads++;
            return TagChange.tags(held);
        }

        @Override
        public void addTags(List<Tag> added) {
            writes++;
            added.stream()
                    .filter(tag -> overwrites || !held.containsKey(tag.key()))
                    .forEach(tag -> held.put(tag.key(), tag.value()));
        }

        @Override
        public void removeTags(List<String> keys) {
            writes++;
            removed.addAll(keys);
            keys.forEach(held::remove);
        }
    }
}
