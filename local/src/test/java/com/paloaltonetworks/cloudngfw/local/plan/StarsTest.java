package com.paloaltonetworks.cloudngfw.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StarsTest {

    @Test
    void secretsAreStarsWhereverTheyStandAndWhateverTypeTheyHave() throws IOException {
        Detail detail = new Detail(
                "/RuleList/0",
                "rule opensesame (LocalRule 7)",
                "",
                TextNode.valueOf("say opensesame"),
                new ObjectMapper()
                        .readTree("{\"Priority\":4711,\"Ports\":[4711,4712],\"Description\":\"opensesame\"}"));
        Detail shown = new Stars(Set.of("opensesame", "4711", "")).over(detail);
        assertThat(shown.name()).isEqualTo("****");
        assertThat(shown.before()).hasToString("\"****\"");
        assertThat(shown.after())
                .hasToString("{\"Priority\":\"****\",\"Ports\":[\"****\",4712],\"Description\":\"****\"}");
    }
}
