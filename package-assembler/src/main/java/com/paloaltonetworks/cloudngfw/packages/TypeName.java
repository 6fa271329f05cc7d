package com.paloaltonetworks.cloudngfw.packages;

import java.util.Locale;

/**
 * A resource type's name.
 *
 * @param text {@code Organization::Service::Resource}
 */
record TypeName(String text) {

    TypeName {
        if (!text.matches("\\w{2,64}(::\\w{2,64}){2}")) {
            throw new IllegalArgumentException("'" + text + "' is no type name like Organization::Service::Resource");
        }
    }

    /** As in ARNs of the type: {@code Organization-Service-Resource}. */
    String inArns() {
        return text.replace("::", "-");
    }

    /** As in names of files: {@code organization-service-resource}. */
    String hyphenated() {
        return inArns().toLowerCase(Locale.ROOT);
    }
}
