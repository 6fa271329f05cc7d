package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.NamePage;
import com.paloaltonetworks.cloudngfw.client.Ngfw;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Rulestack;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.RulestackEntry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A rulestack's scope, and whose token it takes: a local one a local admin's, a global one a global admin's. */
final class Scopes {

    static final String LOCAL = "Local";

    private Scopes() {}

    static String of(ResourceModel model) {
        return Optional.ofNullable(model.getRuleStack())
                .map(RuleStack::getScope)
                .orElse(LOCAL);
    }

    static String of(Rulestack found) {
        RulestackEntry entry =
                found.ruleStackCandidate() == null ? found.ruleStackRunning() : found.ruleStackCandidate();
        return entry == null ? LOCAL : Objects.requireNonNullElse(entry.scope(), LOCAL);
    }

    static AdminKind admin(String scope) {
        return scope.equals(LOCAL) ? AdminKind.RULESTACK : AdminKind.GLOBAL_RULESTACK;
    }

    /** The rulestack of that name, under the admin kind that its scope asks for; NOT_FOUND when there is none. */
    static RulestackApi find(Ngfw ngfw, String name) {
        Rulestack head = withAny(admin -> ngfw.rulestack(name, admin).read());
        return ngfw.rulestack(name, admin(of(head)));
    }

    static NamePage listWithAny(Ngfw ngfw, @Nullable String nextToken, int maxResults) {
        return withAny(admin -> ngfw.rulestacks(admin).list("All", nextToken, maxResults));
    }

    /** Every admin kind may read; a caller may have the token of either. */
    private static <T> T withAny(Function<AdminKind, T> read) {
        try {
            return read.apply(AdminKind.RULESTACK);
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.DENIED) {
                throw failure;
            }
            return read.apply(AdminKind.GLOBAL_RULESTACK);
        }
    }
}
