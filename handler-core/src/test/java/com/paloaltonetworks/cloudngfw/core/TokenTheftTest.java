package com.paloaltonetworks.cloudngfw.core;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Role;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One container serves callers in turn and at once, and keeps their tokens in one cache. Whatever a second caller tries, none
 * of its requests carries a token that it has not bought itself.
 */
class TokenTheftTest {

    private static final ObjectNode THING = json("{\"Name\":\"edge\",\"Size\":7}");
    private static final String ADMIN = "arn:aws:iam::123456789012:role/CloudNgfwAdmin";
    private static final String UNTAGGED = "arn:aws:iam::123456789012:role/Untagged";
    private static final String OTHER_ACCOUNTS = "arn:aws:iam::999999999999:role/CloudNgfwAdmin";

    private final Overheard overheard = new Overheard();
    private final Driver container =
            Driver.of("My::Own::Thing", overheard.on(ResourceWrapperTest.Wrapper::new), world(), 1);

    /** The tagged role of {@link World#standard()}, which signs itself here, next to an untagged and a foreign one. */
    private static World world() {
        World standard = World.standard();
        Role tagged = standard.roles().get(0);
        return standard.withTypeConfiguration(json("{}"))
                .withRoles(List.of(
                        tagged,
                        new Role(UNTAGGED, Map.of(), List.of()),
                        new Role(OTHER_ACCOUNTS, tagged.tags(), List.of())));
    }

    @AfterEach
    void nothingWasStolen() {
        assertThat(overheard.exchanges()).isNotEmpty();
        assertThat(overheard.stolen()).isEmpty();
        container.close();
    }

    /** What somebody may present who knows something of the victim's keys, but not all of them. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    enum Forgery {
        ANOTHER_SECRET(keys -> with(keys, "secretAccessKey", "guessed")),
        NO_SECRET(keys -> with(keys, "secretAccessKey", "")),
        ANOTHER_SESSION(keys -> with(keys, "sessionToken", "guessed")),
        NO_SESSION(keys -> with(keys, "sessionToken", "")),
        NULL_AS_A_WORD(keys -> with(keys, "sessionToken", "null")),
        SECRET_AND_SESSION_EXCHANGED(keys -> with(
                with(keys, "secretAccessKey", keys.path("sessionToken").asText()),
                "sessionToken",
                keys.path("secretAccessKey").asText())),
        ANOTHER_KEY(keys -> with(keys, "accessKeyId", "ASIAGUESSED")),
        ANOTHER_CASE(keys ->
                with(keys, "accessKeyId", keys.path("accessKeyId").asText().toLowerCase(Locale.ROOT)));

        private final UnaryOperator<JsonNode> of;

        Forgery(UnaryOperator<JsonNode> of) {
            this.of = of;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysThatAreNotWholeBuyAndFindNothing(Forgery forgery) {
        JsonNode victim = session(ADMIN);
        assertThat(createdAs(victim).message()).isNull();
        JsonNode thief = forgery.of.apply(victim);
        Result denied = createdAs(thief);
        assertThat(denied.failedWith("AccessDenied")).isTrue();
        assertThat(overheard.of(thief)).isNotEmpty().allMatch(Overheard.Exchange::isPurchase);
        assertThat(createdAs(victim).message()).isNull();
        assertThat(overheard.tokensSoldTo(victim)).hasSize(1);
    }

    @Test
    void aRoleWithoutTheTagIsRefusedThoughAnothersTokenIsThere() {
        assertThat(createdAs(session(ADMIN)).message()).isNull();
        JsonNode thief = session(UNTAGGED);
        Result denied = createdAs(thief);
        assertThat(denied.failedWith("AccessDenied")).isTrue();
        assertThat(denied.message()).contains("CloudNGFWRulestackAdmin");
        assertThat(overheard.tokensUsedBy(thief)).isEmpty();
    }

    @Test
    void aSessionMadeAfterTheRoleLostItsTagIsRefusedThoughAnEarlierOnesTokenIsThere() {
        assertThat(createdAs(session(ADMIN)).message()).isNull();
        World world = container.service().world();
        container
                .service()
                .world(world.withRoles(world.roles().stream()
                        .map(role -> role.withTags(Map.of()))
                        .toList()));
        JsonNode later = session(ADMIN);
        assertThat(createdAs(later).failedWith("AccessDenied")).isTrue();
        assertThat(overheard.tokensUsedBy(later)).isEmpty();
    }

    @Test
    void anotherSessionOfTheSameRoleBuysItsOwn() {
        JsonNode first = session(ADMIN);
        JsonNode second = session(ADMIN);
        assertThat(createdAs(first).message()).isNull();
        assertThat(createdAs(second).message()).isNull();
        assertThat(overheard.tokensUsedBy(second))
                .hasSize(1)
                .doesNotContainAnyElementsOf(overheard.tokensUsedBy(first));
    }

    @Test
    void anotherAccountIsRefusedThoughThisOnesTokenIsThere() {
        assertThat(createdAs(session(ADMIN)).message()).isNull();
        JsonNode stranger = session(OTHER_ACCOUNTS);
        assertThat(createdAs(stranger).failedWith("AccessDenied")).isTrue();
        assertThat(overheard.tokensUsedBy(stranger)).isEmpty();
    }

    @Test
    void namingTheSameRoleHelpsNobodyWhomItDoesNotTrust() {
        World standard = World.standard();
        Role stranger = new Role(UNTAGGED, Map.of(), List.of());
        try (Driver shared = Driver.of(
                "My::Own::Thing",
                overheard.on(ResourceWrapperTest.Wrapper::new),
                standard.withRoles(List.of(standard.roles().get(0), stranger)),
                1)) {
            assertThat(shared.create(THING).message()).isNull();
            JsonNode thief = asJson(shared.service().credentialsOf(UNTAGGED));
            Result denied = as(thief, shared).create(THING);
            assertThat(denied.failedWith("AccessDenied")).isTrue();
            assertThat(denied.message()).contains("sts:AssumeRole");
            assertThat(overheard.of(thief)).isNotEmpty();
            assertThat(overheard.tokensUsedBy(thief)).isEmpty();
        }
    }

    @Test
    void anotherRoleInTheTypeConfigurationIsAnotherCaller() {
        World standard = World.standard();
        Role untagged =
                new Role(UNTAGGED, Map.of(), List.of(standard.executionRole().arn()));
        try (Driver shared = Driver.of(
                "My::Own::Thing",
                overheard.on(ResourceWrapperTest.Wrapper::new),
                standard.withRoles(List.of(standard.roles().get(0), untagged)),
                1)) {
            as(asJson(shared.service().credentialsOf(standard.executionRole().arn())), shared);
            assertThat(shared.create(THING).message()).isNull();
            shared.withConfiguration("RoleArn", UNTAGGED);
            assertThat(shared.create(THING).failedWith("AccessDenied")).isTrue();
        }
    }

    @Test
    void aTokenIsOfOneRegion() {
        JsonNode caller = session(ADMIN);
        assertThat(createdAs(caller).message()).isNull();
        container.with(request -> request.toBuilder().region("eu-west-1").build());
        assertThat(createdAs(caller).failedWith("AccessDenied")).isTrue();
        container.withConfiguration(
                "ApiEndpoint", container.service().api("eu-west-1").toString());
        assertThat(createdAs(caller).message()).isNull();
        assertThat(overheard.tokensSoldTo(caller)).hasSize(2);
    }

    /** Whoever may set the type configuration may name a place of his own; he gets no token there that was bought elsewhere. */
    @Test
    void anEndpointOfTheThiefsSeesNoTokenOfAnother() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer thief = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        thief.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI() + " " + Map.copyOf(exchange.getRequestHeaders()));
            byte[] sold = "{\"Response\":{\"TokenId\":\"of-the-thief\",\"SubscriptionKey\":\"of-the-thief\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, sold.length);
            exchange.getResponseBody().write(sold);
            exchange.close();
        });
        thief.start();
        try {
            JsonNode caller = session(ADMIN);
            assertThat(createdAs(caller).message()).isNull();
            String bought = overheard.tokensSoldTo(caller).iterator().next();
            String endpoint = container.service().api(Driver.REGION).toString();
            container.withConfiguration(
                    "ApiEndpoint", "http://127.0.0.1:" + thief.getAddress().getPort());
            container.create(THING);
            assertThat(seen).isNotEmpty().noneMatch(request -> request.contains(bought));
            container.withConfiguration("ApiEndpoint", endpoint);
            int before = overheard.exchanges().size();
            assertThat(container.create(THING).message()).isNull();
            assertThat(overheard
                            .exchanges()
                            .subList(before, overheard.exchanges().size()))
                    .extracting(Overheard.Exchange::token)
                    .containsOnly(bought);
        } finally {
            thief.stop(0);
        }
    }

    @Test
    void aTokenIsNotUsedAfterItsEnd() {
        JsonNode caller = session(ADMIN);
        assertThat(createdAs(caller).message()).isNull();
        container.scheduler().run(activities -> container.scheduler().sleep(Duration.ofMinutes(60)));
        assertThat(createdAs(caller).message()).isNull();
        assertThat(overheard.tokensSoldTo(caller)).hasSize(2);
        assertThat(overheard.of(caller).get(overheard.of(caller).size() - 1).token())
                .isEqualTo(List.copyOf(overheard.tokensSoldTo(caller)).get(1));
    }

    /** Several sessions of a tagged role, of an untagged one, and forgeries of each, all at once in one container. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void callersAtTheSameTimeKeepApart(long seed) {
        try (Driver busy = Driver.of("My::Own::Thing", overheard.on(ResourceWrapperTest.Wrapper::new), world(), seed)) {
            Map<String, JsonNode> callers = new HashMap<>();
            for (int session = 0; session < 4; session++) {
                JsonNode honest = asJson(busy.service().credentialsOf(ADMIN));
                callers.put("honest" + session, honest);
                callers.put("forged" + session, Forgery.values()[session].of.apply(honest));
                callers.put("untagged" + session, asJson(busy.service().credentialsOf(UNTAGGED)));
            }
            List<String> names = new ArrayList<>(callers.keySet());
            busy.with(request -> request.toBuilder()
                    .credentials(() -> callers.get(request.logicalId()))
                    .build());
            List<Result> results = busy.together(
                    Duration.ofSeconds(2),
                    names.stream().map(name -> Driver.creating(name, THING)).toList());
            for (int index = 0; index < names.size(); index++) {
                boolean honest = names.get(index).startsWith("honest");
                assertThat(results.get(index).succeeded())
                        .as("seed " + seed + ", " + names.get(index))
                        .isEqualTo(honest);
                assertThat(overheard.tokensUsedBy(callers.get(names.get(index))).isEmpty())
                        .isEqualTo(!honest);
            }
        }
    }

    private JsonNode session(String role) {
        return asJson(container.service().credentialsOf(role));
    }

    private Result createdAs(JsonNode caller) {
        return as(caller, container).create(THING);
    }

    private static Driver as(JsonNode caller, Driver driver) {
        return driver.with(
                request -> request.toBuilder().credentials(() -> caller).build());
    }

    private static JsonNode asJson(AwsKeys keys) {
        return json("{}")
                .put("accessKeyId", keys.accessKeyId())
                .put("secretAccessKey", keys.secretAccessKey())
                .put("sessionToken", keys.sessionToken());
    }

    private static JsonNode with(JsonNode keys, String member, String value) {
        ObjectNode changed = keys.deepCopy();
        return changed.put(member, value);
    }
}
