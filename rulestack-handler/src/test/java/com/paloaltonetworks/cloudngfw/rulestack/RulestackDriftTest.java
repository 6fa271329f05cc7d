package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.core.TypeDefinition;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.core.testing.Written;
import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings;
import com.paloaltonetworks.cloudngfw.simulator.ApiSettings.EmptyLists;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written is read back as it was written, and what is in force already is not written again. */
class RulestackDriftTest {

    private Driver cloudFormation = Driver.of(ResourceModel.TYPE_NAME, HandlerWrapper::new);

    @AfterEach
    void close() {
        cloudFormation.close();
    }

    @ParameterizedTest
    @EnumSource(EmptyLists.class)
    void everythingComesBackHoweverTheServiceShowsEmptyLists(EmptyLists style) {
        cloudFormation.close();
        cloudFormation = Driver.of(
                ResourceModel.TYPE_NAME,
                HandlerWrapper::new,
                World.standard().withApi(ApiSettings.standard().withEmptyLists(style)),
                1);
        assertInSync(Rulestacks.rich("edge"));
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("optional")
    void whatIsLeftOutIsNoDriftAndNotWrittenAgain(JsonPointer left) {
        ObjectNode model = Rulestacks.rich("edge");
        remove(model, left);
        assertInSync(model);
    }

    /** Every property of the rich rulestack, at any depth, that can be left out without breaking the rest. */
    static Stream<JsonPointer> optional() {
        TypeDefinition<ResourceModel> type = TypeDefinition.of(new RulestackType(), ResourceModel.class);
        List<JsonPointer> members = new ArrayList<>();
        collect(JsonPointer.empty(), Rulestacks.rich("edge"), members);
        return members.stream().filter(member -> {
            ObjectNode model = Rulestacks.rich("edge");
            remove(model, member);
            return model.has("RuleStackName") && type.problems(model).isEmpty() && isReadWhole(model);
        });
    }

    /** File types are read only under a custom profile. */
    private static boolean isReadWhole(ObjectNode model) {
        return !model.has("CustomSecurityProfiles")
                || model.at("/RuleStack/Profiles/FileBlockingProfile").asText().equals("Custom");
    }

    private static void collect(JsonPointer path, JsonNode node, List<JsonPointer> members) {
        node.properties().forEach(member -> {
            JsonPointer place = path.appendProperty(member.getKey());
            members.add(place);
            collect(place, member.getValue(), members);
        });
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(path.appendIndex(index), node.get(index), members);
        }
    }

    private static void remove(ObjectNode model, JsonPointer member) {
        ((ObjectNode) model.at(member.head())).remove(member.last().getMatchingProperty());
    }

    private void assertInSync(ObjectNode model) {
        assertSucceeded(cloudFormation.create(model));
        ObjectNode read = cloudFormation.read(model).model();
        ObjectNode shown = model.deepCopy();
        shown.remove("Describe");
        if (shown.path("RuleStack") instanceof ObjectNode settings) {
            settings.remove("Deploy");
        }
        assertThat(Written.notShown(shown, read)).isEmpty();
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, withoutReadOnly(read)));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    /** What was read, as a template can say it: a single file type is shown in both forms. */
    private static ObjectNode withoutReadOnly(ObjectNode read) {
        ObjectNode model = read.deepCopy();
        model.remove(List.of("RuleStackState", "RuleStackCandidate", "RuleStackRunning"));
        if (model.at("/CustomSecurityProfiles/FileBlocking").isObject()) {
            model.withObject("/CustomSecurityProfiles").remove("FileBlocking");
        }
        return model;
    }

    @Test
    void anotherOrderIsNoChange() {
        ObjectNode model = Rulestacks.rich("edge");
        assertSucceeded(cloudFormation.create(model));
        ObjectNode reordered = model.deepCopy();
        reverse(reordered);
        assertThat(reordered).isNotEqualTo(model);
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, reordered));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
        assertThat(Written.notShown(
                        reordered.path("RuleList"), cloudFormation.read(model).model().path("RuleList")))
                .isEmpty();
    }

    private static void reverse(JsonNode node) {
        node.forEach(RulestackDriftTest::reverse);
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(items::add);
            Collections.reverse(items);
            array.removeAll().addAll(items);
        }
    }

    @Test
    void emptyListsAreAbsentOnes() {
        ObjectNode model = Rulestacks.withRules("edge", 1);
        ObjectNode rule = (ObjectNode) model.at("/RuleList/0");
        rule.remove(List.of("Source", "Destination", "Applications", "ProtPortList"));
        ObjectNode empty = json("""
                {"RuleStackName":"edge","RuleStack":{"Scope":"Local","Profiles":{}},"Tags":[],
                 "CustomSecurityProfiles":{"FileTypes":[]},
                 "SecurityObjects":{"PrefixLists":[],"FqdnLists":[],"CustomUrlCategories":[],"IntelligentFeeds":[],
                   "CertificateObjects":[]},
                 "RuleList":[{"RuleName":"rule-1","RuleListType":"LocalRule","Priority":10,"Action":"Allow","Logging":true,
                   "Source":{"Cidrs":[],"PrefixLists":[],"Countries":[],"Feeds":[]},
                   "Destination":{"Cidrs":[],"FqdnLists":[]},"Category":{"URLCategoryNames":[],"Feeds":[]},
                   "Applications":[],"ProtPortList":[],"Tags":[]}]}""");
        assertSucceeded(cloudFormation.create(empty));
        assertThat(Written.notShown(empty, cloudFormation.read(empty).model())).isEmpty();
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(empty, model));
        assertSucceeded(cloudFormation.update(model, empty));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
        ObjectNode bare = json("{\"RuleStackName\":\"edge\"}");
        ObjectNode noRules = bare.deepCopy();
        noRules.putArray("RuleList");
        assertSucceeded(cloudFormation.update(model, noRules));
        assertThat(rulestack().at("/Running/Rules/LocalRule")).isEmpty();
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(noRules, bare));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void numbersAndBooleansMayBeTextsAndAccountsKeepTheirZeros() {
        ObjectNode model = Rulestacks.rich("edge");
        ObjectNode texts = json("{}");
        ((ObjectNode) model.path("RuleStack")).put("AccountId", "001234567890");
        texts.setAll((ObjectNode) asTexts(model));
        assertThat(texts.at("/RuleList/0/Priority").isTextual()).isTrue();
        assertSucceeded(cloudFormation.create(texts));
        assertThat(rulestack().at("/Running/Entry/AccountId").asText()).isEqualTo("001234567890");
        assertThat(rulestack().at("/Running/Rules/LocalRule/3/RuleEntry/NegateSource").isBoolean())
                .isTrue();
        assertThat(cloudFormation.read(model).model().at("/RuleStack/AccountId").asText())
                .isEqualTo("001234567890");
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(texts, model));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    private static JsonNode asTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), asTexts(member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(asTexts(item)));
            return copy;
        }
        return node.isBoolean() || node.isNumber() ? TextNode.valueOf(node.asText()) : node;
    }

    @ParameterizedTest
    @CsvSource({"any", "Any"})
    void theWordAnyIsReadBackAsItWasWritten(String any) {
        ObjectNode model = Rulestacks.withRules("edge", 1);
        ObjectNode rule = (ObjectNode) model.at("/RuleList/0");
        rule.withObject("/Source").putArray("Cidrs").add(any);
        rule.withObject("/Destination").putArray("Cidrs").add(any);
        rule.putArray("Applications").add(any);
        assertInSync(model);
        ObjectNode other = json(model.toString().replace('"' + any + '"', any.equals("any") ? "\"Any\"" : "\"any\""));
        cloudFormation.service().requests().clear();
        assertSucceeded(cloudFormation.update(model, other));
        assertThat(cloudFormation.service().requests().writes()).isEmpty();
    }

    @Test
    void theWordNoneIsASettingAndCanBeTakenBack() {
        ObjectNode model = Rulestacks.withRules("edge", 0);
        ObjectNode profiles = model.withObject("/RuleStack/Profiles");
        for (String profile : List.of("AntiSpyware", "AntiVirus", "Vulnerability", "URLFiltering", "FileBlocking")) {
            profiles.put(profile + "Profile", "None");
        }
        assertInSync(model);
        assertThat(rulestack().at("/Running/Entry/Profiles/AntiVirusProfile").asText())
                .isEqualTo("None");
        ObjectNode without = Rulestacks.withRules("edge", 0);
        assertSucceeded(cloudFormation.update(model, without));
        assertThat(rulestack().at("/Running/Entry/Profiles/AntiVirusProfile").asText())
                .isEqualTo("BestPractice");
        assertThat(rulestack().at("/Running/Entry/Profiles/URLFilteringProfile").asText())
                .isEqualTo("None");
    }

    @ParameterizedTest
    @CsvSource({"custom", "Custom", "CUSTOM"})
    void aCustomProfileIsShownInOneSpelling(String asTheServiceHasIt) {
        ObjectNode model = Rulestacks.withRules("edge", 0);
        model.withObject("/RuleStack/Profiles").put("FileBlockingProfile", "Custom");
        assertSucceeded(cloudFormation.create(model));
        cloudFormation
                .service()
                .console()
                .putRulestack(
                        Driver.REGION,
                        "edge",
                        json("{\"Scope\":\"Local\",\"Profiles\":{\"FileBlockingProfile\":\"" + asTheServiceHasIt
                                + "\"}}"));
        assertThat(cloudFormation
                        .read(model)
                        .model()
                        .at("/RuleStack/Profiles/FileBlockingProfile")
                        .asText())
                .isEqualTo("Custom");
    }

    private JsonNode rulestack() {
        return cloudFormation.service().tenant().path("Rulestacks").path(0);
    }

    private static void assertSucceeded(Result result) {
        assertThat(result.message()).isNull();
        assertThat(result.succeeded()).isTrue();
    }
}
