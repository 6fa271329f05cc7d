package com.paloaltonetworks.cloudngfw.rulestack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Between the model of the schema and the records of the client. Their members have the same names, so Jackson does the most
 * of it; by hand is only how the parts are arranged.
 */
final class ContentMapper {

    /** The generated models carry their schema's names themselves. */
    private static final ObjectMapper MODELS = JsonMapper.builder().build();

    private ContentMapper() {}

    /** The content a model wants; of an absent model, none. */
    static Content toContent(@Nullable ResourceModel model) {
        Content content = new Content(
                RulestackEntry.builder().build(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        return model == null
                ? content
                : content.toBuilder()
                        .entry(entry(model))
                        .objects(objects(model.getSecurityObjects()))
                        .fileTypes(fileTypes(model.getCustomSecurityProfiles()))
                        .rules(rules(model.getRuleList()))
                        .build();
    }

    private static RulestackEntry entry(ResourceModel model) {
        RuleStack settings = model.getRuleStack();
        if (settings == null) {
            return RulestackEntry.builder().build();
        }
        ObjectNode tree = MODELS.valueToTree(settings);
        Canonical.tidy(tree);
        lowerCustom(tree);
        return Json.mapper().convertValue(tree, RulestackEntry.class);
    }

    /** The service says {@code custom}; the schema, after the vendor's published one, {@code Custom}. */
    private static void lowerCustom(ObjectNode settings) {
        if (settings.path("Profiles") instanceof ObjectNode profiles) {
            profiles.properties().stream()
                    .filter(profile -> profile.getValue().asText().equals("Custom"))
                    .forEach(profile -> profile.setValue(TextNode.valueOf("custom")));
        }
    }

    private static Map<Slot, RuleEntry> rules(@Nullable List<Rule> rules) {
        Map<Slot, RuleEntry> bySlot = new LinkedHashMap<>();
        each(rules)
                .forEach(rule -> listOf(rule.getRuleListType())
                        .filter(list -> rule.getPriority() != null)
                        .ifPresent(list -> bySlot.put(new Slot(list, rule.getPriority()), toEntry(rule))));
        return bySlot;
    }

    static RuleEntry toEntry(Rule rule) {
        RuleEntry entry = convert(rule, RuleEntry.class);
        boolean ports = entry.protPortList() != null && !entry.protPortList().isEmpty();
        return ports && "application-default".equals(entry.protocol())
                ? entry.toBuilder().protocol(null).build() // the service takes one or the other
                : entry;
    }

    static Optional<RuleList> listOf(@Nullable String name) {
        return Arrays.stream(RuleList.values())
                .filter(list -> list.wireName().equals(name))
                .findFirst();
    }

    private static Map<ObjectKey, RulestackObject> objects(@Nullable SecurityObjects objects) {
        Map<ObjectKey, RulestackObject> byKey = new LinkedHashMap<>();
        if (objects != null) {
            put(byKey, ObjectKind.CERTIFICATE, objects.getCertificateObjects());
            put(byKey, ObjectKind.INTELLIGENT_FEED, objects.getIntelligentFeeds());
            put(byKey, ObjectKind.PREFIX_LIST, objects.getPrefixLists());
            put(byKey, ObjectKind.FQDN_LIST, objects.getFqdnLists());
            put(byKey, ObjectKind.CUSTOM_URL_CATEGORY, objects.getCustomUrlCategories());
        }
        return byKey;
    }

    private static <T extends RulestackObject> void put(
            Map<ObjectKey, RulestackObject> byKey, ObjectKind<T> kind, @Nullable List<?> models) {
        each(models)
                .map(model -> convert(model, kind.type()))
                .forEach(object -> byKey.put(new ObjectKey(kind, object.name()), object));
    }

    private static Map<String, FileType> fileTypes(@Nullable CustomSecurityProfiles profiles) {
        Map<String, FileType> byType = new LinkedHashMap<>();
        if (profiles != null) {
            Stream.concat(Stream.ofNullable(profiles.getFileBlocking()), each(profiles.getFileTypes()))
                    .forEach(blocking -> byType.put(blocking.getFileType(), whole(convert(blocking, FileType.class))));
        }
        return byType;
    }

    /** The service wants action and direction in every update, though it documents presets for them. */
    private static FileType whole(FileType fileType) {
        return Json.mapper().convertValue(Canonical.completed(fileType), FileType.class);
    }

    /** The settings of a rulestack as the model shows them; null for an absent view. */
    static @Nullable RuleStack toModel(@Nullable RulestackEntry entry) {
        return entry == null ? null : shown(entry, RuleStack.class);
    }

    static Rule toModel(Slot slot, RuleEntry entry) {
        Rule rule = shown(entry, Rule.class);
        rule.setRuleListType(slot.list().wireName());
        rule.setPriority(slot.priority());
        return rule;
    }

    static <T> T toModel(RulestackObject object, Class<T> model) {
        return shown(object, model);
    }

    static FileBlocking toModel(FileType fileType) {
        return shown(fileType, FileBlocking.class);
    }

    private static <T> T convert(Object model, Class<T> dto) {
        ObjectNode tree = MODELS.valueToTree(model);
        Canonical.tidy(tree);
        return Json.mapper().convertValue(tree, dto);
    }

    private static <T> T shown(Object content, Class<T> model) {
        return Json.mapper().convertValue(Canonical.completed(content), model);
    }

    private static <T> Stream<T> each(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.<T>of()).stream();
    }
}
