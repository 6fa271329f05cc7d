package com.paloaltonetworks.cloudngfw.simulator;

import static com.paloaltonetworks.cloudngfw.simulator.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldTest {
    @Test
    void theStandardWorldHasAnUntaggedExecutionRoleAndATaggedAdminRoleThatTrustsIt() {
        World world = World.standard();
        assertThat(world.executionRole().tags()).isEmpty();
        assertThat(world.roles()).hasSize(1);
        assertThat(world.roles().get(0).trust())
                .containsExactly(world.executionRole().arn());
        assertThat(world.typeConfiguration().path("RoleArn").asText())
                .isEqualTo(world.roles().get(0).arn());
        assertThat(world.onboardedAccounts()).containsExactly("123456789012");
        assertThat(world.timings()).isEqualTo(Timings.standard());
        assertThat(world.api()).isEqualTo(ApiSettings.standard());
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        World world = World.parse(json("{'Account':'210987654321','Region':'eu-west-1','TenantGeneration':'V2',"
                + "'ProgrammaticAccess':false,'Timings':{'CommitSeconds':1},'Api':{'SecondCommit':'queue'},"
                + "'ExecutionRole':{'Arn':'arn:aws:iam::210987654321:role/Mine','Tags':{'a':'b'}},'Roles':[],"
                + "'Faults':[{'Match':'*','Effect':'delay','DelayMillis':5},{'CommitFails':{'Rulestack':'x'}},{'CommitTakes':{'Rulestack':'x','Seconds':9}},"
                + "{'FirewallFails':{'Firewall':'f','Status':'Failed'}}]}"));
        assertThat(World.parse(world.toJson())).isEqualTo(world);
        assertThat(world.typeConfiguration()).isEmpty();
        assertThat(world.executionRole().tags()).isEqualTo(Map.of("a", "b"));
        assertThat(world.onboardedAccounts()).containsExactly("210987654321");
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        var wrong = json("{'Acount':'1','Account':'12','ProgrammaticAccess':'yes','TenantGeneration':'V3',"
                + "'Roles':[{'Arn':'x','Tag':{}}],'Timings':{'CommitSeconds':-1,'Commit':5},"
                + "'Api':{'SecondCommit':'maybe'},'Faults':[{'Effect':'explode'},{'FirewallFails':{'Status':'X'}}]}");
        assertThatThrownBy(() -> World.parse(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "/Acount is unknown",
                        "/Account must be 12 digits",
                        "/ProgrammaticAccess must be true or false",
                        "/TenantGeneration must be one of [v1, v2]",
                        "/Roles/0/Arn must be the ARN of a role",
                        "/Roles/0/Tag is unknown",
                        "/Timings/CommitSeconds must be a whole number",
                        "/Timings/Commit is unknown",
                        "/Api/SecondCommit must be one of [reject, merge, queue]",
                        "/Faults/0/Match is needed",
                        "/Faults/0/Effect must be one of",
                        "/Faults/1/FirewallFails/Status must be one of");
    }

    @Test
    void aRoleOfNoWorldHasNoCredentials() {
        try (TestTenant tenant = TestTenant.standard()) {
            assertThatThrownBy(() -> tenant.simulator.credentialsOf("arn:aws:iam::1:role/x"))
                    .hasMessageContaining("has no role");
        }
    }
}
