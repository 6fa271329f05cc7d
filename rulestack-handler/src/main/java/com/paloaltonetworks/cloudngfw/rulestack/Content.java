package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;
import java.util.Map;
import lombok.Builder;

/**
 * What a rulestack holds in one view, or should hold.
 *
 * @param fileTypes by file type
 */
@Builder(toBuilder = true)
record Content(
        RulestackEntry entry,
        Map<ObjectKey, RulestackObject> objects,
        Map<String, FileType> fileTypes,
        Map<Slot, RuleEntry> rules) {}
