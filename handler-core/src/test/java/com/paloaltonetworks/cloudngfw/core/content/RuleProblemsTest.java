package com.paloaltonetworks.cloudngfw.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleProblemsTest {

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        {"Source":{"Cidrs":["10.0.0.0/8","any","::/0"]},"Destination":{"Countries":["DE"]}}  | 1       |
        {"Protocol":"TCP:80"}                                                               | 1000000 |
        {"Protocol":"any"}                                                                  | 7       |
        {"ProtPortList":["TCP:443","udp:5000-5100"],"Protocol":"application-default"}       | 7       |
        {"DecryptionRuleType":"SSLInboundInspection","InboundInspectionCertificate":"c"}    | 7       |
        {}                                                                                  | 0       | /r/Priority
        {}                                                                                  | 1000001 | /r/Priority
        {"Source":{"Cidrs":["any","10.0.0.0/33"]}}                                          | 7       | /r/Source/Cidrs/1
        {"Source":{"Countries":["de"]}}                                                     | 7       | /r/Source/Countries/0
        {"Source":{"Countries":["DE","de"]}}                                                | 7       | /r/Source/Countries/1
        {"Destination":{"Cidrs":["300.1.1.1"]}}                                             | 7       | /r/Destination/Cidrs/0
        {"Destination":{"Countries":["false"]}}                                             | 7       | /r/Destination/Countries/0
        {"ProtPortList":["TCP:1","UDP:65535","TCP:80-80"]}                                  | 7       |
        {"ProtPortList":["TCP:65536"]}                                                      | 7       | /r/ProtPortList/0
        {"ProtPortList":["TCP:0"]}                                                          | 7       | /r/ProtPortList/0
        {"ProtPortList":["TCP:90-80"]}                                                      | 7       | /r/ProtPortList/0
        {"ProtPortList":["SCTP:90"]}                                                        | 7       | /r/ProtPortList/0
        {"Protocol":"http"}                                                                 | 7       | /r/Protocol
        {"ProtPortList":["TCP:90"],"Protocol":"any"}                                        | 7       | /r/Protocol
        {"DecryptionRuleType":"SSLInboundInspection"}                                       | 7       | /r/InboundInspectionCertificate
        {"InboundInspectionCertificate":"c"}                                                | 7       | /r/InboundInspectionCertificate
        {"RuleName":"web--moving"}                                                          | 7       | /r/RuleName
        {"Tags":[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]}                          | 7       | /r/Tags/1/Key
        {"Tags":[{"Key":"aws:a","Value":"1"}]}                                              | 7       | /r/Tags/0/Key
        """)
    void eachMistakeHasItsPath(String rule, int priority, String path) throws JsonProcessingException {
        List<Problem> problems = RuleProblems.of("/r", Json.mapper().readValue(rule, RuleEntry.class), priority);
        assertThat(problems).extracting(Problem::path).isEqualTo(path == null ? List.of() : List.of(path));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "10.1.2.3,          true",
        "10.1.2.3/32,       true",
        "10.1.2/8,          false",
        "10.1.2.3.4,        false",
        "10.1.2.256,        false",
        "2001:db8::/32,     true",
        "2001:db8::1/129,   false",
        "2001:db8:::1,      false",
        "host.example.com,  false",
        "'',                false",
    })
    void anAddressIsAnAddress(String text, boolean right) {
        assertThat(Addresses.isNetwork(text)).isEqualTo(right);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"Source":{"Cidrs":["host.example.com"]}}             | name hosts in an FQDN list, for Destination/FqdnLists
        {"Source":{"Cidrs":["10.0.0.0/33"]}}                  | write one such as 10.0.0.0/8
        {"ProtPortList":["SCTP:90"]}                          | write one such as TCP:443 or UDP:5000-5100
        {"ProtPortList":["TCP:90"],"Protocol":"any"}          | leave Protocol out
        {"ProtPortList":["TCP:90"],"Protocol":"TCP:80"}       | add TCP:80 to ProtPortList and leave Protocol out
        """)
    void eachMistakeHasItsRemedy(String rule, String remedy) throws JsonProcessingException {
        List<Problem> problems = RuleProblems.of("/r", Json.mapper().readValue(rule, RuleEntry.class), 7);
        assertThat(problems).extracting(Problem::remedy).containsExactly(remedy);
    }

    @ParameterizedTest
    @CsvSource({"128, 0", "129, 1"})
    void theTagOfARuleHasItsLength(int length, int problems) throws JsonProcessingException {
        String rule = "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"%s\"}]}".formatted("x".repeat(length));
        assertThat(RuleProblems.of("/r", Json.mapper().readValue(rule, RuleEntry.class), 7))
                .hasSize(problems)
                .allSatisfy(problem -> assertThat(problem.path()).isEqualTo("/r/Tags/0/Value"));
    }
}
