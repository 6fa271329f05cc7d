package com.paloaltonetworks.cloudngfw.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "RulList, RuleList Rules, RuleList",
        "urltargets, URLTargets Name, URLTargets",
        "VpcIds, VPCIds VpcId, VPCIds",
        "' web ', web db, web",
        "elephant, web db,",
        "xy, ab,",
        "a, b,",
        "a, '',",
    })
    void theNearestNameIsFoundIfItIsNearAtAll(String wrong, String known, String near) {
        assertThat(Nearest.of(wrong, List.of(known.split(" ")))).isEqualTo(java.util.Optional.ofNullable(near));
    }

    @Test
    void allNamesAreListedWhenNoneIsNearAndTheyAreFew() {
        assertThat(Nearest.orAll("elephant", List.of("b", "a"), "there are ")).isEqualTo("there are a, b");
        assertThat(Nearest.orAll("elephant", List.of(), "there are ")).isNull();
        List<String> many = IntStream.range(0, 13).mapToObj(String::valueOf).toList();
        assertThat(Nearest.orAll("elephant", many, "there are ")).isNull();
    }
}
