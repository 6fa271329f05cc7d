package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.Result;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties that are no content: Deploy, Describe, and what a template may ask for afterwards. */
class RulestackPropertiesTest {

    private final Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new);

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"YES\"", "\"yes\"", "\"Yes\"", "true", "\"true\"", "\"True\"", "\" YES \"", "\"\"", "\" \""})
    void deployedInEverySpellingOfYes(String yes) {
        assertThat(commitsOf(yes)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NO\"", "\"no\"", "\"No\"", "false", "\"false\"", "\"FALSE\"", "\"no \""})
    void leftUncommittedInEverySpellingOfNo(String no) {
        assertThat(commitsOf(no)).isZero();
        assertThat(rulestack().path("Running").isNull()).isTrue();
    }

    private int commitsOf(String deploy) {
        Result created = cloudFormation.create(with(deploy));
        assertThat(created.message()).isNull();
        return rulestack().path("CommitCount").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"on\"", "\"later\"", "1"})
    void anythingElseIsRefusedWithItsRemedy(String word) {
        Result created = cloudFormation.create(with(word));
        assertThat(created.failedWith("InvalidRequest")).isTrue();
        assertThat(created.message()).contains("/RuleStack/Deploy", word.replace("\"", "'").replace("1", "'1'"), "YES or NO");
        assertThat(cloudFormation.service().requests().all()).isEmpty();
    }

    @Test
    void deployMayChangeFromNoToYesAndBack() {
        ObjectNode draft = with("\"NO\"");
        ObjectNode deployed = with("\"YES\"");
        assertThat(cloudFormation.create(draft).message()).isNull();
        assertThat(cloudFormation.update(draft, deployed).message()).isNull();
        assertThat(rulestack().path("Running")).isEqualTo(rulestack().path("Candidate"));
        ObjectNode changed = with("\"NO\"");
        changed.withObject("/RuleStack").put("Description", "a draft");
        assertThat(cloudFormation.update(deployed, changed).message()).isNull();
        assertThat(rulestack().path("CommitCount").asInt()).isEqualTo(1);
        assertThat(rulestack().at("/Candidate/Entry/Description").asText()).isEqualTo("a draft");
        assertThat(rulestack().at("/Running/Entry/Description").isMissingNode()).isTrue();
    }

    private static ObjectNode with(String deploy) {
        return json("{\"RuleStackName\":\"edge\",\"RuleStack\":{\"Scope\":\"Local\",\"Deploy\":" + deploy + "}}");
    }

    @Test
    void describeChangesNothingAndIsNotReadBack() {
        ObjectNode model = Rulestacks.withRules("edge", 1);
        ObjectNode described = model.deepCopy().put("Describe", true);
        Result created = cloudFormation.create(described);
        assertThat(created.message()).isNull();
        assertThat(created.model().has("Describe")).isFalse();
        cloudFormation.service().requests().clear();
        assertThat(cloudFormation.update(described, model).message()).isNull();
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void listNamesRulestacksAndDescribesThemWhenAsked() {
        ObjectNode global = json("{\"RuleStackName\":\"all\",\"RuleStack\":{\"Scope\":\"Global\"}}");
        List<ObjectNode> models = List.of(Rulestacks.rich("edge"), Rulestacks.withRules("lab", 2), global);
        models.forEach(
                model -> assertThat(cloudFormation.create(model).message()).isNull());
        assertThat(cloudFormation.list(json("{}"), null).models())
                .containsExactlyInAnyOrder(named("all"), named("edge"), named("lab"));
        List<ObjectNode> described = new ArrayList<>();
        String token = null;
        do {
            Result page = cloudFormation.list(json("{\"Describe\":true}"), token);
            assertThat(page.message()).isNull();
            described.addAll(page.models());
            token = page.nextToken();
        } while (token != null);
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(models.stream()
                        .map(model -> cloudFormation.read(model).model())
                        .toList());
    }

    private static ObjectNode named(String name) {
        return json("{\"RuleStackName\":\"" + name + "\"}");
    }

    @Test
    void everyReadOnlyPropertyHasItsValueAfterCreate() throws IOException {
        Result created = cloudFormation.create(Rulestacks.rich("edge"));
        assertThat(readOnly()).hasSizeGreaterThan(20).allSatisfy(path -> {
            JsonNode value = created.model().at(path);
            assertThat(value.isObject() || !value.asText().isEmpty()).as(path).isTrue();
        });
    }

    /** A description, and the certificates of decryption, exist only where somebody wrote them. */
    @Test
    void whatNobodyWroteHasAValueToo() throws IOException {
        Result created = cloudFormation.create(named("edge"));
        assertThat(readOnly().stream().filter(path -> created.model().at(path).isMissingNode()))
                .allMatch(path -> path.endsWith("/Description")
                        || path.endsWith("/OutboundTrustCertificate")
                        || path.endsWith("/OutboundUntrustCertificate"));
    }

    private static List<String> readOnly() throws IOException {
        try (InputStream schema =
                ResourceModel.class.getResourceAsStream("/paloaltonetworks-cloudngfw-rulestack.json")) {
            List<String> paths = new ArrayList<>();
            new ObjectMapper()
                    .readTree(schema)
                    .path("readOnlyProperties")
                    .forEach(path -> paths.add(path.asText().substring("/properties".length())));
            return paths;
        }
    }

    private JsonNode rulestack() {
        return cloudFormation.service().tenant().path("Rulestacks").path(0);
    }
}
