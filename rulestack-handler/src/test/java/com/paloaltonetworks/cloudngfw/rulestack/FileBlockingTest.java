package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.Written;
import com.paloaltonetworks.cloudngfw.executor.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** File types in the single form of the published schema and in our list form. */
class FileBlockingTest {

    private static final String PDF = "{\"FileType\":\"pdf\",\"Action\":\"block\",\"Direction\":\"upload\"}";
    private static final String EXE =
            "{\"FileType\":\"exe\",\"Action\":\"block\",\"Direction\":\"both\",\"Description\":\"programs\"}";

    private final Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new);

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"FileBlocking\":" + PDF + "}",
                "{\"FileBlocking\":{\"FileType\":\"pdf\"}}",
                "{\"FileTypes\":[" + PDF + "]}",
                "{\"FileTypes\":[" + PDF + "," + EXE + "]}"
            })
    void eachFormIsReadBackAsItWasWrittenAndPutBackWhenLeftOut(String profiles) {
        ObjectNode model = with(profiles);
        assertSucceeded(cloudFormation.create(model));
        assertThat(Written.notShown(
                        model.path("CustomSecurityProfiles"),
                        cloudFormation.read(model).model().path("CustomSecurityProfiles")))
                .isEmpty();
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, model));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
        ObjectNode without = with("{}");
        assertSucceeded(cloudFormation.update(model, without));
        assertThat(cloudFormation.read(without).model().has("CustomSecurityProfiles"))
                .isFalse();
        assertThat(running())
                .allSatisfy(type -> assertThat(type.path("Action").asText()).isEqualTo("alert"))
                .allSatisfy(type -> assertThat(type.path("Direction").asText()).isEqualTo("both"));
    }

    @Test
    void theSingleFormMayBecomeTheListForm() {
        ObjectNode single = with("{\"FileBlocking\":" + PDF + "}");
        ObjectNode list = with("{\"FileTypes\":[" + PDF + "]}");
        assertSucceeded(cloudFormation.create(single));
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(single, list));
        assertSucceeded(cloudFormation.update(list, single));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    /** As Cloud Control does, which patches what it has read. */
    @Test
    void bothFormsAsTheyAreReadMayBeWritten() {
        ObjectNode single = with("{\"FileBlocking\":" + PDF + "}");
        ObjectNode both = with("{\"FileBlocking\":" + PDF + ",\"FileTypes\":[" + PDF + "]}");
        assertSucceeded(cloudFormation.create(single));
        assertThat(cloudFormation.read(single).model().path("CustomSecurityProfiles"))
                .isEqualTo(both.path("CustomSecurityProfiles"));
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(single, both));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void aChangedFileTypeIsOneWriteAndOneCommit() {
        ObjectNode before = with("{\"FileTypes\":[" + PDF + "," + EXE + "]}");
        ObjectNode after = with("{\"FileTypes\":[" + EXE + "," + PDF.replace("upload", "download") + "]}");
        assertSucceeded(cloudFormation.create(before));
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(before, after));
        assertThat(cloudFormation.service().requests().writes())
                .containsExactly(
                        "PUT /v1/config/rulestacks/{rulestack}/fileblockingprofiles/custom/filetypes/{type}",
                        "POST /v1/config/rulestacks/{rulestack}/commit");
    }

    /** The service holds them all the same, and applies them once the profile is Custom. */
    @Test
    void withoutACustomProfileFileTypesAreWrittenButNotReadBack() {
        ObjectNode model = with("{\"FileBlocking\":" + PDF + "}");
        model.withObject("/RuleStack/Profiles").put("FileBlockingProfile", "BestPractice");
        assertSucceeded(cloudFormation.create(model));
        assertThat(cloudFormation.read(model).model().has("CustomSecurityProfiles"))
                .isFalse();
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, with("{\"FileBlocking\":" + PDF + "}")));
        assertThat(cloudFormation.service().requests().writes())
                .containsExactly(
                        "PUT /v1/config/rulestacks/{rulestack}", "POST /v1/config/rulestacks/{rulestack}/commit");
    }

    private static ObjectNode with(String profiles) {
        ObjectNode model = Rulestacks.withRules("edge", 0);
        model.withObject("/RuleStack/Profiles").put("FileBlockingProfile", "Custom");
        model.set("CustomSecurityProfiles", json(profiles));
        return model;
    }

    private JsonNode running() {
        return cloudFormation.service().tenant().at("/Rulestacks/0/Running/FileTypes");
    }

    private static void assertSucceeded(Result result) {
        assertThat(result.message()).isNull();
        assertThat(result.succeeded()).isTrue();
    }
}
