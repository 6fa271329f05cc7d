package com.paloaltonetworks.cloudngfw.securityrule;

import com.paloaltonetworks.cloudngfw.client.AdminKind;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.RuleList;
import com.paloaltonetworks.cloudngfw.client.RuleSlot;
import com.paloaltonetworks.cloudngfw.client.RulestackApi;
import com.paloaltonetworks.cloudngfw.client.model.RuleEntry;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Page;
import com.paloaltonetworks.cloudngfw.core.Refusal;
import com.paloaltonetworks.cloudngfw.core.content.TemporaryName;
import java.util.List;
import java.util.concurrent.Callable;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** Makes models of rules as they are in the candidate, which the next commit brings into force, whoever starts it. */
final class RuleReader {

    private RuleReader() {}

    static ResourceModel read(RuleAddress address) {
        List<RuleSlot> found = address.find().candidate();
        List<RuleSlot> named = found.stream()
                .filter(place -> place.ruleName().equals(address.name()))
                .toList();
        if (named.size() > 1) {
            throw new Refusal(
                    HandlerErrorCode.InvalidRequest,
                    "Rule " + address + " stands at the priorities "
                            + named.stream().map(RuleSlot::priority).toList()
                            + "; give each rule a name of its own");
        }
        RuleSlot place = (named.isEmpty() ? found : named).stream().findFirst().orElseThrow(address::absent);
        RuleEntry entry = address.at(place.priority()).candidate();
        if (entry == null) {
            throw address.absent();
        }
        return RuleMapper.toModel(address, place, entry);
    }

    /** All rules of a rulestack, or of one of its lists, in one page: the service needs one call for a list. */
    static Page<ResourceModel> list(Operation<ResourceModel> op) {
        String rulestack = op.desired() == null ? null : op.desired().getRuleStackName();
        if (rulestack == null) {
            throw new Refusal(HandlerErrorCode.InvalidRequest, "Rules are listed by rulestack: give RuleStackName");
        }
        String listType = op.desired().getRuleListType();
        List<RuleList> lists = listType == null ? List.of(RuleList.values()) : List.of(RuleAddress.listOf(listType));
        AdminKind admin = RuleAddress.adminOf(lists.get(0));
        try {
            return new Page<>(models(op, op.ngfw().rulestack(rulestack, admin), lists), null);
        } catch (NgfwException failure) {
            if (failure.getKind() != Kind.DENIED || listType != null) {
                throw failure;
            } // whoever administers global rulestacks alone has the other token
            RulestackApi global = op.ngfw().rulestack(rulestack, AdminKind.GLOBAL_RULESTACK);
            return new Page<>(models(op, global, lists), null);
        }
    }

    private static List<ResourceModel> models(
            Operation<ResourceModel> op, RulestackApi rulestack, List<RuleList> lists) {
        return op
                .platform()
                .inParallel(lists.stream()
                        .map(list -> (Callable<List<ResourceModel>>) () -> models(rulestack, list))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<ResourceModel> models(RulestackApi rulestack, RuleList list) {
        return rulestack.rules(list).list().candidate().stream()
                .map(RuleSlot::ruleName)
                .filter(name -> !TemporaryName.isTemporary(name))
                .distinct()
                .map(name -> ResourceModel.builder()
                        .ruleStackName(rulestack.name())
                        .ruleListType(list.wireName())
                        .ruleName(name)
                        .build())
                .toList();
    }
}
