package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantGenerationTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tenant_version\":\"V2\",\"exp\":1} | V2",
                "{\"tenant_version\":\"v2\"} | V2",
                "{\"tenant_version\":\"V1\"} | V1",
                "{\"exp\":1} | V1",
                "not json | V1",
                "`` | V1",
            })
    void theClaimSaysWhichGeneration(String claims, TenantGeneration generation) {
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        assertThat(TenantGeneration.of(token("e30." + payload + ".c2ln"))).isEqualTo(generation);
    }

    @ParameterizedTest
    @CsvSource({"opaque", "a.b", "a.***.c"})
    void aTokenThatIsNoJwtIsOfAnOlderTenant(String id) {
        assertThat(TenantGeneration.of(token(id))).isEqualTo(TenantGeneration.V1);
    }

    private static Token token(String id) {
        return new Token(id, "key", 0, Instant.EPOCH);
    }
}
