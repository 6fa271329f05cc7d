package com.paloaltonetworks.cloudngfw.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.core.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "my rule   | ^[a-zA-Z0-9-]+$   | may hold letters, digits and hyphens only | such as my-rule",
                "'!!'      | ^[a-zA-Z0-9-]+$   | may hold letters, digits and hyphens only | -",
                "*.a.com   | ^[a-zA-Z0-9._-]+$ | may hold letters, digits, dots            | leave the asterisk out, or use a custom URL category",
                "a b.com   | ^[a-zA-Z0-9._-]+$ | may hold letters, digits, dots            | -",
                "a.com/f   | '^(http|https)://.+$' | must be a URL                           | such as https://a.com/f",
                "ftp://a   | '^(http|https)://.+$' | must be a URL                           | -",
                "latest    | ^[0-9]+-[0-9]+$   | such as 8433-6838                         | -",
                "x         | ^y$               | must match the pattern ^y$                | -",
            })
    void aTextWithoutTheFormIsToldInWords(String text, String pattern, String words, String remedy) {
        Problem problem = TextPattern.problem("/p", text, pattern);

        assertThat(problem.message()).startsWith("is '" + text + "', but ").contains(words);
        assertThat(problem.remedy()).isEqualTo(remedy);
    }
}
