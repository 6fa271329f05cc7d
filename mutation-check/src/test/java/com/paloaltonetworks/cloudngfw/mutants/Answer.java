package com.paloaltonetworks.cloudngfw.mutants;

/** A product to make mutants of. */
final class Answer {

    private Answer() {}

    static int known() {
        return 42;
    }

    static int unasked() {
        return 7;
    }
}
