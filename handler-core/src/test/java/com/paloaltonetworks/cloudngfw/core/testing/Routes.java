package com.paloaltonetworks.cloudngfw.core.testing;

import java.net.URI;
import java.util.regex.Pattern;

/** The endpoints of the service and, at the root of its host, of STS, by their raw paths: a name is one encoded segment, and never leads out of it. */
final class Routes {

    /** No dot segments; no slash, backslash or control character, even encoded; no percent sign, which is decoded twice. */
    private static final String NAME = "(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~-]|%(?!2F|5C|[01][0-9A-F]|7F)[0-9A-F]{2})+";

    private static final String OF_RULESTACK = String.join(
            "|",
            "commit",
            "validate",
            "tags",
            "rulelists/(?:LocalRule|PreRule|PostRule)(?:/priorities/[0-9]+)?",
            "(?:prefixlists|fqdnlists|urlcustomcategories|feeds|certificates)(?:/NAME)?",
            "fileblockingprofiles/custom/filetypes(?:/NAME)?",
            "urlfilteringprofiles/custom/urlcategories(?:/NAME(?:/action)?)?");

    private static final String OF_FIREWALL = String.join(
            "|",
            "description",
            "subnets",
            "contentversion",
            "rulestack",
            "globalrulestack",
            "link",
            "tags",
            "logprofile");

    private static final Pattern KNOWN = Pattern.compile(String.join(
                    "|",
                    "/v1/mgmt/tokens(?:/NAME)?",
                    "/v1/config/rulestacks(?:/NAME(?:/(?:" + OF_RULESTACK + "))?)?",
                    "/v1/config/ngfirewalls(?:/NAME(?:/(?:" + OF_FIREWALL + "))?)?",
                    "/v1/config/(?:countries|urlcategories)",
                    "/v1/config/appidversions(?:/NAME)?",
                    "/")
            .replace("NAME", NAME));

    private static final Pattern QUERY =
            Pattern.compile("([A-Za-z]+=[A-Za-z0-9._~%-]*)(&[A-Za-z]+=[A-Za-z0-9._~%-]*)*");

    private static final Pattern NAMED = Pattern.compile("/(rulestacks|ngfirewalls|prefixlists|fqdnlists"
            + "|urlcustomcategories|feeds|certificates|filetypes|urlcategories|priorities|appidversions)/[^/]+");

    private Routes() {}

    static boolean knows(URI uri) {
        String query = uri.getRawQuery();
        return KNOWN.matcher(service(uri)).matches()
                && (query == null || QUERY.matcher(query).matches())
                && uri.getRawFragment() == null;
    }

    /** The path with a star for each name. */
    static String endpoint(String method, URI uri) {
        return method + " " + NAMED.matcher(service(uri)).replaceAll("/$1/*");
    }

    /** The simulator serves each Region below a path of its own. */
    private static String service(URI uri) {
        return uri.getRawPath().replaceFirst("^.*?(?=/v1/)", "");
    }
}
