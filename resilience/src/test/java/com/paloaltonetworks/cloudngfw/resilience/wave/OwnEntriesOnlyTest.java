package com.paloaltonetworks.cloudngfw.resilience.wave;

import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.CHANGED;
import static com.paloaltonetworks.cloudngfw.resilience.wave.Prepared.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I2 is broken by a write of an entry that is not the resource's, and by a revert. */
class OwnEntriesOnlyTest {

    private static final String LIST = "/v1/config/rulestacks/edge-0/rulelists/LocalRule";
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
        ObjectNode body = rule.isEmpty() ? Prepared.object() : named(rule);
        new OwnEntriesOnly(prepared.scene(), prepared.operator())
                .arrives(Prepared.call(method, path, body), prepared.delivery(change));
        assertThat(prepared.broken().isEmpty()).isEqualTo(allowed);
    }

    @Test
    void whatARevertPutsToAPlaceIsNotKnownBeforeTheNextAnswer() {
        Prepared prepared = new Prepared(Set.of(Knob.OPERATOR), RULE_1);
        OwnEntriesOnly invariant = new OwnEntriesOnly(prepared.scene(), prepared.operator());
        Delivery delivery = prepared.delivery(RULE_1);
        Call look = Prepared.call("GET", LIST);
        Call overwrite = Prepared.call("DELETE", LIST + "/priorities/" + Ground.FOREIGN_PLACE);
        Call rename = Prepared.call("POST", LIST, named("rule-10"));
        invariant.answered(look, Prepared.answer("{}"), delivery);
        prepared.letPass(Duration.ofSeconds(1));
        prepared.operator().revert(Prepared.EDGE);
        invariant.arrives(overwrite, delivery);
        assertThat(prepared.broken()).isEmpty();
        invariant.arrives(rename, delivery);
        assertThat(prepared.broken()).hasSize(1);
        prepared.letPass(Duration.ofSeconds(1));
        invariant.answered(look, Prepared.answer("{}"), delivery);
        invariant.arrives(overwrite, delivery);
        assertThat(prepared.broken()).hasSize(2);
    }

    private static ObjectNode named(String rule) {
        ObjectNode body = Prepared.object();
        body.putObject("RuleEntry").put("RuleName", rule);
        return body;
    }
}
