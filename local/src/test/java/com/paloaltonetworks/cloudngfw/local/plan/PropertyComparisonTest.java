package com.paloaltonetworks.cloudngfw.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyComparisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'A':1}               | {'A':'1'}                 | ``",
                "{'A':1}               | {'A':2}                   | /A 1 > 2",
                "{}                    | {'A':{'B':1,'C':{}}}      | /A/B null > 1",
                "{'A':{'B':1}}         | {'A':{}}                  | /A/B 1 > null",
                "{'A':[]}              | {}                        | ``",
                "{'A':['x']}           | {'A':[]}                  | /A ['x'] > null",
                "{'A':['x','y']}       | {'A':['y','x']}           | ``",
                "{'A':['x','y']}       | {'A':['y','z']}           | /A/0 'x' > null, /A/1 null > 'z'",
                "{'Ordered':['x','y']} | {'Ordered':['y','x']}     | /Ordered ['x','y'] > ['y','x']",
                "{'Ordered':[{'B':1}]} | {'Ordered':[{'B':2},{}]}  | /Ordered/0/B 1 > 2",
                "{'A':{'B':1}}         | {'A':[{'B':1}]}           | /A {'B':1} > [{'B':1}]",
                "{'Tags':[{'Key':'k','Value':'v'}]} | {'Tags':[{'Key':'k','Value':'w'}]} | /Tags/0/Value tag k 'v' > 'w'",
            })
    void everyDifferenceIsToldWhereItIs(String before, String after, String differences) {
        assertThat(String.join(", ", differences(before, after))).isEqualTo(differences);
    }

    @Test
    void aRuleThatComesOrGoesIsOneDifferenceAndOneThatStaysIsComparedByMember() {
        String before = "{'RuleList':[{'RuleName':'a','RuleListType':'LocalRule','Priority':1,'Action':'Allow'},"
                + "{'RuleName':'b','RuleListType':'LocalRule','Priority':2}]}";
        String after = "{'RuleList':[{'RuleName':'c','RuleListType':'PreRule','Priority':1},"
                + "{'RuleName':'a','RuleListType':'LocalRule','Priority':1,'Action':'DenySilent'}]}";
        assertThat(differences(before, after))
                .containsExactly(
                        "/RuleList/0 rule c (PreRule 1) null > {'RuleName':'c','RuleListType':'PreRule','Priority':1}",
                        "/RuleList/1/Action rule a (LocalRule 1) 'Allow' > 'DenySilent'",
                        "/RuleList/1 rule b (LocalRule 2) {'RuleName':'b','RuleListType':'LocalRule','Priority':2} > null");
    }

    @Test
    void anObjectOfARulestackIsNamedByItsKind() {
        String before = "{'SecurityObjects':{'PrefixLists':[{'Name':'office','PrefixList':['10.0.0.0/8']}]}}";
        assertThat(differences(before, before.replace("10.0", "10.1")))
                .containsExactly(
                        "/SecurityObjects/PrefixLists/0/PrefixList/0 prefix list office '10.0.0.0/8' > null",
                        "/SecurityObjects/PrefixLists/0/PrefixList/0 prefix list office null > '10.1.0.0/8'");
    }

    private static List<String> differences(String before, String after) {
        return new PropertyComparison(path -> !path.equals("/Ordered"))
                .between(json(before), json(after)).stream()
                        .map(detail -> detail.path() + (detail.name() == null ? "" : " " + detail.name()) + " "
                                + detail.before() + " > " + detail.after())
                        .map(line -> line.replace('"', '\''))
                        .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
