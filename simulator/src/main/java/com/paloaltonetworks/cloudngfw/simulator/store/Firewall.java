package com.paloaltonetworks.cloudngfw.simulator.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/** One firewall of API version 1. */
@Getter
@Setter
@NoArgsConstructor(access = AccessLevel.PRIVATE)
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public final class Firewall {
    private String region = "";
    private String name = "";
    private String accountId = "";
    /** The resource in the API's field names, without tags; replaced, never changed in place. */
    private ObjectNode resource = JsonNodeFactory.instance.objectNode();

    private Map<String, String> tags = new LinkedHashMap<>();
    private ObjectNode logProfile = JsonNodeFactory.instance.objectNode();
    private String status = "";
    private @Nullable String failureReason;
    private @Nullable Transition transition;
    private @Nullable Push localPush;
    private @Nullable Push globalPush;
    /** When the link is done, if there is one. */
    private @Nullable Instant linkedAt;

    public Firewall(String region, String name, String accountId, ObjectNode resource) {
        this.region = region;
        this.name = name;
        this.accountId = accountId;
        this.resource = resource;
    }

    /** The local or the global rulestack associated, or null. */
    public @Nullable String rulestack(boolean global) {
        return resource.path(global ? "GlobalRuleStackName" : "RuleStackName").textValue();
    }

    public @Nullable Push push(boolean global) {
        return global ? globalPush : localPush;
    }

    public void setPush(boolean global, @Nullable Push push) {
        if (global) {
            globalPush = push;
        } else {
            localPush = push;
        }
    }
}
