package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.RuleList;

/** Which entries of a rulestack are meant. */
interface Selection {

    Selection ALL = everything(true);

    Selection ALL_BUT_FILE_TYPES = everything(false);

    boolean takesRule(RuleList list, String name);

    boolean takesObject(ObjectKey object);

    boolean takesFileType(String fileType);

    private static Selection everything(boolean fileTypes) {
        return new Selection() {
            @Override
            public boolean takesRule(RuleList list, String name) {
                return true;
            }

            @Override
            public boolean takesObject(ObjectKey object) {
                return true;
            }

            @Override
            public boolean takesFileType(String fileType) {
                return fileTypes;
            }
        };
    }
}
