package com.paloaltonetworks.cloudngfw.simulator.service;

import static com.paloaltonetworks.cloudngfw.simulator.service.Field.flag;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.text;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.texts;
import static com.paloaltonetworks.cloudngfw.simulator.service.Field.whole;

import com.paloaltonetworks.cloudngfw.simulator.store.Section;
import lombok.Getter;

/** The objects of a rulestack that are made and removed by name; they differ in words only. */
@Getter
@SuppressWarnings("ImmutableEnumChecker") // what the constants hold is never changed
enum ObjectKind {
    PREFIX_LIST(
            new Words("prefix list", "prefixlists", "PrefixListEntry", "PrefixList", "PrefixList"),
            Section.PREFIX_LISTS,
            text("Name").need().length(1, 58).pattern(Shapes.NAME),
            Shape.of(
                    texts("PrefixList").need().check(Addresses::isPrefix, "must be an IP address or a CIDR"),
                    text("Description").max(512),
                    text("AuditComment").max(512),
                    text("UpdateToken"))),
    FQDN_LIST(
            new Words("FQDN list", "fqdnlists", "FqdnListEntry", "FqdnList", "FqdnList"),
            Section.FQDN_LISTS,
            text("Name").need().length(1, 58).pattern(Shapes.NAME),
            Shape.of(
                    texts("FqdnList")
                            .need()
                            .length(1, 255)
                            .pattern("^[a-zA-Z0-9._-]+$")
                            .check(ObjectKind::isHostName, "must have labels of 1 to 63 and 253 characters in all"),
                    text("Description").max(512),
                    text("AuditComment").max(512),
                    text("UpdateToken"))),
    FEED(
            new Words("intelligent feed", "feeds", "FeedEntry", "Feed", "Feed"),
            Section.INTELLIGENT_FEEDS,
            text("Name").need().length(1, 63).pattern(Shapes.NAME),
            Shape.of(
                    text("FeedURL").need().length(1, 255).pattern("^(http|https)://.+$"),
                    text("Type").need().oneOf("IP_LIST", "URL_LIST"),
                    text("Frequency").need().oneOf("HOURLY", "DAILY"),
                    whole("Time", 0, 23).preset(3),
                    text("Certificate"),
                    text("Description").max(512),
                    text("AuditComment").max(512),
                    text("UpdateToken"))),
    CERTIFICATE(
            new Words(
                    "certificate", "certificates", "CertificateObjectEntry", "CertificateObject", "CertificateObject"),
            Section.CERTIFICATES,
            text("Name").need().length(1, 63).pattern(Shapes.NAME),
            Shape.of(
                    text("CertificateSignerArn"),
                    flag("CertificateSelfSigned").preset(false),
                    text("Description").max(512),
                    text("AuditComment").max(512),
                    text("UpdateToken"))),
    CUSTOM_URL_CATEGORY(
            new Words("custom URL category", "urlcustomcategories", "CustomURLEntry", "URLCategory", "Categories"),
            Section.CUSTOM_URL_CATEGORIES,
            text("Name").need().length(1, 29).pattern("^[a-zA-Z][0-9a-zA-Z-]*$"),
            Shape.of(
                    texts("URLTargets").need().length(1, 255),
                    text("Action")
                            .oneOf("none", "allow", "alert", "block", "continue", "override")
                            .preset("none"),
                    text("Description").max(255),
                    text("AuditComment"),
                    text("UpdateToken")));

    /**
     * How the API calls a kind.
     *
     * @param spoken in error texts
     * @param path the collection's path segment
     * @param entryKey the key of the entry in answers to writes
     * @param readKey the key of a read, before {@code Candidate} and {@code Running}
     * @param listKey the key of a list, before {@code Candidate}, {@code Running} and {@code Uncommitted}
     */
    record Words(String spoken, String path, String entryKey, String readKey, String listKey) {}

    private final Words words;
    private final Section section;
    private final Field nameField;
    private final Shape shape;

    ObjectKind(Words words, Section section, Field nameField, Shape shape) {
        this.words = words;
        this.section = section;
        this.nameField = nameField;
        this.shape = shape;
    }

    /** The vendor's FQDN lists write this one key in lower case. */
    String operationKey() {
        return this == FQDN_LIST ? "operation" : "Operation";
    }

    private static boolean isHostName(String text) {
        return text.length() <= 253 && text.matches("([^.]{1,63}\\.)*[^.]{1,63}\\.?");
    }
}
