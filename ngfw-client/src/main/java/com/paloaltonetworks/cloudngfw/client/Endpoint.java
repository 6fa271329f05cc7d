package com.paloaltonetworks.cloudngfw.client;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The base URLs that requests may go to. Requests carry keys and tokens, and answers carry new ones: so both travel under
 * TLS, or do not leave this machine.
 */
public final class Endpoint {

    /**
     * Scheme, host, perhaps a port, perhaps a path; no user, query or fragment. In clear text only to a name or address that
     * is written as this machine's own. The type configurations' schemas have the same text as their {@code pattern}.
     */
    public static final String FORM = "^(https://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])"
            + "|http://(localhost|127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}|\\[::1\\]))"
            + "(:[1-9][0-9]{0,4})?(/[A-Za-z0-9._~%!$&'()*+,;=:@/-]*)?$";

    private static final Pattern ALLOWED = Pattern.compile(FORM);
    private static final int HIGHEST_PORT = 65_535;

    private Endpoint() {}

    /** @throws IllegalArgumentException with a sentence that does not repeat the text, which may hold a password */
    public static URI parse(String text) {
        // The form is also that of hosts that are none, and of a bare number, which some resolvers take for an address.
        if (ALLOWED.matcher(text).matches()) {
            URI uri = parsed(text);
            if (uri.getHost() != null && !uri.getHost().matches("[0-9]+") && uri.getPort() <= HIGHEST_PORT) {
                return uri;
            }
        }
        throw refused();
    }

    /** Whether a request to this address is encrypted, or stays on this machine. */
    static boolean isPrivate(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || isAllowed(scheme + "://" + uri.getHost());
    }

    private static boolean isAllowed(String schemeAndHost) {
        return ALLOWED.matcher(schemeAndHost).matches();
    }

    /** Escapes that are none have the form too. */
    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("must be https://HOST[:PORT][/PATH], without user, query and fragment;"
                + " http:// only to this machine itself: localhost, 127.0.0.0/8 or [::1]");
    }
}
