package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The rulestacks of a tenant. */
public final class RulestacksApi {

    static final String PATH = "/v1/config/rulestacks";

    private final Api api;

    RulestacksApi(Api api) {
        this.api = api;
    }

    /**
     * One page of names.
     *
     * @param scope {@code Local}, {@code Global} or {@code All}
     * @param nextToken of the page before; null for the first
     * @param maxResults 1 to 1024
     */
    public NamePage list(String scope, @Nullable String nextToken, int maxResults) {
        JsonNode page = api.get(
                PATH,
                Params.bothViews()
                        .and("Uncommitted", true)
                        .and("Scope", scope)
                        .and("MaxResults", maxResults)
                        .and("NextToken", nextToken));
        return new NamePage(
                Api.elements(page, "RuleStackCandidate", String.class),
                Api.elements(page, "RuleStackRunning", String.class),
                Api.elements(page, "RuleStackUncommitted", Change.class),
                Api.nextToken(page, nextToken));
    }
}
