package com.paloaltonetworks.cloudngfw.core;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls go is said by the type configuration alone, and what it says is looked at before the first call. */
class EndpointOverrideTest {

    private static final ObjectNode THING = json("{\"Name\":\"edge\",\"Size\":7}");
    private static final String ELSEWHERE = "http://127.0.0.1:1";

    private final Overheard overheard = new Overheard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.example",
                "http://api.example",
                "http://127.0.0.1.evil.example",
                "http://169.254.169.254",
                "https://user:hunter2@api.example",
                "https://api.example?x=hunter2",
                "file:///etc/passwd",
                "https://api.example\nhunter2",
            })
    void whatNoCredentialsMayGoToIsRefusedBeforeAnyCall(String url) {
        for (String member : List.of("ApiEndpoint", "StsEndpoint")) {
            try (Driver driver = driver(UnaryOperator.identity()).withConfiguration(member, url)) {
                for (Result refused : List.of(
                        driver.create(THING), driver.read(THING), driver.update(THING, THING), driver.delete(THING))) {
                    assertThat(refused.failedWith("InvalidTypeConfiguration")).isTrue();
                    assertThat(refused.message())
                            .startsWith(member + " in the type configuration must be https://")
                            .doesNotContain("hunter2");
                }
            }
        }
        assertThat(overheard.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1"})
    void thisMachineIsReachedInClearText(String host) {
        try (Driver driver = driver(UnaryOperator.identity())) {
            driver.withConfiguration(
                    "ApiEndpoint",
                    driver.service().api(Driver.REGION).toString().replace("127.0.0.1", host));
            assertThat(driver.create(THING).message()).isNull();
        }
    }

    @Test
    void neitherContextNorTagsNorMetadataMoveACall() {
        Map<String, String> attempts = Map.of(
                "ApiEndpoint", ELSEWHERE, "StsEndpoint", ELSEWHERE, "apiEndpoint", ELSEWHERE, "endpoint", ELSEWHERE);
        try (Driver driver = driver(event -> {
            attempts.forEach(event::put);
            ObjectNode data = (ObjectNode) event.path("requestData");
            attempts.forEach(data::put);
            attempts.forEach(data.withObject("/systemTags")::put);
            attempts.forEach(data.withObject("/stackTags")::put);
            if (event.path("callbackContext") instanceof ObjectNode context) {
                attempts.forEach(context::put);
                attempts.forEach(context.withObject("/marks")::put);
            }
            return event;
        })) {
            assertThat(driver.create(THING).message()).isNull();
            assertThat(overheard.exchanges())
                    .hasSizeGreaterThan(2)
                    .extracting(each -> each.request().uri().getAuthority())
                    .containsOnly(driver.service().sts().getAuthority());
        }
    }

    @Test
    void aPropertyOfAResourceMovesNoCall() {
        try (Driver driver = driver(UnaryOperator.identity())) {
            Result refused = driver.create(THING.deepCopy().put("ApiEndpoint", ELSEWHERE));
            assertThat(refused.failedWith("InvalidRequest")).isTrue();
            assertThat(refused.message()).contains("/ApiEndpoint");
            driver.read(THING.deepCopy().put("ApiEndpoint", ELSEWHERE));
        }
        assertThat(overheard.exchanges()).isEmpty();
    }

    @Test
    void aRegionThatIsNoneIsRefusedBeforeAnyCall() {
        try (Driver driver = driver(UnaryOperator.identity())) {
            driver.with(request -> request.toBuilder().region("evil.example/").build());
            assertThat(driver.create(THING).message()).isEqualTo("\"evil.example/\" is no AWS Region");
        }
        assertThat(overheard.exchanges()).isEmpty();
    }

    /** A type whose invocations are altered on their way in. */
    private Driver driver(UnaryOperator<ObjectNode> alteration) {
        return Driver.of("My::Own::Thing", platform -> altering(platform, alteration));
    }

    private RequestStreamHandler altering(Platform platform, UnaryOperator<ObjectNode> alteration) {
        RequestStreamHandler handler =
                overheard.on(ResourceWrapperTest.Wrapper::new).apply(platform);
        return (in, out, context) -> {
            ObjectNode event = alteration.apply(json(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            byte[] altered = event.toString().getBytes(StandardCharsets.UTF_8);
            handler.handleRequest(new ByteArrayInputStream(altered), out, context);
        };
    }
}
