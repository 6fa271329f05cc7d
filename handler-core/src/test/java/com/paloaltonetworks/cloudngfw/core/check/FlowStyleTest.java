package com.paloaltonetworks.cloudngfw.core.check;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowStyleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a":"subnet-1"}            | {a: subnet-1}
        {"a":[1,true,"10.0.0.0/8"]} | {a: [1, true, 10.0.0.0/8]}
        {"a":"NO","b":"true"}       | {a: 'NO', b: 'true'}
        {"a":"012","b":"1.10"}      | {a: '012', b: '1.10'}
        {"a":"it's","b":""}         | {a: 'it''s', b: ''}
        {"a b":"c: d","e":"f:"}     | {'a b': 'c: d', e: 'f:'}
        {"a":"*.com","b":"a:b"}     | {a: '*.com', b: a:b}
        """)
    void aValueIsWrittenAsYamlReadsItBack(String json, String yaml) {
        assertThat(FlowStyle.of(json(json))).isEqualTo(yaml);
    }

    @Test
    void whatIsShownIsAScalarsTextOrCutYaml() {
        assertThat(FlowStyle.shown(json("{\"a\":\"NO\"}").get("a"))).isEqualTo("NO");
        assertThat(FlowStyle.shown(MissingNode.getInstance())).isNull();
        assertThat(FlowStyle.shown(json("{\"a\":\"" + "x".repeat(300) + "\"}")))
                .hasSize(160)
                .endsWith("…");
    }
}
