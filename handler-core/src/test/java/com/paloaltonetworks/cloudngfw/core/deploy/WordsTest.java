package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose name a message of the service holds. */
class WordsTest {

    @ParameterizedTest(name = "\"{1}\" names {0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "web, security rule web is bad",
                "web, Rule: web is bad",
                "web, prefix list web does not exist",
                "web, the name 'web' is taken",
                "web, rulestacks/edge -> web -> Category",
                "web, LocalRule/web",
                "web, web: no such category",
                "web, \"rule b: bad; web: bad\"",
                "web-1, nobody knows web-1",
                "web2, web2 is bad",
                "in, rule in (LocalRule) is bad",
                "In, rule In: bad",
                "in, the rule [in] is bad",
            })
    void aMessageNames(String name, String message) {
        assertThat(Words.contains(message, name)).isTrue();
    }

    @ParameterizedTest(name = "\"{1}\" does not name {0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "web, the web is down",
                "web, rule web-out is bad",
                "web, rule myweb is bad",
                "web, rule webs is bad",
                "web-1, web-10 is bad",
                "web2, my-web2 is bad",
                "in, a rule in rulestack edge is bad",
                "IN, a rule IN rulestack edge is bad",
                "list, no such list",
                "a.b, rule acb is bad",
            })
    void aMessageDoesNotName(String name, String message) {
        assertThat(Words.contains(message, name)).isFalse();
    }
}
