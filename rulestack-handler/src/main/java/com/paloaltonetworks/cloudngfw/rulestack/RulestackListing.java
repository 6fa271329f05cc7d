package com.paloaltonetworks.cloudngfw.rulestack;

import com.paloaltonetworks.cloudngfw.client.NamePage;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Page;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rulestacks of a tenant: their names, or with {@code Describe} everything that is in them. */
final class RulestackListing {

    private static final int PAGE = 1000;

    private final Operation<ResourceModel> op;

    RulestackListing(Operation<ResourceModel> op) {
        this.op = op;
    }

    Page<ResourceModel> page() {
        boolean describe = op.desired() != null && Boolean.TRUE.equals(op.desired().getDescribe());
        return describe ? described() : names();
    }

    private Page<ResourceModel> names() {
        NamePage page = Scopes.listWithAny(op.ngfw(), op.nextToken(), PAGE);
        return new Page<>(
                page.candidate().stream()
                        .map(name -> ResourceModel.builder().ruleStackName(name).build())
                        .toList(),
                page.nextToken());
    }

    /**
     * As many as one invocation has time to read. They are asked for one by one, so that the service's own token says
     * where the next page begins.
     */
    private Page<ResourceModel> described() {
        List<ResourceModel> models = new ArrayList<>();
        String token = op.nextToken();
        do {
            NamePage one = Scopes.listWithAny(op.ngfw(), token, 1);
            try {
                one.candidate().forEach(name -> read(name).ifPresent(models::add));
            } catch (Refusal outOfTime) {
                if (models.isEmpty()) {
                    throw outOfTime;
                }
                return new Page<>(models, token); // with the time of an invocation of its own it may do
            }
            token = one.nextToken();
        } while (token != null && op.budget().allowsReading());
        return new Page<>(models, token);
    }

    /** Empty when it was deleted since it was listed. */
    private Optional<ResourceModel> read(String name) {
        try {
            return Optional.of(new RulestackReader(op, Scopes.find(op.ngfw(), name)).read());
        } catch (NgfwException failure) {
            if (failure.getKind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
