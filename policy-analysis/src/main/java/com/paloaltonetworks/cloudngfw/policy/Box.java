package com.paloaltonetworks.cloudngfw.policy;

import com.paloaltonetworks.cloudngfw.policy.Axis.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The traffic that lies within an extent on each axis; never empty. Axes without a limit are open. */
final class Box {

    static final Box WHOLE = new Box(new TreeMap<>());

    private final SortedMap<Axis, Extent> limits;

    private Box(SortedMap<Axis, Extent> limits) {
        this.limits = Collections.unmodifiableSortedMap(limits);
    }

    /** @param extent not empty */
    static Box of(Axis axis, Extent extent) {
        return WHOLE.with(axis, extent);
    }

    /** What lies inside something that only has a name. */
    static Box inside(Axis named) {
        return of(named, Names.of(named.name()));
    }

    Optional<Box> and(Box other) {
        if (isDisjointFrom(other)) {
            return Optional.empty();
        }
        SortedMap<Axis, Extent> both = new TreeMap<>(limits);
        other.limits.forEach((axis, extent) -> both.merge(axis, extent, Extent::and));
        return Optional.of(new Box(both));
    }

    boolean isDisjointFrom(Box other) {
        for (Map.Entry<Axis, Extent> limit : other.limits.entrySet()) {
            Extent mine = limits.get(limit.getKey());
            if (mine != null && !mine.meets(limit.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** What of a box that is not disjoint lies outside the other, in boxes that do not overlap. */
    List<Box> minus(Box other) {
        List<Box> pieces = new ArrayList<>();
        Box inner = this;
        for (Map.Entry<Axis, Extent> limit : other.limits.entrySet()) {
            Axis axis = limit.getKey();
            Extent outside = inner.within(axis, limit.getValue().complement());
            if (!outside.isEmpty()) {
                pieces.add(inner.with(axis, outside));
            }
            inner = inner.with(axis, inner.within(axis, limit.getValue()));
        }
        return pieces;
    }

    /** The boxes, not overlapping, of everything outside this one. */
    List<Box> complement() {
        return WHOLE.minus(this);
    }

    /**
     * Whether traffic lies in the box whatever its names stand for. Each name alone is taken to stand for something, and all
     * together not for everything; how names, countries and addresses lie to each other is open.
     */
    boolean isSurelyInhabited() {
        return Arrays.stream(Part.values()).allMatch(this::isSurelyInhabited);
    }

    private boolean isSurelyInhabited(Part part) {
        List<Axis> axes =
                limits.keySet().stream().filter(axis -> axis.part() == part).toList();
        boolean doubtless = axes.stream().noneMatch(axis -> axis.kind().isOpaque());
        boolean onlyOutside = axes.stream()
                .allMatch(axis -> axis.kind().isOpaque() && limits.get(axis) instanceof Names names && names.others());
        return doubtless || onlyOutside || axes.size() == 1;
    }

    /** The axes with a limit whose meaning is not known. */
    Stream<Axis> doubts() {
        return limits.keySet().stream()
                .filter(axis -> axis.kind().isOpaque())
                .filter(axis -> !isSurelyInhabited(axis.part()));
    }

    private Extent within(Axis axis, Extent extent) {
        Extent mine = limits.get(axis);
        return mine == null ? extent : mine.and(extent);
    }

    private Box with(Axis axis, Extent extent) {
        SortedMap<Axis, Extent> changed = new TreeMap<>(limits);
        if (extent.isWhole()) {
            changed.remove(axis);
        } else {
            changed.put(axis, extent);
        }
        return new Box(changed);
    }

    @Override
    public String toString() {
        return limits.toString();
    }
}
