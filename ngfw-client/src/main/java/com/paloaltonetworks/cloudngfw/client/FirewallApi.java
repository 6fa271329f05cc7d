package com.paloaltonetworks.cloudngfw.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.paloaltonetworks.cloudngfw.client.model.CommitInfo;
import com.paloaltonetworks.cloudngfw.client.model.Firewall;
import com.paloaltonetworks.cloudngfw.client.model.FirewallStatus;
import com.paloaltonetworks.cloudngfw.client.model.LogProfile;
import com.paloaltonetworks.cloudngfw.client.model.SubnetMapping;
import com.paloaltonetworks.cloudngfw.client.model.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One firewall of generation V1. Creating, deleting, and changing subnets, content version or rulestack run on after the
 * call; description, tags and log profile are in force at once.
 */
public final class FirewallApi implements Tagged {

    private static final FirewallStatus UNKNOWN =
            FirewallStatus.builder().firewallStatus("").build();

    private static final String ACCOUNT = "AccountId";

    private final Api api;
    private final String name;
    private final String accountId;
    private final String path;
    private final Tags tags;

    FirewallApi(Api api, String name, String accountId) {
        this.api = api.about("FirewallName", name);
        this.name = name;
        this.accountId = accountId;
        this.path = FirewallsApi.PATH + Api.segment(name);
        this.tags = new Tags(this.api, path, Map.of(ACCOUNT, accountId));
    }

    /** @throws NgfwException of kind NOT_FOUND when there is none */
    public FirewallView read() {
        JsonNode answer = api.get(path, Params.of(ACCOUNT, accountId));
        Listings.requireWords(answer, "firewall " + name);
        Firewall firewall = Listings.view(answer, "Firewall", Firewall.class);
        if (firewall == null) {
            throw new NgfwException(NgfwException.Kind.NOT_FOUND, "firewall " + name + " does not exist");
        }
        Api.requireAbout(Json.member(answer, "Firewall"), "FirewallName", name);
        FirewallStatus status = Listings.view(answer, "Status", FirewallStatus.class);
        return new FirewallView(firewall, status == null ? UNKNOWN : discreet(status));
    }

    /** Its words end in events, as those of failures do. */
    private static FirewallStatus discreet(FirewallStatus status) {
        return status.toBuilder()
                .failureReason(status.failureReason() == null ? null : ResponseReader.told(status.failureReason()))
                .ruleStackCommitInfo(discreet(status.ruleStackCommitInfo()))
                .globalRuleStackCommitInfo(discreet(status.globalRuleStackCommitInfo()))
                .build();
    }

    private static @Nullable CommitInfo discreet(@Nullable CommitInfo commit) {
        return commit == null || commit.commitMessages() == null
                ? commit
                : commit.toBuilder()
                        .commitMessages(commit.commitMessages().stream()
                                .map(ResponseReader::told)
                                .toList())
                        .build();
    }

    /** Starts creating it, under this name and account whatever the argument says. */
    public void create(Firewall firewall) {
        api.create(
                FirewallsApi.PATH,
                "firewall " + name,
                firewall.toBuilder().firewallName(name).accountId(accountId).build());
    }

    public void delete() {
        api.delete(path, body());
    }

    public void describe(String description) {
        api.put(path + "/description", with("Description", description));
    }

    /** @param multiVpc null leaves it as it is */
    public void changeSubnets(
            List<SubnetMapping> associate, List<SubnetMapping> disassociate, @Nullable Boolean multiVpc) {
        Map<String, Object> body = body();
        putUnlessEmpty(body, "AssociateSubnetMappings", associate);
        putUnlessEmpty(body, "DisassociateSubnetMappings", disassociate);
        if (multiVpc != null) {
            body.put("MultiVpcEnable", multiVpc);
        }
        api.put(path + "/subnets", body);
    }

    /**
     * Sets the content version; what is null stays as it is.
     *
     * @param version such as {@code 8433-6838}
     * @param automatic whether the service moves it on by itself
     */
    public void setContentVersion(@Nullable String version, @Nullable Boolean automatic) {
        Map<String, Object> body = body();
        if (version != null) {
            body.put("AppIdVersion", version);
        }
        if (automatic != null) {
            body.put("AutomaticUpgradeAppIdVersion", automatic);
        }
        api.put(path + "/contentversion", body);
    }

    /** Puts a local rulestack in place of the present one. An empty name may take it away; that is not documented. */
    public void associate(String rulestack) {
        api.post(path + "/rulestack", with("RuleStackName", rulestack));
    }

    public void associateGlobal(String rulestack) {
        api.post(path + "/globalrulestack", with("RuleStackName", rulestack));
    }

    public void disassociateGlobal() {
        api.delete(path + "/globalrulestack", body());
    }

    /** Links it to a Panorama. */
    public void link(String linkId) {
        api.put(path + "/link", with("LinkId", linkId));
    }

    public void unlink(String linkId) {
        api.delete(path + "/link", with("LinkId", linkId));
    }

    @Override
    public List<Tag> tags() {
        return tags.list();
    }

    /** Adds tags, or gives those there a new value. */
    @Override
    public void addTags(List<Tag> added) {
        tags.add(added);
    }

    @Override
    public void removeTags(List<String> keys) {
        tags.remove(keys);
    }

    public LogProfile logProfile() {
        return api.get(path + "/logprofile", Params.of(ACCOUNT, accountId), LogProfile.class);
    }

    /** Replaces the whole log profile; an empty list of destinations takes them all away. */
    public void setLogProfile(LogProfile profile) {
        api.put(path + "/logprofile", profile.toBuilder().accountId(accountId).build());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(ACCOUNT, accountId);
        return body;
    }

    private Map<String, Object> with(String member, Object value) {
        Map<String, Object> body = body();
        body.put(member, value);
        return body;
    }

    private static void putUnlessEmpty(Map<String, Object> body, String member, List<?> values) {
        if (!values.isEmpty()) {
            body.put(member, values);
        }
    }
}
