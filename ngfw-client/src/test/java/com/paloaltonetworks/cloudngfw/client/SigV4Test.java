package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signatures were made by botocore 1.43 from the same requests, keys and moment. */
class SigV4Test {

    private static final String HOST = "https://api.us-east-1.aws.cloudngfw.paloaltonetworks.com";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /v1/mgmt/tokens/cloudrulestackadmin?expirytime=60, {\"ExpiryTime\":60}, SESSION/TOKEN==, 6bee87e365fb30739ac70d43034d2963e7459db37503142aa09166548f7b105c",
        "GET, /v1/mgmt/tokens/cloudrulestackadmin?expirytime=60, {\"ExpiryTime\":60}, '', f7a46fccc58a1c0874a26610e804da1cbc2b23095ec9a4fc237dd2a68a2e080c",
        "DELETE, /v1/mgmt/tokens/a%20b, {}, , 6d8802008b276dfefec36245df44631e603900d74eef58e5f8e91ad98ceb62fc",
    })
    void aSignatureIsTheOneThatBotocoreMakes(
            String method, String path, String body, String sessionToken, String signature) {
        ApiRequest request =
                new ApiRequest(method, URI.create(HOST + path), Map.of("Content-Type", "application/json"), body);
        Keys keys = new Keys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken);
        ApiRequest signed = SigV4.signed(request, keys, "us-east-1", Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(signed.headers().get("Authorization")).endsWith("Signature=" + signature);
        assertThat(signed.body()).isEqualTo(body);
        assertThat(signed.uri()).isEqualTo(request.uri());
    }
}
