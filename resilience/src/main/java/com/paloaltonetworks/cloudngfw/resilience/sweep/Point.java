package com.paloaltonetworks.cloudngfw.resilience.sweep;

/**
 * A call of the service in the course of an operation without faults, named so that another run finds it again.
 *
 * @param number its place in the order of all calls, from 1
 * @param invocation in which invocation of the handler it was made, from 1
 * @param call method and path, or {@code STS AssumeRole}
 * @param occurrence how often the invocation had made that call before
 * @param opensInvocation whether it is the invocation's first call
 * @param opensEndpoint whether it is the operation's first call of that name
 */
record Point(int number, int invocation, String call, int occurrence, boolean opensInvocation, boolean opensEndpoint) {

    boolean isWrite() {
        return !call.startsWith("GET ") && !call.startsWith("STS ");
    }

    /** Of STS or of the service: the sign-in that other calls need. */
    boolean asksForKeys() {
        return call.startsWith("STS ") || call.contains("/mgmt/tokens/");
    }

    static boolean isCommit(String call) {
        return call.startsWith("POST ") && call.endsWith("/commit");
    }

    boolean isSame(int ofInvocation, String name, int after) {
        return invocation == ofInvocation && call.equals(name) && occurrence == after;
    }
}
