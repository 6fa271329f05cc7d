package com.paloaltonetworks.cloudngfw.local.template;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {

    private Pointers() {}

    public static String child(String path, String member) {
        return path + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    public static String child(String path, int index) {
        return path + "/" + index;
    }

    /** Whether one of the two lies at or below the other. */
    public static boolean related(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }
}
