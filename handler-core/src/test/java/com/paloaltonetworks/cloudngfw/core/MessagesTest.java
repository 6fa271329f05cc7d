package com.paloaltonetworks.cloudngfw.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts stay as they are where there is room, and are cut between characters where there is none. */
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "\n", "é", "語", "🔥"})
    void inAContextBytesAreCounted(String character) throws JsonProcessingException {
        String whole = character.repeat(10);
        assertThat(Messages.cutForContext(whole, 60)).isEqualTo(whole);
        String cut = Messages.cutForContext(character.repeat(61), 60);
        assertThat(cut).startsWith(character).endsWith("…");
        assertThat(cut.replace(character, "")).isEqualTo("…");
        byte[] json = new ObjectMapper().writeValueAsString(cut).getBytes(StandardCharsets.UTF_8);
        assertThat(json.length - 2).isLessThanOrEqualTo(60);
    }
}
