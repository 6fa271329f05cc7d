package com.paloaltonetworks.cloudngfw.resilience.wave;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.wave.Act.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterleavingsTest {

    @Test
    void actsThatDisturbEachOtherComeInEveryOrder() {
        assertThat(orders(List.of(Kind.WRITE, Kind.WRITE), List.of(Kind.WRITE, Kind.WRITE)))
                .hasSize(6);
    }

    @Test
    void readsOfTwoComeInOne() {
        assertThat(orders(List.of(Kind.READ, Kind.READ_STATUS), List.of(Kind.READ, Kind.READ)))
                .hasSize(1);
    }

    @Test
    void aWriteComesBeforeBetweenAndAfterTheReadsOfAnother() {
        assertThat(orders(List.of(Kind.WRITE), List.of(Kind.READ, Kind.READ_STATUS, Kind.READ)))
                .hasSize(3);
    }

    @Test
    void writesToDifferentPartsCommute() {
        Act rules = new Act("a", Kind.WRITE, "rulelists/LocalRule", "");
        assertThat(rules.commutesWith(new Act("b", Kind.WRITE, "prefixlists", "")))
                .isTrue();
        assertThat(rules.commutesWith(new Act("b", Kind.WRITE, "rulelists/LocalRule", "")))
                .isFalse();
        assertThat(rules.commutesWith(new Act("b", Kind.WRITE, Act.ALL, ""))).isFalse();
        assertThat(rules.commutesWith(new Act("b", Kind.START_COMMIT, Act.ALL, "")))
                .isFalse();
    }

    @Test
    void whatFollowsAStateThatWasMetBeforeIsNotTriedAgain() {
        Interleavings interleavings = new Interleavings();
        Act one = new Act("a", Kind.WRITE, Act.ALL, "");
        Act other = new Act("b", Kind.WRITE, Act.ALL, "");
        assertThat(interleavings.choose(List.of(one, other), () -> "at the start"))
                .isEqualTo(one);
        assertThat(interleavings.choose(List.of(other), () -> "in the middle")).isEqualTo(other);
        assertThat(interleavings.next()).isTrue();
        assertThat(interleavings.choose(List.of(one, other), () -> "at the start"))
                .isEqualTo(other);
        interleavings.choose(List.of(one), () -> "in the middle");
        assertThat(interleavings.isKnown()).isTrue();
        assertThat(interleavings.next()).isFalse();
    }

    /** Every order of two that each do one act after the other. */
    private static Set<List<Act>> orders(List<Kind> ones, List<Kind> others) {
        Interleavings interleavings = new Interleavings();
        Set<List<Act>> orders = new HashSet<>();
        boolean more = true;
        while (more) {
            List<Act> order =
                    order(interleavings, new ArrayList<>(acts("a", ones)), new ArrayList<>(acts("b", others)));
            if (!interleavings.isKnown()) {
                orders.add(order);
            }
            more = interleavings.next();
        }
        return orders;
    }

    private static List<Act> acts(String who, List<Kind> kinds) {
        List<Act> acts = new ArrayList<>();
        kinds.forEach(kind -> acts.add(new Act(who, kind, Act.ALL, String.valueOf(acts.size()))));
        return acts;
    }

    private static List<Act> order(Interleavings interleavings, List<Act> ones, List<Act> others) {
        List<Act> order = new ArrayList<>();
        while (!ones.isEmpty() || !others.isEmpty()) {
            List<Act> open = Stream.of(ones, others)
                    .filter(left -> !left.isEmpty())
                    .map(left -> left.get(0))
                    .toList();
            Act next = interleavings.choose(open, order::toString);
            (ones.contains(next) ? ones : others).remove(next);
            order.add(next);
        }
        return order;
    }
}
