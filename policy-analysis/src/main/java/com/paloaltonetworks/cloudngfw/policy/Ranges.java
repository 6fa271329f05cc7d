package com.paloaltonetworks.cloudngfw.policy;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Some of the whole numbers from zero to a last one.
 *
 * @param last the axis' last number
 * @param ranges ascending, neither empty nor touching one another
 */
record Ranges(BigInteger last, List<Range> ranges) implements Extent {

    /** All numbers from first to last; none when they are the wrong way round. */
    record Range(BigInteger first, BigInteger last) {

        boolean isEmpty() {
            return first.compareTo(last) > 0;
        }

        Range and(Range other) {
            return new Range(first.max(other.first), last.min(other.last));
        }
    }

    /** The union of ranges in any order; they may overlap. */
    static Ranges of(BigInteger last, Collection<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        List<Range> sorted = ranges.stream()
                .filter(range -> !range.isEmpty())
                .sorted(Comparator.comparing(Range::first))
                .toList();
        for (Range range : sorted) {
            Range before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before == null || before.last().add(ONE).compareTo(range.first()) < 0) {
                joined.add(range);
            } else {
                joined.set(
                        joined.size() - 1,
                        new Range(before.first(), before.last().max(range.last())));
            }
        }
        return new Ranges(last, List.copyOf(joined));
    }

    @Override
    public Ranges and(Extent other) {
        List<Range> those = ((Ranges) other).ranges;
        List<Range> shared = new ArrayList<>();
        for (int i = 0, j = 0; i < ranges.size() && j < those.size(); ) {
            Range mine = ranges.get(i);
            Range theirs = those.get(j);
            Range both = mine.and(theirs);
            if (!both.isEmpty()) {
                shared.add(both);
            }
            if (mine.last().compareTo(theirs.last()) < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new Ranges(last, List.copyOf(shared));
    }

    @Override
    public boolean meets(Extent other) {
        List<Range> those = ((Ranges) other).ranges;
        for (int i = 0, j = 0; i < ranges.size() && j < those.size(); ) {
            if (ranges.get(i).last().compareTo(those.get(j).first()) < 0) {
                i++;
            } else if (those.get(j).last().compareTo(ranges.get(i).first()) < 0) {
                j++;
            } else {
                return true;
            }
        }
        return false;
    }

    @Override
    public Ranges complement() {
        List<Range> gaps = new ArrayList<>();
        BigInteger next = ZERO;
        for (Range range : ranges) {
            gaps.add(new Range(next, range.first().subtract(ONE)));
            next = range.last().add(ONE);
        }
        gaps.add(new Range(next, last));
        return new Ranges(last, gaps.stream().filter(gap -> !gap.isEmpty()).toList());
    }

    @Override
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    @Override
    public boolean isWhole() {
        return complement().isEmpty();
    }
}
