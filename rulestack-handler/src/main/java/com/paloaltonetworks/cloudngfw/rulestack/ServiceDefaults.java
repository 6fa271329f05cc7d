package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.model.FileType;
import com.paloaltonetworks.cloudngfw.core.content.Canonical;
import java.util.Optional;

/** What the service has before anybody asks for anything. */
final class ServiceDefaults {

    /** Every file type has an entry from the start; what is in it is the documented default. */
    static final FileType FILE_TYPE =
            FileType.builder().action("alert").direction("both").build();

    /** The same, written over an entry that nobody wants any more: entries cannot be removed. */
    static final FileType RESTORED_FILE_TYPE =
            FILE_TYPE.toBuilder().auditComment("restored to the default").build();

    /** The token of an entry that was never written, as far as the vendor's examples show (a guess for file types). */
    private static final String FIRST_TOKEN = "1";

    private ServiceDefaults() {}

    /** As for other content, but an untouched entry and a restored one are the same. */
    static Optional<String> difference(FileType wanted, FileType found) {
        return Canonical.difference(plain(wanted), plain(found));
    }

    /** Whether somebody wants this entry, be it for what it is anyway. */
    static boolean isWanted(FileType found) {
        boolean written = found.updateToken() != null && !found.updateToken().equals(FIRST_TOKEN);
        boolean restored = RESTORED_FILE_TYPE.auditComment().equals(found.auditComment());
        return difference(FILE_TYPE, found).isPresent() || (written && !restored);
    }

    /** Whether this says how an entry shall be: one of a template always does, one that was read only when it is wanted. */
    static boolean isAsked(FileType wanted) {
        return wanted.updateToken() == null || isWanted(wanted);
    }

    private static FileType plain(FileType fileType) {
        return RESTORED_FILE_TYPE.auditComment().equals(fileType.auditComment())
                ? fileType.toBuilder().auditComment(null).build()
                : fileType;
    }
}
