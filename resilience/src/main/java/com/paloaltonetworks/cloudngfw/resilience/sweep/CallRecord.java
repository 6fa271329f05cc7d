package com.paloaltonetworks.cloudngfw.resilience.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The calls that an operation makes, in their order. */
final class CallRecord {

    private final List<Point> points = new ArrayList<>();
    private final Set<String> endpoints = new HashSet<>();
    private int lastInvocation;

    Point add(Invocation invocation, String name) {
        boolean opens = lastInvocation != invocation.getNumber();
        lastInvocation = Math.max(lastInvocation, invocation.getNumber());
        Point point = new Point(
                points.size() + 1,
                invocation.getNumber(),
                name,
                invocation.occurrence(name),
                opens,
                endpoints.add(name));
        points.add(point);
        return point;
    }

    List<Point> points() {
        return points;
    }
}
