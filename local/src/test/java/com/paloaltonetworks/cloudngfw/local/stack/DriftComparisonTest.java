package com.paloaltonetworks.cloudngfw.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.local.type.ModelChecks;
import com.paloaltonetworks.cloudngfw.local.type.ThirdPartyType;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftComparisonTest {

    private static final String WRITTEN = """
            {"RuleStackName":"r","RuleList":[
              {"RuleName":"a","RuleListType":"LocalRule","Priority":10,"Action":"Allow","Source":{"Cidrs":["1.1.1.1","2.2.2.2"]}},
              {"RuleName":"b","RuleListType":"LocalRule","Priority":20,"Action":"Allow"}],
             "Tags":[{"Key":"k","Value":"v"}]}""";
    private static final String B =
            "{\"RuleName\":\"b\",\"RuleListType\":\"LocalRule\",\"Priority\":20,\"Action\":\"Allow\"}";
    private static final String A =
            "{\"RuleName\":\"a\",\"RuleListType\":\"LocalRule\",\"Priority\":10,\"Action\":\"Allow\","
                    + "\"Enabled\":true,\"Source\":{\"Cidrs\":[\"2.2.2.2\",\"1.1.1.1\"]}}";

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing | nothing | ",
                "\"Priority\":20 | \"Priority\":21 | /RuleList/1/Priority 20 21 NOT_EQUAL",
                "\"RuleName\":\"b\" | \"RuleName\":\"c\" | /RuleList/1/RuleName b c NOT_EQUAL",
                "\"Action\":\"Allow\",\"Enabled\" | \"Action\":\"DenySilent\",\"Enabled\" "
                        + "| /RuleList/0/Action Allow DenySilent NOT_EQUAL",
                "[\"2.2.2.2\",\"1.1.1.1\"] | [\"2.2.2.2\"] | /RuleList/0/Source/Cidrs/0 1.1.1.1 null REMOVE",
                "\"Value\":\"v\" | \"Value\":\"w\" | /Tags/0/Value v w NOT_EQUAL",
                "\"Priority\":20,\"Action\":\"Allow\"} | \"Priority\":20,\"Action\":\"Allow\"},{\"RuleName\":\"x\",\"Priority\":5} |",
            })
    void aDifferenceIsReportedAtItsLeafByTheTemplatesIndex(String from, String to, String difference) throws Exception {
        ObjectMapper json = new ObjectMapper();
        // Read in another order than written, with defaults.
        String read = "{\"RuleStackName\":\"r\",\"RuleList\":[" + B + "," + A
                + "],\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}";
        DriftComparison comparison = comparison();
        assertThat(comparison.differences(
                        (ObjectNode) json.readTree(WRITTEN), (ObjectNode) json.readTree(read.replace(from, to))))
                .extracting(found -> String.join(
                        " ",
                        found.path(),
                        found.expected(),
                        found.actual(),
                        found.kind().name()))
                .isEqualTo(difference == null ? java.util.List.of() : java.util.List.of(difference));
    }

    @Test
    void anEmptyListIsAsIfItHadNotBeenWritten() throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode written = (ObjectNode) json.readTree("""
                {"RuleStackName":"r","SecurityObjects":{"PrefixLists":[],"FqdnLists":[]},"Tags":[],
                 "RuleList":[{"RuleName":"a","Applications":[],"Source":{"Cidrs":[]}}]}""");
        ObjectNode read = (ObjectNode) json.readTree("""
                {"RuleStackName":"r","RuleList":[{"RuleName":"a","Applications":["any"],"Source":{"Cidrs":["Any"]}}]}""");
        assertThat(comparison().differences(written, read)).isEmpty();
    }

    private static DriftComparison comparison() {
        ResourceExecutor executor = new ResourceExecutor(
                new TypeSchema(TypeRegistry.json("/paloaltonetworks-cloudngfw-rulestack.json")),
                MemoryService::new,
                new VirtualScheduler(1, Instant.EPOCH),
                ExecutorSettings.STANDARD);
        return new DriftComparison(new ThirdPartyType(executor, ModelChecks.NONE));
    }
}
