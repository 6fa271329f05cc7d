package com.paloaltonetworks.cloudngfw.local.advice;

import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Profiles that do not fit what else the rulestack says: file types without their profile, decryption without certificates. */
final class ProfileAdvice {

    private static final String FILE_TYPES = "/CustomSecurityProfiles";

    private ProfileAdvice() {}

    static List<Problem> of(DeclaredRulestack rulestack) {
        Declared resource = rulestack.resource();
        List<Problem> problems = new ArrayList<>();
        if (resource != null && !resource.isOpen(resource.properties().at("/RuleStack/Profiles"))) {
            fileTypes(rulestack, resource).ifPresent(problems::add);
            certificates(rulestack).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> fileTypes(DeclaredRulestack rulestack, Declared resource) {
        String profile = rulestack.profile("FileBlockingProfile", "BestPractice");
        boolean given = !resource.properties().at(FILE_TYPES + "/FileBlocking").isEmpty()
                || !resource.properties().at(FILE_TYPES + "/FileTypes").isEmpty();
        return given && !profile.equals("Custom") && !resource.isWrong(FILE_TYPES)
                ? Optional.of(resource.warning(
                        FILE_TYPES,
                        null,
                        "has no effect, and cannot be read back, because FileBlockingProfile is " + profile,
                        "set RuleStack/Profiles/FileBlockingProfile to Custom"))
                : Optional.empty();
    }

    private static Optional<Problem> certificates(DeclaredRulestack rulestack) {
        String missing = Stream.of("OutboundTrustCertificate", "OutboundUntrustCertificate")
                .filter(certificate -> rulestack.profile(certificate, "").isEmpty())
                .collect(Collectors.joining(" and no "));
        return missing.isEmpty()
                ? Optional.empty()
                : rulestack.rules().stream()
                        .filter(DeclaredRule::isEnabled)
                        .filter(rule -> rule.node()
                                .path("DecryptionRuleType")
                                .asText("")
                                .equals("SSLOutboundInspection"))
                        .findFirst()
                        .map(rule -> rule.warning(
                                "/DecryptionRuleType",
                                "SSLOutboundInspection",
                                "rule '%s' decrypts outbound traffic, but rulestack '%s' names no %s to sign it with"
                                        .formatted(rule.name(), rulestack.name(), missing),
                                "name certificates of SecurityObjects under RuleStack/Profiles"));
    }
}
