package com.paloaltonetworks.cloudngfw.rulestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePlanTest {

    /** Rules as {@code name@priority}. */
    @ParameterizedTest(name = "{0} to {1} takes {2} writes")
    @CsvSource({
        "a@1 b@2,           a@1 b@2,        0",
        "a@1,               b@1,            1",
        "a@1 b@2,           a@1,            1",
        "a@1,               a@1 b@2,        1",
        "a@1,               a@2,            2",
        "a@1 b@2,           b@1 a@2,        4",
        "a@1 b@2 c@3,       b@1 c@2 a@3,    5",
        "a@1 b@2 c@3,       a@2 b@3 c@4,    4",
        "a@1 b@2 c@3 d@4,   b@1 a@2 d@3 c@4, 8",
    })
    void theFewestWritesAreMade(String before, String after, int writes) {
        assertThat(plan(rules(before), rules(after)).stages().stream()
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo(writes);
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void noRuleIsEverMissingWhateverTheOrderWithinAStage(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Map<Slot, RuleEntry> before = random(random);
            Map<Slot, RuleEntry> after = random(random);
            Map<Slot, RuleEntry> candidate = new HashMap<>(before);
            Set<String> lasting = names(before);
            lasting.retainAll(names(after));
            for (List<RulePlan.Write> stage : plan(before, after).stages()) {
                List<RulePlan.Write> shuffled = new ArrayList<>(stage);
                Collections.shuffle(shuffled, random);
                for (RulePlan.Write write : shuffled) {
                    assertThat(candidate.containsKey(write.slot())).isEqualTo(write.occupied());
                    apply(write, candidate);
                    assertThat(names(candidate))
                            .as("seed %d round %d", seed, round)
                            .containsAll(lasting);
                }
            }
            assertThat(candidate).as("seed %d round %d", seed, round).isEqualTo(after);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"11", "12", "13", "14"})
    void aPlanBrokenOffAnywhereIsFinishedByTheNext(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Map<Slot, RuleEntry> after = random(random);
            Map<Slot, RuleEntry> candidate = new HashMap<>(random(random));
            Set<String> lasting = names(candidate);
            lasting.retainAll(names(after));
            for (int attempt = 0; attempt < 10; attempt++) {
                int writes = attempt == 9 ? Integer.MAX_VALUE : random.nextInt(4);
                for (List<RulePlan.Write> stage : plan(candidate, after).stages()) {
                    for (RulePlan.Write write : stage) {
                        if (writes-- > 0) {
                            apply(write, candidate);
                            assertThat(names(candidate))
                                    .as("seed %d round %d", seed, round)
                                    .containsAll(lasting);
                        }
                    }
                }
            }
            assertThat(candidate).as("seed %d round %d", seed, round).isEqualTo(after);
        }
    }

    private static RulePlan plan(Map<Slot, RuleEntry> before, Map<Slot, RuleEntry> after) {
        return new RulePlan(after, before, before.keySet());
    }

    private static void apply(RulePlan.Write write, Map<Slot, RuleEntry> candidate) {
        if (write.entry() == null) {
            candidate.remove(write.slot());
        } else {
            candidate.put(write.slot(), write.entry());
        }
    }

    private static Set<String> names(Map<Slot, RuleEntry> rules) {
        return rules.values().stream().map(RuleEntry::ruleName).collect(Collectors.toSet());
    }

    private static Map<Slot, RuleEntry> random(Random random) {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
        Collections.shuffle(names, random);
        List<Integer> priorities = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
        Collections.shuffle(priorities, random);
        Map<Slot, RuleEntry> rules = new HashMap<>();
        for (int index = 0; index < random.nextInt(names.size() + 1); index++) {
            rules.put(new Slot(RuleList.LOCAL_RULE, priorities.get(index)), entry(names.get(index)));
        }
        return rules;
    }

    private static Map<Slot, RuleEntry> rules(String text) {
        Map<Slot, RuleEntry> rules = new HashMap<>();
        for (String rule : text.strip().split(" +", -1)) {
            String[] parts = rule.split("@", -1);
            rules.put(new Slot(RuleList.LOCAL_RULE, Integer.parseInt(parts[1])), entry(parts[0]));
        }
        return rules;
    }

    private static RuleEntry entry(String name) {
        return RuleEntry.builder().ruleName(name).build();
    }
}
