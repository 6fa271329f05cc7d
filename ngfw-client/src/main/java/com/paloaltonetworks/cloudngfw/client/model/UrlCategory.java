package com.paloaltonetworks.cloudngfw.client.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * The URL categories of a rule.
 *
 * @param urlCategoryNames predefined and custom categories
 * @param feeds intelligent feeds of type {@code URL_LIST}; some answers call them {@code IntelligentFeeds}
 */
@Builder(toBuilder = true)
public record UrlCategory(
        @JsonProperty("URLCategoryNames") @Nullable List<String> urlCategoryNames,
        @JsonAlias("IntelligentFeeds") @Nullable List<String> feeds) {}
