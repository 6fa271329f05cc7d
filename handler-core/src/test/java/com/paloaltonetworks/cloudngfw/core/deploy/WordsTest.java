package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose name a message of the service holds. */
class WordsTest {

    @ParameterizedTest(name = "{0} speaks of {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        rule web is bad                                                | web           | true
        rule web-out is bad                                            | web           | false
        rule web-out is bad                                            | web-out       | true
        web-out is bad                                                 | web-out       | true
        security rule web (LocalRule, priority 10): no such prefix list | web          | true
        webb                                                           | web           | false
        the web is full                                                | web           | false
        web: too many addresses                                        | web           | true
        rulebase -> rules -> web -> source is not valid                | web           | true
        Rule 'web' shadows rule 'all'                                  | web           | true
        Rule 'web' shadows rule 'all'                                  | all           | true
        prefix list office does not exist                              | office        | true
        prefix list office does not exist                              | does          | false
        security rule poison (LocalRule): any list is too long         | any           | false
        security rule poison (LocalRule): any list is too long         | rule          | false
        the security rule in rulestack edge is too long                | in            | false
        the security rule in rulestack edge is too long                | the           | false
        security rule in (LocalRule, priority 4): certificate is gone  | in            | true
        commit failed                                                  | commit        | false
        security rule web is bad                                       | web           | true
        Rule: web is bad                                               | web           | true
        LocalRule/web                                                  | web           | true
        rule b: bad; web: bad                                          | web           | true
        rule myweb is bad                                              | web           | false
        rule webs is bad                                               | web           | false
        nobody knows web-1                                             | web-1         | true
        web-10 is bad                                                  | web-1         | false
        web2 is bad                                                    | web2          | true
        my-web2 is bad                                                 | web2          | false
        rule In: bad                                                   | In            | true
        the rule [in] is bad                                           | in            | true
        a rule IN rulestack edge is bad                                | IN            | false
        rule acb is bad                                                | a.b           | false
        """)
    void namesAreWholeWords(String text, String name, boolean there) {
        assertThat(Words.contains(text, name)).isEqualTo(there);
    }

    @ParameterizedTest(name = "{0} speaks of rule {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        security rule other (LocalRule): prefix list web does not exist    | web   | false
        security rule other (LocalRule): prefix list web-1 does not exist  | web-1 | false
        security rule other: Feed: 'web-1' is gone                         | web-1 | false
        security rule other: prefix list web-10 is gone                    | web-1 | false
        security rule web: prefix list web does not exist                  | web   | true
        security rule web-1: prefix list web-1 does not exist              | web-1 | true
        rule web is bad                                                    | web   | true
        """)
    void whatRulesUseIsNoRule(String text, String name, boolean there) {
        assertThat(Words.nameRule(text, name)).isEqualTo(there);
    }
}
