package com.paloaltonetworks.cloudngfw.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.us-east-1.aws.cloudngfw.paloaltonetworks.com",
                "https://vpce-0a1b-c2d3.sts.eu-west-1.vpce.amazonaws.com/",
                "https://API.example:8443/a/b%20c/~d",
                "https://[2001:db8::1]:443/x",
                "https://10.1.2.3",
                "https://localhost:4567",
                "http://localhost",
                "http://localhost:4566/cloudngfw/us-east-1",
                "http://127.0.0.1:1",
                "http://127.255.255.254:65535/",
                "http://[::1]:4566/sts",
            })
    void goesByTlsAnywhereAndInClearTextToThisMachine(String url) {
        assertThat(Endpoint.parse(url)).hasToString(url);
        assertThat(Endpoint.isPrivate(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "api.example",
                "/v1",
                "//api.example",
                "https:",
                "https://",
                "https:///path",
                "https:api.example",
                "https://:443",
                "https://api.example:0",
                "https://api.example:65536",
                "https://api.example:",
                "https://api.example:https",
                "https://user@api.example",
                "https://user:hunter2@api.example",
                "https://127.0.0.1:4566@api.example",
                "https://api.example\\@other.example",
                "https://api.example?x=y",
                "https://api.example/?",
                "https://api.example#x",
                "https://api.example/%zz",
                "https://api.example/a b",
                "https://api.example\r\nX-Injected: 1",
                "https://api.example\n",
                "https://api.example\u0000",
                "https://api.example/\u007f",
                "https://\u0430pi.example",
                "https://api\uff0eexample",
                "https://ex%61mple.com",
                "https://2130706433",
                "https://[::g]",
                "https://-api.example",
                "ftp://api.example",
                "file:///etc/passwd",
                "file://localhost/etc/passwd",
                "jar:https://api.example/x.jar!/",
                "ws://localhost",
                "javascript:alert(1)",
                "http://",
                "http://api.example",
                "http://10.0.0.1",
                "http://169.254.169.254/latest/meta-data",
                "http://0.0.0.0",
                "http://[::]",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil",
                "http://localhost.",
                "http://evil.localhost",
                "http://localhost@evil.example",
                "http://localhost:80@evil.example",
                "http://evil.example/localhost",
                "http://128.0.0.1",
                "http://127.0.0.256",
                "http://127.1",
                "http://127.0.0.01",
                "http://127.0.0.1.",
                "http://0177.0.0.1",
                "http://0x7f.0.0.1",
                "http://2130706433",
                "http://[::ffff:1.2.3.4]",
                "http://[::ffff:127.0.0.1]",
                "http://[::1%25eth0]",
                "http://[fe80::1]",
                "http://\u2460\u2461\u2466.0.0.1",
                "http://l\u043ecalhost",
            })
    void goesNowhereElse(String url) {
        assertThatThrownBy(() -> Endpoint.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be https://HOST")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example/v1",
                "http://127.0.0.1.evil.example/v1",
                "HTTP://evil.example/v1",
                "http://localhost@evil.example/v1",
                "http://169.254.169.254/v1",
                "ftp://localhost/v1",
            })
    void theWireSendsNothingInClearTextBeyondThisMachine(String url) {
        ApiRequest request = new ApiRequest(
                "GET", URI.create(url), Map.of("Authorization", "jwt-secret", "x-api-key", "key-secret"), "");
        assertThatThrownBy(() -> new JdkNetwork().send(request))
                .hasMessageContaining("without TLS")
                .hasMessageNotContaining("secret")
                .isInstanceOfSatisfying(
                        NgfwException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.INVALID));
    }

    @Test
    void aRegionCannotMoveTheServicesHost() {
        assertThatThrownBy(() -> new Access(
                        "evil.example/", null, TokensTest.CALLER, Map.of(), (role, name) -> null, new TokenCache()))
                .hasMessage("\"evil.example/\" is no AWS Region")
                .isInstanceOf(NgfwException.class);
    }
}
