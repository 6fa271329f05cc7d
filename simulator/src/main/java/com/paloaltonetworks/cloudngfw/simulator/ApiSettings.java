package com.paloaltonetworks.cloudngfw.simulator;

import lombok.With;

/**
 * What the sources leave open about the vendor's API, one named setting each. Every default is a guess.
 *
 * @param secondCommit a commit while one is pending is refused, joins the pending one, or follows it
 * @param editsDuringCommit whether the candidate may be changed while a commit is pending
 * @param commitSnapshot when a commit takes its copy of the candidate
 * @param ruleNames whether two rules of one list may have the same name
 * @param errorStatus the HTTP status of an envelope that carries an error (400 or as the error code says; or always 200)
 * @param emptyLists how an answer shows an empty list
 * @param emptyRulestackName whether associating the empty name removes the local rulestack from a firewall
 * @param associationResponse whether association answers stand in {@code Response} or at top level
 * @param associationStatus whether a firewall that gets another rulestack reports on that one at once, or on the former one
 *     for as long as a push takes
 * @param customCategoryShape whether a read custom URL category is flat or nested in {@code URLCategoryEntry}
 * @param strictFields whether unknown body fields are refused
 * @param commitMessages whether messages of a failed commit name the rule
 * @param accessOff whether a token call with programmatic access switched off is answered or refused
 */
@With
public record ApiSettings(
        SecondCommit secondCommit,
        EditsDuringCommit editsDuringCommit,
        CommitSnapshot commitSnapshot,
        RuleNames ruleNames,
        ErrorStatus errorStatus,
        EmptyLists emptyLists,
        EmptyRulestackName emptyRulestackName,
        AssociationResponse associationResponse,
        AssociationStatus associationStatus,
        CustomCategoryShape customCategoryShape,
        StrictFields strictFields,
        CommitMessages commitMessages,
        AccessOff accessOff) {

    public enum SecondCommit {
        REJECT,
        MERGE,
        QUEUE
    }

    public enum EditsDuringCommit {
        ALLOW,
        REJECT
    }

    public enum CommitSnapshot {
        START,
        END
    }

    public enum RuleNames {
        FREE,
        UNIQUE
    }

    public enum ErrorStatus {
        HTTP400,
        HTTP200
    }

    public enum EmptyLists {
        ABSENT,
        NULL,
        EMPTY
    }

    public enum EmptyRulestackName {
        ACCEPT,
        REFUSE
    }

    public enum AssociationResponse {
        UNWRAPPED,
        WRAPPED
    }

    public enum AssociationStatus {
        PROMPT,
        LATE
    }

    public enum CustomCategoryShape {
        FLAT,
        NESTED
    }

    public enum StrictFields {
        OFF,
        ON
    }

    public enum CommitMessages {
        RULE,
        NONE
    }

    public enum AccessOff {
        ANSWER,
        REFUSE
    }

    public static ApiSettings standard() {
        return new ApiSettings(
                SecondCommit.REJECT,
                EditsDuringCommit.ALLOW,
                CommitSnapshot.START,
                RuleNames.FREE,
                ErrorStatus.HTTP400,
                EmptyLists.ABSENT,
                EmptyRulestackName.ACCEPT,
                AssociationResponse.UNWRAPPED,
                AssociationStatus.PROMPT,
                CustomCategoryShape.FLAT,
                StrictFields.OFF,
                CommitMessages.RULE,
                AccessOff.ANSWER);
    }
}
