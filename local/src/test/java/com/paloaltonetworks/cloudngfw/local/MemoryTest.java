package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import com.paloaltonetworks.cloudngfw.core.testing.Driver;
import com.paloaltonetworks.cloudngfw.executor.ExecutorSettings;
import com.paloaltonetworks.cloudngfw.executor.Request;
import com.paloaltonetworks.cloudngfw.executor.ResourceExecutor;
import com.paloaltonetworks.cloudngfw.executor.TypeSchema;
import com.paloaltonetworks.cloudngfw.executor.VirtualScheduler;
import com.paloaltonetworks.cloudngfw.local.type.TypeRegistry;
import com.paloaltonetworks.cloudngfw.rulestack.HandlerWrapper;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.AbstractWrapper;
import software.amazon.cloudformation.LambdaWrapper;

/** What a Lambda container remembers of its callers when an invocation is over. */
class MemoryTest {

    private static final String ROOT = "com.paloaltonetworks.cloudngfw.";
    private static final List<String> HANDLERS = Stream.of("client", "core", "rulestack", "securityrule", "ngfw")
            .map(ROOT::concat)
            .toList();

    private static final Pattern KEY_ID = Pattern.compile("ASIA[A-Z0-9]{16}");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    @Test
    void onlyTheTokenCacheKeepsASecretAndNoneThatIsAnAwsKey() {
        AwsKeys caller = invoked();
        String cached = statics().texts();
        String rest = statics(TokenCache.class).texts();
        assertThat(JWT.matcher(cached).results()).isNotEmpty();
        assertThat(JWT.matcher(rest).results()).isEmpty();
        assertThat(cached).hasSizeGreaterThan(10_000).doesNotContain(caller.secretAccessKey(), caller.sessionToken());
        assertThat(KEY_ID.matcher(caller.accessKeyId()).matches()).isTrue();
        assertThat(KEY_ID.matcher(cached).results()).as("ids of keys").isEmpty();
    }

    /** One invocation, as Lambda makes it, through an assumed role; and the keys it was given. */
    private AwsKeys invoked() {
        VirtualScheduler scheduler = new VirtualScheduler(1, Instant.now());
        try (Simulator service = Simulator.start(World.standard(), InstantSource.system())) {
            AwsKeys keys = service.credentialsOf(service.world().executionRole().arn());
            ObjectNode configuration = service.world().typeConfiguration().deepCopy();
            configuration.put("ApiEndpoint", service.api(Driver.REGION).toString());
            configuration.put("StsEndpoint", service.sts().toString());
            ResourceExecutor executor = new ResourceExecutor(
                    new TypeSchema(TypeRegistry.json("/paloaltonetworks-cloudngfw-rulestack.json")),
                    HandlerWrapper::new,
                    scheduler,
                    ExecutorSettings.STANDARD);
            Request request = Request.builder()
                    .stackId("arn:aws:cloudformation:us-east-1:123456789012:stack/test/11111111")
                    .logicalId("Resource")
                    .account(Driver.ACCOUNT)
                    .region(Driver.REGION)
                    .desired(Driver.json("{\"RuleStackName\":\"edge\"}"))
                    .typeConfiguration(configuration)
                    .credentials(() -> Driver.json("{}")
                            .put("accessKeyId", keys.accessKeyId())
                            .put("secretAccessKey", keys.secretAccessKey())
                            .put("sessionToken", keys.sessionToken()))
                    .build();
            scheduler.run(
                    activities -> assertThat(executor.read(request).errorCode()).isEqualTo("NotFound"));
            return keys;
        }
    }

    private static Reachable statics(Class<?>... closed) {
        Reachable reachable = new Reachable(closed);
        reachable.fromStaticsOf(AbstractWrapper.class);
        reachable.fromStaticsOf(LambdaWrapper.class);
        new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .withImportOption(new NoTestJars())
                        .importPackages(HANDLERS)
                        .stream()
                        .map(JavaClass::reflect)
                        .forEach(reachable::fromStaticsOf);
        return reachable;
    }
}
