package com.paloaltonetworks.cloudngfw.core.content;

import com.paloaltonetworks.cloudngfw.core.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Country codes as rules name them: two capital letters after ISO 3166. */
final class Countries {

    private static final Set<String> ISO = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    /** Guess: what databases of addresses know beyond the standard. */
    private static final Set<String> ALSO_KNOWN = Set.of("AN", "AP", "EU", "XK");

    private Countries() {}

    /** What is wrong with a code; empty for one that the service may know. */
    static Optional<Problem> problem(String path, String code) {
        if (ISO.contains(code) || ALSO_KNOWN.contains(code)) {
            return Optional.empty();
        }
        Problem problem = Problem.at(path, code, "'" + code + "' is not a country code");
        return Optional.of(problem.mend(remedy(code.strip().toUpperCase(Locale.ROOT))));
    }

    private static String remedy(String capitals) {
        if (ISO.contains(capitals)) {
            return "write " + capitals;
        }
        return switch (capitals) {
            case "FALSE" -> "write 'NO' in quotes: YAML reads an unquoted NO as false";
            case "UK" -> "the United Kingdom is GB";
            default -> "give two letters after ISO 3166, such as DE";
        };
    }
}
