package com.paloaltonetworks.cloudngfw.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

class HandlerErrorsTest {

    @ParameterizedTest(name = "{0} is {1}, transient: {2}")
    @CsvSource({
        "INVALID,        InvalidRequest,       false",
        "DENIED,         AccessDenied,         false",
        "NOT_FOUND,      NotFound,             false",
        "ALREADY_EXISTS, AlreadyExists,        false",
        "CONFLICT,       ResourceConflict,     true",
        "BUSY,           ResourceConflict,     true",
        "STALE,          ResourceConflict,     true",
        "THROTTLED,      Throttling,           true",
        "LIMIT,          ServiceLimitExceeded, false",
        "SERVICE,        ServiceInternalError, true",
        "NETWORK,        NetworkFailure,       true",
    })
    void everyKindHasOneCode(Kind kind, HandlerErrorCode code, boolean passes) {
        assertThat(HandlerErrors.codeFor(kind)).isEqualTo(code);
        assertThat(HandlerErrors.isTransient(kind)).isEqualTo(passes);
    }

    @Test
    void aSpecialRoleGoesBeforeTheCommonOne() {
        TypeConfiguration configuration = TypeConfiguration.builder()
                .roleArn("common")
                .firewallAdminRoleArn("firewalls")
                .build();
        assertThat(configuration.roles())
                .containsEntry(AdminKind.FIREWALL, "firewalls")
                .containsEntry(AdminKind.RULESTACK, "common")
                .containsEntry(AdminKind.GLOBAL_RULESTACK, "common");
        assertThat(TypeConfiguration.NONE.roles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Manual, true", "manual, true", "Automatic, false", ", false"})
    void commitModeIsAutomaticUnlessSaidOtherwise(String mode, boolean byHand) {
        assertThat(TypeConfiguration.builder().commitMode(mode).build().commitsByHand())
                .isEqualTo(byHand);
    }
}
