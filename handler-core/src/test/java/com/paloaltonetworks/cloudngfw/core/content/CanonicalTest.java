package com.paloaltonetworks.cloudngfw.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.model.CertificateObject;
import com.paloaltonetworks.cloudngfw.client.model.CustomUrlCategory;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.IntelligentFeed;
import com.paloaltonetworks.cloudngfw.client.model.PrefixList;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    private static final Map<String, Class<?>> KINDS = Map.of(
            "rule", RuleEntry.class,
            "rulestack", RulestackEntry.class,
            "prefixes", PrefixList.class,
            "feed", IntelligentFeed.class,
            "certificate", CertificateObject.class,
            "category", CustomUrlCategory.class,
            "fileType", FileType.class);

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(delimiter = '|', textBlock = """
        rule        | {"RuleName":"r"} | {"RuleName":"r","Enabled":true,"Action":"Allow","Protocol":"application-default","Applications":["Any"],"Source":{"Cidrs":["Any"]},"Destination":{"Cidrs":["any"]},"NegateSource":false,"NegateDestination":false,"Logging":false,"UpdateToken":"7","Description":""} |
        rule        | {"RuleName":"r","Source":{"Cidrs":["10.0.0.0/8","1.1.1.1"]}} | {"RuleName":"r","Source":{"Cidrs":["1.1.1.1","10.0.0.0/8"],"Feeds":[]}} |
        rule        | {"RuleName":"r","ProtPortList":["TCP:80"]} | {"RuleName":"r","ProtPortList":["TCP:80"],"Protocol":"application-default"} |
        rule        | {"RuleName":"r","ProtPortList":["tcp:80"]} | {"RuleName":"r","ProtPortList":["TCP:80"]} |
        rule        | {"RuleName":"r","Protocol":"tcp:80"} | {"RuleName":"r","Protocol":"TCP:80"} |
        rule        | {"RuleName":"r","Protocol":"Any"} | {"RuleName":"r","Protocol":"any"} |
        rule        | {"RuleName":"r","Tags":[{"Key":"a","Value":"1"}]} | {"RuleName":"r","Tags":[{"Key":"a","Value":"1"},{"Key":"cloudngfw:cloudformation-stack","Value":"x"}]} |
        rule        | {"RuleName":"r","Action":"Allow"} | {"RuleName":"r","Action":"DenySilent"} | Action is "DenySilent", not "Allow"
        rule        | {"RuleName":"r","Source":{"Countries":["DE"]}} | {"RuleName":"r"} | Source.Cidrs is ["any"], not absent
        rule        | {"RuleName":"r","Category":{"Feeds":[]}} | {"RuleName":"r"} |
        rulestack   | {} | {"Scope":"Local","AccountId":"123456789012","MinAppIdVersion":"8433-6838","LookupXForwardedFor":"None","Profiles":{"URLFilteringProfile":"None","AntiSpywareProfile":"BestPractice"}} |
        rulestack   | {"Profiles":{"FileBlockingProfile":"Custom"}} | {"Profiles":{"FileBlockingProfile":"custom"}} |
        rulestack   | {"Profiles":{"AntiVirusProfile":"None"}} | {"Profiles":{"AntiVirusProfile":"none","FileBlockingProfile":"bestpractice"}} |
        rulestack   | {"Profiles":{"AntiVirusProfile":"None"}} | {} | Profiles.AntiVirusProfile is "BestPractice", not "None"
        rulestack   | {"MinAppIdVersion":"1-1"} | {"MinAppIdVersion":"2-2"} | MinAppIdVersion is "2-2", not "1-1"
        prefixes    | {"Name":"p","PrefixList":["b","a"]} | {"Name":"p","PrefixList":["a","b","a"],"UpdateToken":"3"} |
        feed        | {"Name":"f","Frequency":"HOURLY"} | {"Name":"f","Frequency":"HOURLY","Time":0} |
        feed        | {"Name":"f","Frequency":"DAILY"} | {"Name":"f","Frequency":"DAILY","Time":3} |
        feed        | {"Name":"f","Frequency":"DAILY"} | {"Name":"f","Frequency":"DAILY","Time":4} | Time is 4, not 3
        certificate | {"Name":"c"} | {"Name":"c","CertificateSelfSigned":false} |
        category    | {"Name":"c"} | {"Name":"c","Action":"none"} |
        fileType    | {"FileType":"pdf"} | {"Action":"alert","Direction":"both"} |
        """)
    void onlyWhatMattersIsCompared(String kind, String wanted, String found, String difference)
            throws JsonProcessingException {
        Class<?> type = KINDS.get(kind);
        Object want = Json.mapper().readValue(wanted, type);
        Object have = Json.mapper().readValue(found, type);
        assertThat(Canonical.difference(want, have).orElse(null)).isEqualTo(difference);
    }

    @ParameterizedTest(name = "{0}: {1} is shown as {2}")
    @CsvSource(delimiter = '|', textBlock = """
        rule        | {"RuleName":"r","Source":{"Cidrs":["Any"]},"Description":"","UpdateToken":"7","ProtPortList":["udp:9","TCP:1"]} | {"RuleName":"r","Source":{"Cidrs":["Any"]},"ProtPortList":["udp:9","TCP:1"],"Destination":{"Cidrs":["any"]},"Applications":["any"],"Action":"Allow","Enabled":true,"NegateSource":false,"NegateDestination":false,"Logging":false}
        rulestack   | {"Profiles":{"FileBlockingProfile":"custom"}} | {"Scope":"Local","LookupXForwardedFor":"None","Profiles":{"AntiSpywareProfile":"BestPractice","AntiVirusProfile":"BestPractice","VulnerabilityProfile":"BestPractice","FileBlockingProfile":"Custom","URLFilteringProfile":"None"}}
        feed        | {"Name":"f","Frequency":"HOURLY","Time":7} | {"Name":"f","Frequency":"HOURLY","Time":7}
        feed        | {"Name":"f","Frequency":"DAILY"} | {"Name":"f","Frequency":"DAILY","Time":3}
        fileType    | {"FileType":"pdf"} | {"FileType":"pdf","Action":"alert","Direction":"both"}
        """)
    void aReadShowsDefaultsAndTheWordsOfTheService(String kind, String found, String shown)
            throws JsonProcessingException {
        Object have = Json.mapper().readValue(found, KINDS.get(kind));
        assertThat(Canonical.completed(have)).isEqualTo(Json.mapper().readTree(shown));
    }

    @Test
    void aMarkIsPutOnceAndNeverShown() {
        Tag mark = StackMark.of(Map.of(
                "aws:cloudformation:stack-id",
                "arn:aws:cloudformation:us-east-1:123456789012:stack/edge/11111111-2222"));
        RuleEntry marked = StackMark.put(RuleEntry.builder().ruleName("r").build(), mark);
        assertThat(mark.value()).isEqualTo("11111111-2222");
        assertThat(StackMark.isOn(marked, mark)).isTrue();
        assertThat(StackMark.isOn(null, mark)).isFalse();
        assertThat(StackMark.without(marked.tags())).isEmpty();
        assertThat(StackMark.without((List<Tag>) null)).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1}, before {2}: remove {3}, add {4}")
    @CsvSource({
        "a=1,     a=1,     '',      '',  ''",
        "'',      a=1,     '',      '',  a",
        "a=1,     a=2,     '',      '',  a",
        "a=1,     '',      a=1,     a,   ''",
        "a=1,     '',      '',      '',  ''",
        "a=1 b=1, b=2 c=1, a=1,     a,   b c",
    })
    void tagsOfOthersStay(String found, String wanted, String previous, String removed, String added) {
        TagChange change = TagChange.between(
                tags(found).entrySet().stream()
                        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                        .toList(),
                tags(wanted),
                tags(previous));
        assertThat(String.join(" ", change.removed())).isEqualTo(removed);
        assertThat(String.join(" ", change.added().stream().map(Tag::key).toList()))
                .isEqualTo(added);
    }

    @Test
    void tagsOfTheServiceAreHidden() {
        assertThat(TagChange.shown(List.of(new Tag("FirewallName", "f"), new Tag("aws:x", "1"), new Tag("b", "1"))))
                .containsExactly(new Tag("b", "1"));
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new java.util.TreeMap<>();
        for (String tag : text.split(" ", -1)) {
            if (!tag.isEmpty()) {
                tags.put(tag.substring(0, 1), tag.substring(2));
            }
        }
        return tags;
    }
}
