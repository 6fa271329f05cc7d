package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I2 is broken by a write of an entry that is not the resource's, and by a revert. */
class OwnEntriesOnlyTest {

    private static final Change RULE_1 = Prepared.change(RULE, CHANGED);
    private static final Change KEPT = Prepared.change(Models.rulestack("kept-1"), Models.changedRulestack("kept-1"));
    private static final Change FIREWALL = Prepared.create(Models.firewall("fw-1", "edge-0"));

    @ParameterizedTest(name = "{0}: {1} {2} of {3} is allowed: {4}")
    @CsvSource({
        "rule-1, PUT,    /v1/config/rulestacks/edge-0/rulelists/LocalRule/priorities/10, rule-1, true",
        "rule-1, DELETE, /v1/config/rulestacks/edge-0/rulelists/LocalRule/priorities/10, '', true",
        "rule-1, POST,   /v1/config/rulestacks/edge-0/rulelists/LocalRule, rule-1--parked, true",
        "rule-1, POST,   /v1/config/rulestacks/edge-0/commit, '', true",
        "rule-1, GET,    /v1/config/rulestacks/edge-0/rulelists/LocalRule/priorities/1, '', true",
        "rule-1, PUT,    /v1/config/rulestacks/edge-0/rulelists/LocalRule/priorities/1, rule-1, false",
        "rule-1, DELETE, /v1/config/rulestacks/edge-0/rulelists/LocalRule/priorities/1, '', false",
        "rule-1, POST,   /v1/config/rulestacks/edge-0/rulelists/LocalRule, rule-10, false",
        "rule-1, POST,   /v1/config/rulestacks/kept-1/rulelists/LocalRule, rule-1, false",
        "rule-1, POST,   /v1/config/rulestacks/edge-0/revert, '', false",
        "rule-1, DELETE, /v1/config/rulestacks/edge-0/prefixlists/console-list, '', false",
        "kept-1, PUT,    /v1/config/rulestacks/kept-1, '', true",
        "kept-1, DELETE, /v1/config/rulestacks/kept-1/prefixlists/lab, '', true",
        "kept-1, PUT,    /v1/config/rulestacks/kept-1/rulelists/LocalRule/priorities/500, inner, true",
        "kept-1, DELETE, /v1/config/rulestacks/kept-1/prefixlists/console-list, '', false",
        "kept-1, DELETE, /v1/config/rulestacks/kept-1/rulelists/LocalRule/priorities/1, '', false",
        "kept-1, POST,   /v1/config/rulestacks/kept-1/revert, '', false",
        "kept-1, DELETE, /v1/config/rulestacks/kept-10, '', false",
        "fw-1,   DELETE, /v1/config/ngfirewalls/fw-1, '', true",
        "fw-1,   PUT,    /v1/config/ngfirewalls/fw-1/rulestack, '', true",
        "fw-1,   DELETE, /v1/config/ngfirewalls/fw-10, '', false",
        "fw-1,   DELETE, /v1/config/rulestacks/edge-0, '', false",
    })
    void onlyOwnEntriesAreWritten(String who, String method, String path, String rule, boolean allowed) {
        Prepared prepared = new Prepared(Set.of(), RULE_1, KEPT, FIREWALL);
        Change change = prepared.scene().scenario().changes().stream()
                .filter(each -> each.id().equals(who))
                .findFirst()
                .orElseThrow();
        ObjectNode body = Prepared.object();
        if (!rule.isEmpty()) {
            body.putObject("RuleEntry").put("RuleName", rule);
        }
        new OwnEntriesOnly(prepared.scene()).arrives(Prepared.call(method, path, body), prepared.delivery(change));
        assertThat(prepared.broken().isEmpty()).isEqualTo(allowed);
    }
}
