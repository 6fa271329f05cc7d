package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.model.FileType;

/** What the service has before anybody asks for anything. */
final class ServiceDefaults {

    /** Every file type has an entry from the start; what is in it is the documented default. */
    static final FileType FILE_TYPE =
            FileType.builder().action("alert").direction("both").build();

    private ServiceDefaults() {}
}
