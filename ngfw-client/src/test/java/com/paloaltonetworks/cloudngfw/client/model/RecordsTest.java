package com.paloaltonetworks.cloudngfw.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

    /** Whoever compares these counts on all their members. */
    private static final Set<Class<?>> WHOLE = Set.of(Tag.class, LogDestinationConfig.class);

    @ParameterizedTest
    @ValueSource(
            classes = {
                Attachment.class,
                CategoryAction.class,
                CertificateObject.class,
                CommitInfo.class,
                CustomUrlCategory.class,
                FileType.class,
                Firewall.class,
                FirewallStatus.class,
                FqdnList.class,
                IntelligentFeed.class,
                LogDestinationConfig.class,
                LogProfile.class,
                PrefixList.class,
                Profiles.class,
                RuleDestination.class,
                RuleEntry.class,
                RuleSource.class,
                RulestackEntry.class,
                SubnetMapping.class,
                Tag.class,
                UrlCategory.class,
            })
    void whatIsWrittenIsReadBackAndNullsAreNotSent(Class<?> type) throws ReflectiveOperationException {
        Object full = full(type);
        JsonNode json = Json.mapper().valueToTree(full);
        assertThat(json.properties())
                .hasSize(type.getRecordComponents().length)
                .allSatisfy(member -> assertThat(member.getKey().charAt(0)).isUpperCase());
        assertThat((Object) Json.mapper().convertValue(json, type)).isEqualTo(full);
        if (WHOLE.contains(type)) {
            assertThatThrownBy(() -> Json.mapper().convertValue(Json.mapper().createObjectNode(), type))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }

        Object empty = made(type, new Object[type.getRecordComponents().length]);
        assertThat(Json.mapper().valueToTree(empty).toString()).isEqualTo("{}");
        assertThat((Object) Json.mapper().convertValue(Json.mapper().createObjectNode(), type))
                .isEqualTo(empty);
    }

    /** From the vendor's own documents and tools. */
    @Test
    void namesThatNoRuleMakesAreSpeltOut() {
        assertThat(namesOf(Profiles.builder()
                        .urlFilteringProfile("x")
                        .outboundUntrustCertificate("x")
                        .build()))
                .containsExactly("OutboundUntrustCertificate", "URLFilteringProfile");
        assertThat(namesOf(UrlCategory.builder()
                        .urlCategoryNames(List.of())
                        .feeds(List.of())
                        .build()))
                .containsExactly("Feeds", "URLCategoryNames");
        assertThat(namesOf(CustomUrlCategory.builder().urlTargets(List.of()).build()))
                .containsExactly("URLTargets");
        assertThat(namesOf(IntelligentFeed.builder().feedUrl("x").build())).containsExactly("FeedURL");
        assertThat(namesOf(CommitInfo.builder().commitTs("x").build())).containsExactly("CommitTS");
        assertThat(namesOf(RulestackEntry.builder()
                        .lookupXForwardedFor("x")
                        .minAppIdVersion("x")
                        .build()))
                .containsExactly("LookupXForwardedFor", "MinAppIdVersion");
        assertThat(namesOf(Firewall.builder()
                        .multiVpcEnable(true)
                        .automaticUpgradeAppIdVersion(true)
                        .globalRuleStackName("x")
                        .build()))
                .containsExactly("AutomaticUpgradeAppIdVersion", "GlobalRuleStackName", "MultiVpcEnable");
        assertThat(namesOf(LogProfile.builder()
                        .cloudWatchMetricNamespace("x")
                        .cloudWatchMetricsFields(List.of())
                        .build()))
                .containsExactly("CloudWatchMetricNamespace", "CloudWatchMetricsFields");
        assertThat(namesOf(RuleEntry.builder().protPortList(List.of()).build())).containsExactly("ProtPortList");
    }

    private static NavigableSet<String> namesOf(Object value) {
        NavigableSet<String> names = new TreeSet<>();
        Json.mapper().valueToTree(value).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Object full(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = valueOf(components[i].getGenericType(), components[i].getName());
        }
        return made(type, values);
    }

    private static Object valueOf(Type type, String name) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            return List.of(valueOf(list.getActualTypeArguments()[0], name));
        }
        if (type == Boolean.class) {
            return true;
        }
        if (type == Integer.class) {
            return 3;
        }
        return type == String.class ? name : full((Class<?>) type);
    }

    private static Object made(Class<?> type, Object[] values) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }
}
