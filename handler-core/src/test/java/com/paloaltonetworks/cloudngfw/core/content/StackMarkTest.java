package com.paloaltonetworks.cloudngfw.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackMarkTest {

    private static final Tag MINE =
            StackMark.of(Map.of("aws:cloudformation:stack-id", "arn:aws:cloudformation:us-east-1:1:stack/s/abc"));
    private static final Tag USERS = new Tag("Owner", "network");
    private static final RuleEntry BARE = RuleEntry.builder().ruleName("r").build();

    @Test
    void theMarkIsTheLastPartOfTheStackId() {
        assertThat(MINE.value()).isEqualTo("abc");
        assertThat(StackMark.of(Map.of()).value()).isEqualTo("none");
    }

    @Test
    void aRuleWithoutTagsOrWithThoseOfItsUserOnlyIsNotMarked() {
        RuleEntry tagged = BARE.toBuilder().tags(List.of(USERS)).build();

        assertThat(StackMark.isMarked(BARE)).isFalse();
        assertThat(StackMark.isMarked(tagged)).isFalse();
        assertThat(StackMark.isOn(null, MINE)).isFalse();
        assertThat(StackMark.isOn(BARE, MINE)).isFalse();
        assertThat(StackMark.isOn(tagged, MINE)).isFalse();
    }

    @Test
    void aMarkIsPutBesideTheUsersTagsAndNotShown() {
        RuleEntry marked = StackMark.put(BARE.toBuilder().tags(List.of(USERS)).build(), MINE);

        assertThat(marked.tags()).containsExactly(USERS, MINE);
        assertThat(StackMark.isOn(marked, MINE)).isTrue();
        assertThat(StackMark.isOn(marked, StackMark.of(Map.of()))).isFalse();
        assertThat(StackMark.isMarked(marked)).isTrue();
        assertThat(StackMark.without(marked.tags())).containsExactly(USERS);
        assertThat(StackMark.without((List<Tag>) null)).isEmpty();
        assertThat(StackMark.put(BARE, MINE).tags()).containsExactly(MINE);
    }
}
