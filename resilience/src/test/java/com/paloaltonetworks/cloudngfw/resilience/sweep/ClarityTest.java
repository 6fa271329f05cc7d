package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure is clean only with the code of its cause, if it is true, and if it says what it is about. */
class ClarityTest {

    private static List<String> wrongs(String story, Fault fault, Ending ending) {
        Run run = Run.of(story);
        return new Clarity(run.story(), new Disturbance(fault, run.lastCall())).wrongs(ending);
    }

    private static List<String> wrongs(String story, Fault fault, String code, String message) {
        return wrongs(story, fault, Run.of(story).failed(code, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SecurityRule update | FORBIDDEN_UNTIL_ROLLBACK    | AccessDenied",
                "SecurityRule update | SERVER_ERROR_UNTIL_ROLLBACK | ServiceInternalError",
                "SecurityRule update | SERVER_ERROR_UNTIL_ROLLBACK | NotStabilized",
                "SecurityRule update | LASTING_ERROR               | InvalidRequest",
                "SecurityRule create | REMOVED                     | InvalidRequest"
            })
    void aFailureWithTheCodeOfItsCauseIsClear(String story, Fault fault, String code) {
        assertThat(wrongs(story, fault, code, "Rule web of rulestack shared: no"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SecurityRule update | FORBIDDEN_UNTIL_ROLLBACK    | InvalidRequest",
                "SecurityRule update | FORBIDDEN_UNTIL_ROLLBACK    | InternalFailure",
                "SecurityRule update | SERVER_ERROR_UNTIL_ROLLBACK | NotFound",
                "SecurityRule read   | SERVER_ERROR_UNTIL_ROLLBACK | NotFound",
                "SecurityRule update | LASTING_ERROR               | AlreadyExists",
                "SecurityRule update | REMOVED                     | AccessDenied",
                "SecurityRule read   | REMOVED                     | InvalidRequest"
            })
    void aFailureWithAnotherCodeIsNot(String story, Fault fault, String code) {
        assertThat(wrongs(story, fault, code, "Rule web of rulestack shared: no"))
                .anySatisfy(wrong -> assertThat(wrong).startsWith("failed with " + code));
    }

    @ParameterizedTest
    @CsvSource({"RESET", "FORBIDDEN", "UNAVAILABLE", "OWN_EDIT", "COMMIT", "REVERT", "DIES_AFTER", "CANCELLED"})
    void whatPassesIsNoReasonToFail(Fault fault) {
        assertThat(wrongs("SecurityRule update", fault, "AccessDenied", "Rule web: no"))
                .containsExactly("gave up although it passes");
    }

    @ParameterizedTest
    @CsvSource({"SecurityRule read", "SecurityRule update", "SecurityRule delete"})
    void nobodySaysNotFoundOfWhatIsThere(String story) {
        Ending missing = Run.of(story).failed("NotFound", "Rule web does not exist");
        assertThat(wrongs(story, Fault.REMOVED, missing)).containsExactly("answered NotFound although it is there");
        Snapshot gone = missing.atEnd().without(path -> path.startsWith("Rulestacks/shared/"));
        assertThat(wrongs(story, Fault.REMOVED, missing.withAtEnd(gone))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SecurityRule update | GET /v1/config/rulestacks/shared: Forbidden           | true",
                "SecurityRule update | AssumeRole on arn:aws:iam::123456789012:role/R: no    | true",
                "SecurityRule update | GET /v1/mgmt/tokens/cloudrulestackadmin: Forbidden    | true",
                "SecurityRule update | GET /v1/config/other: Forbidden                       | false",
                "SecurityRule update | no                                                    | false",
                "NGFW create         | POST /v1/config/ngfirewalls: Forbidden                | false",
                "NGFW create         | firewall wall: POST /v1/config/ngfirewalls: Forbidden | true",
                "RuleStack create    | POST /v1/config/rulestacks: Forbidden                 | false",
                "RuleStack list      | GET /v1/config/rulestacks: Forbidden                  | true",
                "SecurityRule update | Bug: web                                              | false"
            })
    void aMessageNamesWhatItIsAbout(String story, String message, boolean clear) {
        assertThat(wrongs(story, Fault.FORBIDDEN_UNTIL_ROLLBACK, "AccessDenied", message)
                        .isEmpty())
                .isEqualTo(clear);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SecurityRule update | Rulestack shared holds uncommitted changes: prefix list foreign-list | true",
                "SecurityRule update | Rulestack shared holds uncommitted changes                           | false",
                "RuleStack update    | Rulestack edge holds uncommitted changes: prefix list foreign-list   | false"
            })
    void onlyARuleRefusesADraftAndNamesIt(String story, String message, boolean clear) {
        assertThat(wrongs(story, Fault.FOREIGN_EDIT, "InvalidRequest", message).isEmpty())
                .isEqualTo(clear);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InvalidRequest | Rule mail has no place: priority 20 of LocalRule in rulestack shared is taken by rule web  | true",
                "InvalidRequest | Rule mail has no place: priority 20 of LocalRule in rulestack shared is taken by rule else | false",
                "NotStabilized  | Rule mail of rulestack shared: priority 20 is taken by rule web                            | false"
            })
    void theOtherSideOfASwapFailsOnlyOfTheRuleInItsWay(String code, String message, boolean clear) {
        Run swap = Run.of("SecurityRule swap");
        Ending both = swap.failed("AccessDenied", "Rule web: Forbidden")
                .withEnds(List.of(Run.failure("AccessDenied", "Rule web: Forbidden"), Run.failure(code, message)));
        assertThat(wrongs("SecurityRule swap", Fault.FORBIDDEN_UNTIL_ROLLBACK, both)
                        .isEmpty())
                .isEqualTo(clear);
    }
}
