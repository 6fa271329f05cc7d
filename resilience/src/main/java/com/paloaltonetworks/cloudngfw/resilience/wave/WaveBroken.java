package com.paloaltonetworks.cloudngfw.resilience.wave;

/** Tells of a broken invariant: the seed, the line that replays it, its smallest form and what happened there. */
public final class WaveBroken extends AssertionError {

    private static final long serialVersionUID = 1;

    WaveBroken(String story) {
        super(story);
    }
}
