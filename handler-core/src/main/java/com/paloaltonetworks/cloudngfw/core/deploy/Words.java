package com.paloaltonetworks.cloudngfw.core.deploy;

import java.util.regex.Pattern;

/** Names in texts of the service, whose form nobody documents. */
public final class Words {

    private Words() {}

    /** Whether the text has the name as a whole word; {@code web} is not in {@code web-out}. */
    public static boolean contains(String text, String name) {
        return Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(name) + "(?![A-Za-z0-9-])")
                .matcher(text)
                .find();
    }
}
