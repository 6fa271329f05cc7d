package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How much of one listing has come so far. A listing that goes on beyond these bounds does not end. */
final class PageCount {

    /** The largest rulestack that can be read has about a thousand entries. */
    private static final int MOST_PAGES = 101;

    private static final int MOST_ELEMENTS = 100_000;

    /** Ten times the longest that is known, and eight listings at a time still fit into the smallest Lambda function we set up. */
    static final int MOST_CHARACTERS = 5_000_000;

    /** Most of what an invocation has for its work; a page may take ten seconds. */
    static final Duration MOST_TIME = Duration.ofSeconds(20);

    private final String listing;
    private final InstantSource clock;
    private final Instant start;
    private int pages;
    private int elements;
    private int characters;

    /** @param listing the call, for a failure's words */
    PageCount(String listing, InstantSource clock) {
        this.listing = listing;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** One more page, before anything of it is kept. */
    void add(JsonNode page, int length) {
        pages++;
        elements += page.valueStream().mapToInt(JsonNode::size).sum();
        characters += length;
        if (characters > MOST_CHARACTERS) {
            throw endless();
        }
    }

    /** Before another page is asked for. */
    void requireFew() {
        if (pages >= MOST_PAGES || elements > MOST_ELEMENTS || clock.instant().isAfter(start.plus(MOST_TIME))) {
            throw endless();
        }
    }

    private NgfwException endless() {
        return new NgfwException(
                Kind.SERVICE,
                listing + ": the list does not end, after " + pages + " pages with " + elements + " elements and "
                        + characters + " characters in "
                        + Duration.between(start, clock.instant()).toSeconds() + " seconds");
    }
}
