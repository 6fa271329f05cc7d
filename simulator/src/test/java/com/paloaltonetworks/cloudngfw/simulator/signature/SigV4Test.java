package com.paloaltonetworks.cloudngfw.simulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors that AWS has published. */
class SigV4Test {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String TIME = "20150830T123600Z";

    private static Call call(String method, String target, Map<String, List<String>> headers) {
        String[] parts = target.split("\\?", 2);
        return new Call(method, parts[0], parts.length > 1 ? parts[1] : null, headers, new byte[0]);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,  /,                          5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "POST, /,                          5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "GET,  /?Param1=value1,            a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
        "GET,  /?Param2=value2&Param1=value1, b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "GET,  /./,                        5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "GET,  /example/..,                5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "GET,  //,                         5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    })
    void aPublishedRequestHasThePublishedSignature(String method, String target, String expected) {
        Call call = call(method, target, Map.of("Host", List.of("example.amazonaws.com"), "X-Amz-Date", List.of(TIME)));
        assertThat(SigV4.signature(
                        call, List.of("host", "x-amz-date"), TIME, "20150830/us-east-1/service/aws4_request", SECRET))
                .isEqualTo(expected);
    }

    @Test
    void theGuidesExampleHasItsSignature() {
        Call call = call(
                "GET",
                "/?Action=ListUsers&Version=2010-05-08",
                Map.of(
                        "content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"),
                        "host", List.of("iam.amazonaws.com"),
                        "x-amz-date", List.of(TIME)));
        assertThat(SigV4.signature(
                        call,
                        List.of("content-type", "host", "x-amz-date"),
                        TIME,
                        "20150830/us-east-1/iam/aws4_request",
                        SECRET))
                .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'/',           '/'",
        "'',            '/'",
        "'/a%20b',      '/a%2520b'",
        "'/a/b/',       '/a/b/'",
        "'/~x/y-z_1.0', '/~x/y-z_1.0'",
        "'/a:b',        '/a%3Ab'",
    })
    void pathSegmentsAreEncodedOnceMore(String path, String canonical) {
        assertThat(SigV4.canonicalPath(path)).isEqualTo(canonical);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'b=2&a=1',         'a=1&b=2'",
        "'a=2&a=1',         'a=1&a=2'",
        "'flag',            'flag='",
        "'q=a%20b',         'q=a%20b'",
        "'q=a+b',           'q=a%2Bb'",
        "'q=%c3%bc&p=~',    'p=~&q=%C3%BC'",
        "'t=a/b:c==',       't=a%2Fb%3Ac%3D%3D'",
    })
    void queriesAreSortedAndEncodedOneWay(String query, String canonical) {
        assertThat(SigV4.canonicalQuery(query)).isEqualTo(canonical);
    }

    @Test
    void headerValuesAreTrimmedFoldedAndJoined() {
        Call call = call("GET", "/", Map.of("Host", List.of("h"), "X-Amz-Meta", List.of("  a   b ", "c")));
        assertThat(Arrays.asList(
                        SigV4.canonical(call, List.of("host", "x-amz-meta")).split("\n", -1)))
                .contains("host:h", "x-amz-meta:a b,c");
    }
}
