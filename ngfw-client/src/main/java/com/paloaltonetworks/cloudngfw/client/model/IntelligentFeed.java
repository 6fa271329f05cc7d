package com.paloaltonetworks.cloudngfw.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * A list of addresses or URLs that the service fetches again and again.
 *
 * @param feedUrl where from, http or https
 * @param type {@code IP_LIST} for sources and destinations, {@code URL_LIST} for URL categories
 * @param frequency {@code HOURLY} or {@code DAILY}
 * @param time hour of the day, 0 to 23; means something for {@code DAILY} only
 * @param certificate name of a certificate object to trust the server by
 */
@Builder(toBuilder = true)
public record IntelligentFeed(
        String name,
        @Nullable String description,
        @JsonProperty("FeedURL") @Nullable String feedUrl,
        @Nullable String type,
        @Nullable String frequency,
        @Nullable Integer time,
        @Nullable String certificate,
        @Nullable String auditComment,
        @Nullable String updateToken)
        implements RulestackObject {}
