package com.paloaltonetworks.cloudngfw.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemporaryNameTest {

    private static final String LONG = "from-the-production-web-servers-to-database-";

    @ParameterizedTest
    @EnumSource
    void aStandInIsRecognized(TemporaryName kind) {
        String standIn = kind.of("web");
        assertThat(TemporaryName.isOf("web", standIn)).isTrue();
        assertThat(TemporaryName.isOf("we", standIn)).isFalse();
        assertThat(TemporaryName.areOfOneRule("web", standIn)).isTrue();
        assertThat(TemporaryName.isTemporary(standIn)).isTrue();
        assertThat(TemporaryName.isTemporary("web")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void longNamesThatBeginAlikeHaveStandInsOfTheirOwn(TemporaryName kind) {
        assertThat(kind.of(LONG + "1")).hasSizeLessThanOrEqualTo(48).isNotEqualTo(kind.of(LONG + "2"));
        assertThat(TemporaryName.areOfOneRule(LONG + "1", kind.of(LONG + "1"))).isTrue();
        assertThat(TemporaryName.areOfOneRule(LONG + "2", kind.of(LONG + "1"))).isFalse();
    }

    @Test
    void allStandInsOfARuleAreOfOneRule() {
        assertThat(TemporaryName.areOfOneRule(TemporaryName.MOVING.of(LONG), TemporaryName.PARKED.of(LONG)))
                .isTrue();
    }
}
