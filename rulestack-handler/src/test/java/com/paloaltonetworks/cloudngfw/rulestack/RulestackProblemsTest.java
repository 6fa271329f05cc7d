package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.TypeDefinition;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the published schema takes and the service does not: told with place, value and remedy, before any request. */
class RulestackProblemsTest {

    private static final TypeDefinition<ResourceModel> TYPE =
            TypeDefinition.of(new RulestackType(), ResourceModel.class);

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        /RuleStack/Deploy | "perhaps" | /RuleStack/Deploy | 'perhaps' | YES or NO
        /RuleStack/AccountId | "1234567890" | /RuleStack/AccountId | twelve digits | leading zeros
        /RuleStack/Scope | "Global" | /RuleList/0/RuleListType | has no LocalRule | PreRule or PostRule
        /RuleList/0/RuleListType | "PreRule" | /RuleList/0/RuleListType | has no PreRule | LocalRule
        /RuleList/0/RuleListType | "Rules" | /RuleList/0/RuleListType | 'Rules' | LocalRule, PreRule or PostRule
        /RuleList/0/Priority | 0 | /RuleList/0/Priority | between 1 and 1000000 | choose another
        /RuleList/0/Priority | 1000001 | /RuleList/0/Priority | between 1 and 1000000 | choose another
        /RuleList/1/Priority | 10 | /RuleList/1/Priority | /RuleList/0 | change one
        /RuleList/1/RuleName | "drop-bad" | /RuleList/1/RuleName | /RuleList/0 | change one
        /RuleList/3/Source | {"Cidrs":["10.0.0.0/33"]} | /RuleList/3/Source/Cidrs/0 | '10.0.0.0/33' | such as 10.0.0.0/8
        /RuleList/3/Source | {"Cidrs":["10.0.0.256"]} | /RuleList/3/Source/Cidrs/0 | '10.0.0.256' | such as 10.0.0.0/8
        /RuleList/3/Source | {"Cidrs":["2001:db8::/129"]} | /RuleList/3/Source/Cidrs/0 | '2001:db8::/129' | such as
        /RuleList/3/Destination | {"Cidrs":["www.example.com"]} | /RuleList/3/Destination/Cidrs/0 | 'www.example.com' | FQDN list
        /RuleList/3/Source | {"Countries":["DE","de"]} | /RuleList/3/Source/Countries/1 | 'de' | write DE
        /RuleList/3/Source | {"Countries":["UK"]} | /RuleList/3/Source/Countries/0 | 'UK' | GB
        /RuleList/3/Source | {"Countries":["QQ"]} | /RuleList/3/Source/Countries/0 | 'QQ' | ISO 3166
        /RuleList/3/ProtPortList | ["TCP:443","443"] | /RuleList/3/ProtPortList/1 | '443' | TCP:443
        /RuleList/3/ProtPortList | ["TCP:70000"] | /RuleList/3/ProtPortList/0 | 65535 | TCP:443
        /RuleList/2/ProtPortList | ["TCP:80"] | /RuleList/2/Protocol | exclude each other | add TCP:443 to ProtPortList
        /RuleList/3/Protocol | "HTTP" | /RuleList/3/Protocol | 'HTTP' | application-default
        /RuleList/3/DecryptionRuleType | "SSLOutboundInspection" | /RuleList/3/InboundInspectionCertificate | inbound | DecryptionRuleType: SSLInboundInspection
        /RuleList/2/DecryptionRuleType | "SSLInboundInspection" | /RuleList/2/InboundInspectionCertificate | needs a certificate | certificate object
        /RuleList/2/Tags | [{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}] | /RuleList/2/Tags/1/Key | given twice | keep one
        /SecurityObjects/CustomUrlCategories/0/Name | null | /SecurityObjects/CustomUrlCategories/0/Name | needs a name | add Name
        /SecurityObjects/CustomUrlCategories/0/Name | "a-name-of-no-less-than-thirty1" | /SecurityObjects/CustomUrlCategories/0/Name | 30 characters | 29
        /SecurityObjects/CustomUrlCategories/0/Name | "1st" | /SecurityObjects/CustomUrlCategories/0/Name | begins with a letter | put one
        /SecurityObjects/CustomUrlCategories/0/URLTargets | [] | /SecurityObjects/CustomUrlCategories/0/URLTargets | at least one URL | www.example.com/
        /SecurityObjects/CustomUrlCategories/1/Name | "games" | /SecurityObjects/CustomUrlCategories/1/Name | the same name | rename
        /SecurityObjects/PrefixLists/0/PrefixList | ["any"] | /SecurityObjects/PrefixLists/0/PrefixList/0 | 'any' | 10.0.0.0/8
        /SecurityObjects/PrefixLists/0/PrefixList | [] | /SecurityObjects/PrefixLists/0/PrefixList | needs an address | add one
        /SecurityObjects/FqdnLists/0/FqdnList | [] | /SecurityObjects/FqdnLists/0/FqdnList | needs a name | add one
        /SecurityObjects/CertificateObjects/2/CertificateSelfSigned | true | /SecurityObjects/CertificateObjects/2/CertificateSelfSigned | either | remove one
        /SecurityObjects/CertificateObjects/0/CertificateSelfSigned | false | /SecurityObjects/CertificateObjects/0 | self-signed or | CertificateSelfSigned: true
        /CustomSecurityProfiles/FileBlocking/Action | "continue" | /CustomSecurityProfiles/FileBlocking/Action | alert and block | alert or block
        /CustomSecurityProfiles/FileTypes | [{"FileType":"exe"}] | /CustomSecurityProfiles/FileBlocking | exclude each other | item of FileTypes
        /Tags | [{"Key":"aws:x","Value":"1"}] | /Tags/0/Key | reserved | something else
        """)
    void whatTheServiceWouldRefuseIsToldWithItsRemedy(
            String changed, String value, String path, String message, String remedy) {
        ObjectNode model = Rulestacks.rich("edge");
        set(model, changed, json("{\"value\":" + value + "}").path("value"));
        List<Problem> ours = TYPE.problems(model).stream()
                .filter(problem -> problem.path().equals(path))
                .toList();
        assertThat(ours).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.remedy()).contains(remedy);
        });
    }

    private static void set(ObjectNode model, String path, JsonNode value) {
        int last = path.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) model.at(path.substring(0, last));
        if (value.isNull()) {
            parent.remove(path.substring(last + 1));
        } else {
            parent.set(path.substring(last + 1), value);
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        /RuleStack/MinAppIdVersion | "latest"
        /RuleList/0/RuleName | "a-name-of-forty-nine-characters-is-one-too-long-1"
        /RuleList/0/RuleName | "under_score"
        /RuleStack/Profiles/AntiVirusProfile | "Best"
        """)
    void whatTheSchemaRefusesIsTold(String changed, String value) {
        ObjectNode model = Rulestacks.rich("edge");
        set(model, changed, json("{\"value\":" + value + "}").path("value"));
        assertThat(TYPE.problems(model)).extracting(Problem::path).contains(changed);
    }

    @ParameterizedTest(name = "{0} of {1} tags")
    @CsvSource({"50, 0", "51, 1"})
    void aRulestackHasFiftyTagsAtMost(int count, int problems) {
        ObjectNode model = Rulestacks.withRules("edge", 0);
        model.set("Tags", tags(count));
        assertThat(TYPE.problems(model)).hasSize(problems).allSatisfy(problem -> {
            assertThat(problem.message()).contains("at most 50", "51");
            assertThat(problem.remedy()).isEqualTo("leave out 1");
        });
    }

    @Test
    void aRuleHasTwoHundredTagsAtMost() {
        ObjectNode model = Rulestacks.withRules("edge", 1);
        ((ObjectNode) model.at("/RuleList/0")).set("Tags", tags(200));
        assertThat(TYPE.problems(model)).isEmpty();
        ((ObjectNode) model.at("/RuleList/0")).set("Tags", tags(201));
        assertThat(TYPE.problems(model)).extracting(Problem::path).containsExactly("/RuleList/0/Tags");
    }

    private static ArrayNode tags(int count) {
        ArrayNode tags = json("{}").putArray("Tags");
        IntStream.range(0, count)
                .forEach(number -> tags.addObject().put("Key", "key-" + number).put("Value", "v"));
        return tags;
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"false\"", "\"False\""})
    void aCountryThatYamlTookForABooleanIsExplained(String norway) {
        ObjectNode model = json("""
                {"RuleStackName":"edge","RuleList":[{"RuleName":"r","RuleListType":"LocalRule","Priority":1,
                 "Destination":{"Countries":["DE",%s]}}]}""".formatted(norway));
        try (Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new)) {
            Result created = cloudFormation.create(model);
            assertThat(created.failedWith("InvalidRequest")).isTrue();
            assertThat(created.message()).contains("/RuleList/0/Destination/Countries/1", "'NO' in quotes");
            assertThat(cloudFormation.service().requests().all()).isEmpty();
        }
    }
}
