package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.ObjectKind;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.Profiles;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.content.TagChange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the model of a whole rulestack, other owners' entries included, from its candidate: that is what the next commit
 * brings into force, whoever starts it, so an edit in the vendor's console is drift before it is committed.
 */
final class RulestackReader {

    private final Operation<ResourceModel> op;
    private final RulestackApi rulestack;

    RulestackReader(Operation<ResourceModel> op, RulestackApi rulestack) {
        this.op = op;
        this.rulestack = rulestack;
    }

    ResourceModel read() {
        Survey survey = Survey.of(op.platform(), rulestack);
        if (survey.head().ruleStackCandidate() == null) {
            throw new NgfwException(
                    NgfwException.Kind.NOT_FOUND,
                    "Rulestack " + rulestack.name() + " is deleted, though not yet committed");
        }
        Content content = new ContentReader(op, rulestack)
                .read(survey, whatCounts(survey.head()))
                .candidate();
        return ResourceModel.builder()
                .ruleStackName(rulestack.name())
                .ruleStack(ContentMapper.toModel(content.entry()))
                .ruleList(rules(content))
                .securityObjects(objects(content))
                .customSecurityProfiles(fileTypes(content))
                .tags(tags())
                .ruleStackState(survey.head().ruleStackState())
                .ruleStackCandidate(ContentMapper.toModel(survey.head().ruleStackCandidate()))
                .ruleStackRunning(ContentMapper.toModel(survey.head().ruleStackRunning()))
                .build();
    }

    /** Every file type has an entry of its own, some fifty; they mean something under a custom profile only. */
    private static Selection whatCounts(Rulestack head) {
        boolean custom = Optional.ofNullable(head.ruleStackCandidate().profiles())
                .map(Profiles::fileBlockingProfile)
                .filter("custom"::equalsIgnoreCase)
                .isPresent();
        return custom ? Selection.ALL : Selection.ALL_BUT_FILE_TYPES;
    }

    private static @Nullable List<Rule> rules(Content content) {
        return orNull(content.rules().entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Slot, ?> rule) -> rule.getKey().list())
                        .thenComparing(rule -> rule.getKey().priority()))
                .map(rule -> ContentMapper.toModel(rule.getKey(), rule.getValue()))
                .toList());
    }

    private static @Nullable SecurityObjects objects(Content content) {
        return content.objects().isEmpty()
                ? null
                : SecurityObjects.builder()
                        .prefixLists(objects(content, ObjectKind.PREFIX_LIST, PrefixList.class))
                        .fqdnLists(objects(content, ObjectKind.FQDN_LIST, FqdnList.class))
                        .customUrlCategories(objects(content, ObjectKind.CUSTOM_URL_CATEGORY, CustomUrlCategory.class))
                        .intelligentFeeds(objects(content, ObjectKind.INTELLIGENT_FEED, IntelligentFeed.class))
                        .certificateObjects(objects(content, ObjectKind.CERTIFICATE, CertObject.class))
                        .build();
    }

    private static <T> @Nullable List<T> objects(Content content, ObjectKind<?> kind, Class<T> model) {
        return orNull(content.objects().entrySet().stream()
                .filter(object -> object.getKey().kind().equals(kind))
                .sorted(Comparator.comparing(object -> object.getKey().name()))
                .map(object -> ContentMapper.toModel(object.getValue(), model))
                .toList());
    }

    /** Those that somebody wants. A single one is shown in the single form as well. */
    private static @Nullable CustomSecurityProfiles fileTypes(Content content) {
        List<FileBlocking> changed = content.fileTypes().values().stream()
                .filter(ServiceDefaults::isWanted)
                .sorted(Comparator.comparing(FileType::fileType))
                .map(ContentMapper::toModel)
                .toList();
        return changed.isEmpty()
                ? null
                : CustomSecurityProfiles.builder()
                        .fileBlocking(changed.size() == 1 ? changed.get(0) : null)
                        .fileTypes(changed)
                        .build();
    }

    private @Nullable List<Tag> tags() {
        return orNull(TagChange.shown(rulestack.tags()).stream()
                .map(tag -> Tag.builder().key(tag.key()).value(tag.value()).build())
                .toList());
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
