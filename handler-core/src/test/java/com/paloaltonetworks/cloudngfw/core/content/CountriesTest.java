package com.paloaltonetworks.cloudngfw.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.core.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

    @ParameterizedTest
    @ValueSource(strings = {"DE", "NO", "US", "EU", "XK"})
    void aCodeAfterTheStandardIsRight(String code) {
        assertThat(Countries.problem("/c", code)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "de, write DE",
        "' us', write US",
        "false, 'write ''NO'' in quotes: YAML reads an unquoted NO as false'",
        "UK, the United Kingdom is GB",
        "Germany, 'give two letters after ISO 3166, such as DE'",
    })
    void aWrongCodeIsToldWithWhatWasMeant(String code, String remedy) {
        assertThat(Countries.problem("/c", code).map(Problem::remedy)).contains(remedy);
    }
}
