package com.paloaltonetworks.cloudngfw.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionRoleTest {

    private static final TypeName TYPE = new TypeName("PaloAltoNetworks::CloudNGFW::RuleStack");

    @ParameterizedTest(name = "{0} minutes: {1} s")
    @CsvSource({"2, 3600", "51, 3600", "52, 3640", "120, 8400", "180, 12600", "618, 43200", "2160, 43200"})
    void theSessionOutlastsTheLongestOperation(int minutes, int seconds) throws IOException {
        assertThat(role("{'create': {'timeoutInMinutes': %d}, 'read': {'timeoutInMinutes': 2}}".formatted(minutes))
                        .sessionSeconds())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{'read': {}}", "{'read': {}, 'create': {'timeoutInMinutes': 30}}"})
    void anOperationWithoutATimeMayTakeTwoHours(String handlers) throws IOException {
        assertThat(role(handlers).sessionSeconds()).isEqualTo(8_400);
    }

    @Test
    void itMayDoWhatAnyHandlerMayDo() throws IOException {
        ExecutionRole role = role("{'create': {'permissions': ['b:B', 'a:A']}, 'read': {'permissions': ['a:A', '']}}");
        assertThat(role.actions()).containsExactly("a:A", "b:B");
        assertThat(role.yaml()).contains("""
                              - Effect: Allow
                                Action:
                                  - 'a:A'
                                  - 'b:B'
                                Resource: '*'
                """);
    }

    @Test
    void withoutPermissionsItMayDoNothing() throws IOException {
        assertThat(role("{'read': {'permissions': []}}").yaml()).contains("""
                              - Effect: Deny
                                Action:
                                  - '*'
                """);
    }

    @Test
    void onlyCloudFormationMayTakeItForThisTypeInThisAccount() throws IOException {
        assertThat(role("{}").yaml())
                .contains("Service: resources.cloudformation.amazonaws.com")
                .contains("aws:SourceAccount: !Ref AWS::AccountId")
                .contains("${AWS::AccountId}:type/resource/PaloAltoNetworks-CloudNGFW-RuleStack/*");
    }

    private static ExecutionRole role(String handlers) throws IOException {
        JsonNode schema = new ObjectMapper().readTree("{\"handlers\": " + handlers.replace('\'', '"') + "}");
        return ExecutionRole.of(TYPE, schema);
    }
}
