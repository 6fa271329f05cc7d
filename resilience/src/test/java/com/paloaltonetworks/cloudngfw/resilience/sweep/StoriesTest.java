package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stories leave out no call that an operation of any type makes. */
class StoriesTest {

    private static final List<String> RULE_LISTS = List.of("LocalRule", "PreRule", "PostRule");

    private static final String FIREWALL = "/v1/config/ngfirewalls/{firewall}";
    private static final String RULESTACK = "/v1/config/rulestacks/{rulestack}";
    private static final String CATEGORIES = RULESTACK + "/urlfilteringprofiles/custom/urlcategories";

    private static final String APPLICATIONS = "rules name applications as they are, nobody checks them beforehand";

    /** What the service offers and no operation of a type asks for, and why. */
    private static final Map<String, String> NOT_ASKED = Map.ofEntries(
            entry("GET /v1/mgmt/tokens", "whether access is on shows when a token is bought"),
            entry("DELETE /v1/mgmt/tokens/{token}", "tokens end by themselves; the next invocation needs them"),
            entry("GET /v1/mgmt/subscribe", "no type subscribes"),
            entry("GET /v1/config/appidversions", APPLICATIONS),
            entry("GET /v1/config/appidversions/{version}", APPLICATIONS),
            entry("GET /v1/config/appidversions/{version}/appids/{app}", APPLICATIONS),
            entry("GET /v1/config/countries", "countries are named as they are"),
            entry("GET /v1/config/urlcategories", "predefined categories are the vendor's to change"),
            entry("GET " + CATEGORIES, "no type has a property for the actions of predefined categories"),
            entry("GET " + CATEGORIES + "/{name}", "the same"),
            entry("PUT " + CATEGORIES + "/{name}/action", "the same"),
            entry("POST " + RULESTACK + "/validate", "a commit validates"),
            entry("POST " + RULESTACK + "/revert", "it would drop the drafts of others"),
            entry("PUT " + FIREWALL + "/features", "no type has a property for them"),
            entry("PUT " + FIREWALL + "/rulestack", "POST does the same"),
            entry("PUT " + FIREWALL + "/globalrulestack", "POST does the same"));

    private static final Set<String> DISTURBED = Stories.all().stream()
            .flatMap(story ->
                    Trial.of(Stage.of(story), null).watch().getPoints().stream().filter(story.focus()))
            .map(Point::call)
            .collect(Collectors.toSet());

    @Test
    void everyEndpointIsDisturbedInSomeStoryOrNobodyAsksForIt() {
        assertThat(endpoints().filter(endpoint -> DISTURBED.stream().noneMatch(matcher(endpoint))))
                .as("never disturbed")
                .containsExactlyInAnyOrderElementsOf(NOT_ASKED.keySet());
    }

    @Test
    void theCallThatAssumesARoleIsDisturbed() {
        assertThat(DISTURBED).contains("STS AssumeRole");
    }

    /** Each list of rules counts by itself. */
    private static Stream<String> endpoints() {
        return Simulator.start(Stage.WORLD, InstantSource.system()).endpoints().stream()
                .flatMap(endpoint -> endpoint.contains("{rulelist}")
                        ? RULE_LISTS.stream().map(list -> endpoint.replace("{rulelist}", list))
                        : Stream.of(endpoint));
    }

    private static Predicate<String> matcher(String endpoint) {
        return Pattern.compile(endpoint.replaceAll("\\{[^}]+}", "[^/]+")).asMatchPredicate();
    }
}
