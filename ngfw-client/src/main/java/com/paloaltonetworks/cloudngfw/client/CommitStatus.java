package com.paloaltonetworks.cloudngfw.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last commit and the last validation of a rulestack went. Why one failed is told in answers that are no failures, and
 * ends in events, logs and callback contexts all the same: it holds no token.
 *
 * @param commitStatus {@code Pending}, {@code Success}, {@code Failed}, or empty when there was no commit yet
 * @param validateStatus likewise
 */
public record CommitStatus(
        String commitStatus, List<String> commitMessages, String validateStatus, List<String> validateMessages) {

    /** Nobody reads more, and every one is searched for names. */
    private static final int MOST_MESSAGES = 100;

    public CommitStatus(
            @Nullable String commitStatus,
            @Nullable List<String> commitMessages,
            @Nullable String validateStatus,
            @Nullable List<String> validateMessages) {
        this.commitStatus = commitStatus == null ? "" : commitStatus;
        this.commitMessages = words(commitMessages);
        this.validateStatus = validateStatus == null ? "" : validateStatus;
        this.validateMessages = words(validateMessages);
    }

    private static List<String> words(@Nullable List<String> messages) {
        return messages == null
                ? List.of()
                : messages.stream()
                        .limit(MOST_MESSAGES)
                        .map(ResponseReader::told)
                        .toList();
    }

    /** A commit is under way. False as well when there was none yet; a word we do not know counts as under way. */
    public boolean pending() {
        return !(commitStatus.isBlank() || succeeded() || failed());
    }

    public boolean succeeded() {
        return commitStatus.equalsIgnoreCase("Success");
    }

    public boolean failed() {
        return commitStatus.equalsIgnoreCase("Failed");
    }
}
