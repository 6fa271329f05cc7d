package com.paloaltonetworks.cloudngfw.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {

    private static final TrustPolicy.Service SERVICE =
            new TrustPolicy.Service("cf", Map.of("account", "12", "arn", "arn:aws:x:1:type/A-B/1"));

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Allow | 'sts:AssumeRole'                       | {}                                            | true",
                "Deny  | 'sts:AssumeRole'                       | {}                                            | false",
                "Allow | 'sts:TagSession'                       | {}                                            | false",
                "Allow | 'sts:*'                                | {}                                            | true",
                "Allow | 'sts:AssumeRole'                       | {'StringEquals':{'account':'12'}}             | true",
                "Allow | 'sts:AssumeRole'                       | {'StringEquals':{'account':'13'}}             | false",
                "Allow | 'sts:AssumeRole'                       | {'StringEquals':{'account':['13','12']}}      | true",
                "Allow | 'sts:AssumeRole'                       | {'StringEquals':{'arn':'arn:aws:x:1:type/*'}} | false",
                "Allow | 'sts:AssumeRole'                       | {'StringLike':{'arn':'arn:aws:x:*:type/A-*'}} | true",
                "Allow | 'sts:AssumeRole'                       | {'ArnLike':{'arn':'arn:aws:x:?:type/A-B/?'}}  | true",
                "Allow | 'sts:AssumeRole'                       | {'ArnLike':{'arn':'arn:aws:x:1:type/C-*'}}    | false",
                "Allow | 'sts:AssumeRole'                       | {'StringEquals':{'other':'x'}}                | true",
            })
    void aStatementLetsAServiceInWhenItsConditionsHold(String effect, String action, String condition, boolean trusted)
            throws IOException {
        String policy = """
                {"Statement": {"Effect": "%s", "Principal": {"Service": ["other", "cf"]}, "Action": ["%s"], "Condition": %s}}
                """.formatted(effect, action.replace("'", ""), condition.replace('\'', '"'));

        assertThat(new TrustPolicy(new ObjectMapper().readTree(policy)).trusts(SERVICE))
                .isEqualTo(trusted);
    }
}
