package com.paloaltonetworks.cloudngfw.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some of an endless supply of names: those listed, or all but those listed.
 *
 * @param listed the names
 * @param others whether it is the names that are not listed
 */
record Names(Set<String> listed, boolean others) implements Extent {

    Names {
        listed = Set.copyOf(listed);
    }

    static Names of(Collection<String> names) {
        return new Names(Set.copyOf(names), false);
    }

    static Names of(String name) {
        return new Names(Set.of(name), false);
    }

    @Override
    public Names and(Extent other) {
        Names that = (Names) other;
        if (others) {
            return that.others ? new Names(union(that), true) : new Names(that.without(this), false);
        }
        return new Names(that.others ? without(that) : shared(that), false);
    }

    @Override
    public boolean meets(Extent other) {
        Names that = (Names) other;
        if (others) {
            return that.others || !listed.containsAll(that.listed);
        }
        return that.others ? !that.listed.containsAll(listed) : !Collections.disjoint(listed, that.listed);
    }

    @Override
    public Names complement() {
        return new Names(listed, !others);
    }

    @Override
    public boolean isEmpty() {
        return !others && listed.isEmpty();
    }

    @Override
    public boolean isWhole() {
        return others && listed.isEmpty();
    }

    private Set<String> union(Names that) {
        Set<String> union = new TreeSet<>(listed);
        union.addAll(that.listed);
        return union;
    }

    private Set<String> without(Names that) {
        Set<String> rest = new TreeSet<>(listed);
        rest.removeAll(that.listed);
        return rest;
    }

    private Set<String> shared(Names that) {
        Set<String> shared = new TreeSet<>(listed);
        shared.retainAll(that.listed);
        return shared;
    }
}
