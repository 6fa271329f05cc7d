package com.paloaltonetworks.cloudngfw.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.testing.Deliveries.Way;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What CloudFormation demands of a type and its own contract suite does not look at. That every answer fits the schema,
 * holds no nulls, no write-only values and a short context is watched by the executor in all of these tests: an answer that
 * does not ends its operation with InternalFailure.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class TypeContract {

    private static final int LONGEST_LIST = 100;

    private final String typeName;
    private final Deliveries deliveries;
    private final TypeSchema schema;

    /** For the tests of a type, which know further. */
    protected Driver cloudFormation;

    protected TypeContract(String typeName, Function<Platform, ? extends RequestStreamHandler> handlers) {
        this.typeName = typeName;
        this.deliveries = new Deliveries(handlers);
        this.schema = Driver.schema(typeName);
    }

    /** Gives the tenant what a resource of this type needs. */
    protected abstract void prepare(Driver driver);

    /** The wanted model number 0, 1, 2 ...: resources of their own that can live side by side. */
    protected abstract ObjectNode wanted(int number);

    /** The same resource as {@link #wanted}, as an update wants it: something of every kind is different. */
    protected abstract ObjectNode changed(int number);

    /** Another value for a create-only property. */
    protected abstract ObjectNode withAnother(JsonPointer createOnly, ObjectNode model);

    /** The filter under which all resources of a test are listed. */
    protected abstract ObjectNode filter();

    /** A filter that none of them passes; null for a type that is listed without filters. */
    protected abstract @Nullable ObjectNode otherFilter();

    /** How many resources are listed: more than fill a page, if the service takes as many. */
    protected abstract int many();

    /** Brings a resource into the service without CloudFormation, quickly. */
    protected abstract void inConsole(int number);

    /** The tags that the service holds for resource 0. */
    protected abstract Map<String, String> tagsHeld();

    @BeforeEach
    final void start() {
        deliveries.deliver(Way.ONCE);
        deliveries.loseContextOf(-1);
        cloudFormation = Driver.of(typeName, deliveries::on);
        prepare(cloudFormation);
    }

    @AfterEach
    final void stop() {
        cloudFormation.close();
    }

    private Result succeeded(Result result) {
        assertThat(result.succeeded())
                .as(result.errorCode() + ": " + result.message())
                .isTrue();
        return result;
    }

    private static void failed(Result result, String code) {
        assertThat(result.errorCode()).as(result.message()).isEqualTo(code);
        assertThat(result.message()).isNotBlank();
    }

    private String id(JsonNode model) {
        return schema.identifierOf(model);
    }

    Stream<JsonPointer> createOnly() {
        return schema.createOnly().stream();
    }

    Stream<JsonPointer> identifier() {
        return schema.primaryIdentifier().stream();
    }

    @Test
    void createAnswersWhatReadByTheIdentifierAloneAnswers() {
        ObjectNode created = succeeded(cloudFormation.create(wanted(0))).model();
        ObjectNode read = succeeded(cloudFormation.read(wanted(0))).model();
        assertThat(created).isEqualTo(read);
        assertHolds(read, wanted(0));
    }

    @Test
    void updateAnswersWhatReadAnswersAndLeavesNothingBehind() {
        succeeded(cloudFormation.create(wanted(0)));
        ObjectNode updated =
                succeeded(cloudFormation.update(wanted(0), changed(0))).model();
        assertThat(updated).isEqualTo(succeeded(cloudFormation.read(wanted(0))).model());
        assertHolds(updated, changed(0));

        ObjectNode back =
                succeeded(cloudFormation.update(changed(0), wanted(0))).model();
        assertHolds(back, wanted(0));
    }

    @Test
    void anUpdateToWhatIsThereWritesNothing() {
        succeeded(cloudFormation.create(wanted(0)));
        cloudFormation.service().requests().clear();
        succeeded(cloudFormation.update(wanted(0), wanted(0)));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    /** All that was written, lists without order in any; write-only properties are not given back. */
    private void assertHolds(JsonNode read, ObjectNode written) {
        ObjectNode expected = written.deepCopy();
        schema.writeOnly().forEach(path -> {
            if (expected.at(path.head()) instanceof ObjectNode parent) {
                parent.remove(path.last().getMatchingProperty());
            }
        });
        assertHolds("", read, expected);
    }

    private static void assertHolds(String path, JsonNode read, JsonNode written) {
        if (written.isObject()) {
            written.properties()
                    .forEach(
                            each -> assertHolds(path + "/" + each.getKey(), read.path(each.getKey()), each.getValue()));
        } else if (written.isArray() && !written.isEmpty() && written.get(0).isObject()) {
            assertThat(read).as(path).hasSameSizeAs(written);
            written.forEach(element ->
                    assertThat(read).as(path).anySatisfy(candidate -> assertHolds(path, candidate, element)));
        } else if (written.isArray()) {
            assertThat(read).as(path).containsExactlyInAnyOrderElementsOf(written);
        } else {
            assertThat(read).as(path).isEqualTo(written);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("createOnly")
    void anotherValueOfACreateOnlyPropertyIsNotUpdatable(JsonPointer path) {
        succeeded(cloudFormation.create(wanted(0)));
        ObjectNode other = withAnother(path, changed(0));
        assertThat(other.at(path)).isNotEqualTo(wanted(0).at(path));
        cloudFormation.service().requests().clear();
        Result refused = cloudFormation.update(withPrevious(path, wanted(0)), other);
        failed(refused, "NotUpdatable");
        assertThat(refused.message()).contains(path.toString());
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
        assertHolds(succeeded(cloudFormation.read(wanted(0))).model(), wanted(0));
    }

    /** CloudFormation's idea of what is there; a template need not write every create-only property. */
    protected ObjectNode withPrevious(JsonPointer createOnly, ObjectNode model) {
        return model;
    }

    @Test
    void anAbsentResourceIsNotFoundWithAMessageAndNothingIsWritten() {
        failed(cloudFormation.read(wanted(0)), "NotFound");
        failed(cloudFormation.update(wanted(0), changed(0)), "NotFound");
        failed(cloudFormation.delete(wanted(0)), "NotFound");
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aSecondDeleteIsNotFoundAndTheFirstAnswersWithoutAModel() {
        succeeded(cloudFormation.create(wanted(0)));
        assertThat(succeeded(cloudFormation.delete(wanted(0))).model()).isNull();
        failed(cloudFormation.delete(wanted(0)), "NotFound");
        failed(cloudFormation.read(wanted(0)), "NotFound");
        succeeded(cloudFormation.create(wanted(0)));
    }

    @Test
    void createOfWhatExistsNamesNoModelAndLeavesItAlone() {
        inConsole(0);
        JsonNode before = succeeded(cloudFormation.read(wanted(0))).model();
        Result refused = cloudFormation.create(wanted(0));
        failed(refused, "AlreadyExists");
        assertThat(refused.model()).isNull();
        assertThat(succeeded(cloudFormation.read(wanted(0))).model()).isEqualTo(before);
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("identifier")
    void withoutItsIdentifierNothingIsFoundAndNothingIsWritten(JsonPointer path) {
        ObjectNode nameless = wanted(0);
        nameless.remove(path.getMatchingProperty());
        for (Result result : List.of(
                cloudFormation.read(nameless),
                cloudFormation.delete(nameless),
                cloudFormation.update(nameless, nameless))) {
            assertThat(result.errorCode()).as(result.message()).isIn("NotFound", "InvalidRequest");
            assertThat(result.message()).isNotBlank();
        }
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Way.class)
    void invocationsOfOneTokenThatComeTwiceDoTheWorkOnce(Way way) {
        deliveries.deliver(way);
        succeeded(cloudFormation.create(wanted(0)));
        assertThat(listed(filter())).containsOnlyOnce(id(wanted(0)));
        assertHolds(succeeded(cloudFormation.read(wanted(0))).model(), wanted(0));
        succeeded(cloudFormation.update(wanted(0), changed(0)));
        assertHolds(succeeded(cloudFormation.read(wanted(0))).model(), changed(0));
        succeeded(cloudFormation.delete(changed(0)));
        failed(cloudFormation.read(wanted(0)), "NotFound");
    }

    @Test
    void aCreateWhoseContextIsLostAtAnyInvocationSucceedsOrNamesNoModel() {
        int invocations = succeeded(cloudFormation.create(wanted(0))).invocations();
        succeeded(cloudFormation.delete(wanted(0)));
        for (int lost = 2; lost <= invocations; lost++) {
            deliveries.loseContextOf(lost);
            Result created = cloudFormation.create(wanted(0));
            if (!created.succeeded()) {
                failed(created, "AlreadyExists");
                assertThat(created.model()).as("lost at " + lost).isNull();
            }
            deliveries.loseContextOf(-1);
            succeeded(cloudFormation.delete(wanted(0)));
        }
    }

    @Test
    void anUpdateWhoseContextIsLostAtAnyInvocationEndsTheSame() {
        ObjectNode here = wanted(0);
        ObjectNode there = changed(0);
        succeeded(cloudFormation.create(here));
        int invocations = succeeded(cloudFormation.update(here, there)).invocations();
        for (int lost = 2; lost <= invocations; lost++) {
            deliveries.loseContextOf(lost);
            assertHolds(succeeded(cloudFormation.update(there, here)).model(), here);
            ObjectNode last = here;
            here = there;
            there = last;
        }
    }

    @Test
    void aDeleteWhoseContextIsLostAtAnyInvocationLeavesNothing() {
        succeeded(cloudFormation.create(wanted(0)));
        int invocations = succeeded(cloudFormation.delete(wanted(0))).invocations();
        for (int lost = 2; lost <= invocations; lost++) {
            succeeded(cloudFormation.create(wanted(0)));
            deliveries.loseContextOf(lost);
            Result deleted = cloudFormation.delete(wanted(0));
            deliveries.loseContextOf(-1);
            if (!deleted.succeeded()) {
                failed(deleted, "NotFound");
            }
            failed(cloudFormation.read(wanted(0)), "NotFound");
        }
    }

    private List<String> listed(ObjectNode filter) {
        List<String> ids = new ArrayList<>();
        String token = null;
        for (int page = 0; page < LONGEST_LIST; page++) {
            Result result = succeeded(cloudFormation.list(filter, token));
            result.models().forEach(model -> ids.add(id(model)));
            token = result.nextToken();
            if (token == null) {
                return ids;
            }
        }
        throw new AssertionError("A list without an end");
    }

    @Test
    void everyResourceIsListedOnceByItsWholeIdentifierOverAllPages() {
        for (int number = 0; number < many(); number++) {
            inConsole(number);
        }
        List<String> ids = listed(filter());
        assertThat(ids).doesNotContainNull().doesNotHaveDuplicates();
        for (int number = 0; number < many(); number++) {
            assertThat(ids).contains(id(wanted(number)));
        }
    }

    /** CloudFormation may send none. */
    @Test
    void withoutAModelAllAreListedOrAFilterIsAskedFor() {
        inConsole(0);
        Result listed = cloudFormation.list(null, null);
        if (listed.succeeded()) {
            assertThat(listed.models()).extracting(this::id).contains(id(wanted(0)));
        } else {
            failed(listed, "InvalidRequest");
            assertThat(filter().fieldNames())
                    .toIterable()
                    .anySatisfy(name -> assertThat(listed.message()).contains(name));
        }
    }

    @Test
    void aFilterLeavesOutTheRest() {
        ObjectNode filter = otherFilter();
        assumeTrue(filter != null, typeName + " is listed without filters");
        inConsole(0);
        assertThat(listed(filter)).isEmpty();
    }

    @Test
    void tagsOfResourceAndStackAreAppliedAndGoWithWhatGaveThem() {
        Map<String, String> own = tagsOf(wanted(0));
        Map<String, String> ownLater = tagsOf(changed(0));
        assertThat(own).as("the wanted model has tags").isNotEmpty();
        cloudFormation.with(
                request -> request.toBuilder().stackTags(Map.of("Stack", "one")).build());
        succeeded(cloudFormation.create(wanted(0)));
        assertThat(tagsHeld()).containsAllEntriesOf(own).containsEntry("Stack", "one");

        cloudFormation.with(request -> request.toBuilder()
                .stackTags(Map.of("Other", "two"))
                .previousStackTags(Map.of("Stack", "one"))
                .build());
        succeeded(cloudFormation.update(wanted(0), changed(0)));
        assertThat(tagsHeld())
                .containsAllEntriesOf(ownLater)
                .containsEntry("Other", "two")
                .doesNotContainKey("Stack");
        own.keySet().stream()
                .filter(key -> !ownLater.containsKey(key))
                .forEach(gone -> assertThat(tagsHeld()).doesNotContainKey(gone));
    }

    private static Map<String, String> tagsOf(JsonNode model) {
        return tags(model.path("Tags"));
    }

    /** Tags in the form of models and of the service. */
    protected static Map<String, String> tags(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .collect(Collectors.toMap(
                        tag -> tag.path("Key").asText(),
                        tag -> tag.path("Value").asText()));
    }
}
