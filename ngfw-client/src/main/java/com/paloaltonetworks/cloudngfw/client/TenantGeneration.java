package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;

/** V1 tenants address firewalls by name, V2 tenants (since mid 2025) by id; rulestacks are the same on both. */
public enum TenantGeneration {
    V1,
    V2;

    /**
     * What a token's claim says; the signature is the service's business. Guess: a token that does not say is of an older
     * tenant, because the claim came with V2.
     */
    static TenantGeneration of(Token token) {
        return claims(token).path("tenant_version").asText("").equalsIgnoreCase("V2") ? V2 : V1;
    }

    private static JsonNode claims(Token token) {
        String[] parts = token.id().split("\\.", -1);
        try {
            return Json.mapper().readTree(Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : ""));
        } catch (IOException | IllegalArgumentException e) {
            return Json.mapper().missingNode();
        }
    }
}
