package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.core.testing.Driver.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.Access;
import com.paloaltonetworks.cloudngfw.client.Keys;
import com.paloaltonetworks.cloudngfw.client.LambdaPlatform;
import com.paloaltonetworks.cloudngfw.client.Ngfw;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.core.Operation;
import com.paloaltonetworks.cloudngfw.core.Progress;
import com.paloaltonetworks.cloudngfw.core.Step;
import com.paloaltonetworks.cloudngfw.core.TypeConfiguration;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft is left for its owner to look at; so an operation that runs out of time must not say that it takes it back. */
class DraftPlanTest {

    private static final Keys KEYS = new Keys("AKIAEXAMPLE", "secret", "session");

    @ParameterizedTest
    @CsvSource({"YES, true", "NO, false"})
    void onlyWhatIsDeployedIsTakenBack(String deploy, boolean takesBack) {
        RulestackType type = new RulestackType();
        assertThat(List.of(type.create(operation(deploy)), type.update(operation(deploy))))
                .allSatisfy(plan ->
                        assertThat(plan.stream().anyMatch(Step::takesBack)).isEqualTo(takesBack));
    }

    private static Operation<ResourceModel> operation(String deploy) {
        Platform platform = new LambdaPlatform();
        ObjectNode model = json("{\"RuleStackName\":\"edge\",\"RuleStack\":{\"Scope\":\"Local\"}}");
        model.withObject("/RuleStack").put("Deploy", deploy);
        URI nowhere = URI.create("http://localhost");
        return Operation.<ResourceModel>builder()
                .desired(new ObjectMapper().convertValue(model, ResourceModel.class))
                .configuration(TypeConfiguration.NONE)
                .progress(new Progress())
                .platform(platform)
                .ngfw(Ngfw.of(
                        platform,
                        new Access("us-east-1", nowhere, KEYS, Map.of(), (role, name) -> KEYS, platform.tokens())))
                .build();
    }
}
