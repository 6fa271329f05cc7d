package com.paloaltonetworks.cloudngfw.resilience.sweep;

/** One fault at one call. */
record Disturbance(Fault fault, Point point) {

    @Override
    public String toString() {
        return "call " + point.number() + ", " + fault;
    }
}
