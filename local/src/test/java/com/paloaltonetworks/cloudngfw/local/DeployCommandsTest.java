package com.paloaltonetworks.cloudngfw.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code deploy/register} and {@code deploy/configure} in a copy of the folder, before an AWS that keeps what it is told in files. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DeployCommandsTest {

    private static final List<String> MODULES = List.of("rulestack-handler", "rule-handler", "firewall-handler");

    /** Objects and configurations are files below {@code $CLOUD}; every call is a line in {@code calls}. */
    private static final String AWS = """
            #!/usr/bin/env bash
            echo "$*" >>"$CLOUD/calls"
            type=$(echo "$*" | grep -o 'CloudNGFW::[A-Za-z]*' | cut -d : -f 3)
            case "$1 $2" in
                "s3api head-object") [ -f "$CLOUD/$4-$6" ] ;;
                "s3 cp") cp "$4" "$CLOUD/$(echo "${5#s3://}" | tr / -)" ;;
                "cloudformation batch-describe-type-configurations") cat "$CLOUD/configuration-$type" 2>/dev/null || echo None ;;
                "cloudformation set-type-configuration") file=${!#} && cp "${file#file://}" "$CLOUD/configuration-$type" ;;
            esac
            """;

    private static final String CFN = """
            #!/usr/bin/env bash
            echo zip >"$(basename paloaltonetworks-*.json .json).zip"
            """;

    private Path house;
    private Path cloud;
    private String output;

    @BeforeEach
    void build() throws IOException {
        assumeThat(Path.of("/bin/bash")).as("bash").exists();
        house = Files.createTempDirectory(Files.createDirectories(Path.of("target", "commands")), "h")
                .toAbsolutePath();
        cloud = Files.createDirectory(house.resolve("cloud"));
        Path tools = Files.createDirectory(house.resolve("tools"));
        tool(tools.resolve("aws"), AWS);
        tool(tools.resolve("cfn"), CFN);
        Path deploy = Files.createDirectory(house.resolve("deploy"));
        for (String file : List.of("register", "configure", "roles.yaml", "registration.yaml")) {
            Files.copy(Path.of("..", "deploy", file), deploy.resolve(file));
        }
        for (String module : MODULES) {
            assemble(module, "first");
        }
    }

    @Test
    void registerUploadsThePackagesAndDeploysRolesOnceAndTheTypesInEveryRegion() throws IOException {
        assertThat(run("register", "--bucket", "b", "--region", "eu-west-1", "--region", "us-east-1"))
                .as(output)
                .isZero();

        assertThat(calls()).filteredOn(call -> call.startsWith("s3 cp")).hasSize(3);
        assertThat(calls())
                .filteredOn(call -> call.startsWith("cloudformation deploy"))
                .satisfiesExactly(
                        roles -> assertThat(roles).contains("--region eu-west-1", "deploy/roles.yaml"),
                        types -> assertThat(types).contains("--region eu-west-1", "deploy/registration.yaml"),
                        types -> assertThat(types)
                                .contains("--region us-east-1", "deploy/registration.yaml")
                                .containsSubsequence("RuleStackPackage=s3://b/", "SecurityRulePackage=s3://b/")
                                .contains("FirewallPackage=s3://b/paloaltonetworks-cloudngfw-firewall-handler-"));
    }

    @Test
    void registerAgainUploadsNothingAndNamesTheSamePackages() throws IOException {
        run("register", "--bucket", "b", "--region", "us-east-1");
        List<String> first = calls();
        Files.delete(cloud.resolve("calls"));

        assertThat(run("register", "--bucket", "b", "--region", "us-east-1")).isZero();

        assertThat(calls()).noneMatch(call -> call.startsWith("s3 cp"));
        assertThat(calls().get(calls().size() - 1)).isEqualTo(first.get(first.size() - 1));
    }

    @Test
    void aChangedPackageHasANewName() throws IOException {
        run("register", "--bucket", "b", "--region", "us-east-1");
        String before = calls().get(calls().size() - 1);
        assemble("rule-handler", "second");

        run("register", "--bucket", "b", "--region", "us-east-1");

        assertThat(calls()).filteredOn(call -> call.startsWith("s3 cp")).hasSize(4);
        assertThat(calls().get(calls().size() - 1)).isNotEqualTo(before);
    }

    @Test
    void uploadOnlyPrintsTheParametersOfTheStackSets() throws IOException {
        assertThat(run("register", "--bucket", "b", "--region", "us-east-1", "--upload-only"))
                .isZero();

        assertThat(output).contains("TemplateBucket=b", "RuleStackPackage=s3://b/", "FirewallPackage=s3://b/");
        assertThat(calls()).noneMatch(call -> call.startsWith("cloudformation"));
        assertThat(cloud.resolve("b-roles.yaml")).exists();
        assertThat(cloud.resolve("b-registration.yaml")).exists();
    }

    @Test
    void aDryRunTellsAndCallsNothing() throws IOException {
        assertThat(run("register", "--bucket", "b", "--region", "us-east-1", "--dry-run"))
                .isZero();

        assertThat(output).contains("would call: aws cloudformation deploy");
        assertThat(cloud.resolve("calls")).doesNotExist();
    }

    @Test
    void registerSaysWhatToDoWhenNothingIsAssembled() throws IOException {
        Files.delete(house.resolve("rule-handler/target/cfn/.rpdk-config"));

        assertThat(run("register", "--bucket", "b", "--region", "us-east-1")).isEqualTo(1);

        assertThat(output).contains("rule-handler/target/cfn is not there: run mvn -B -DskipTests package first");
    }

    @Test
    void configureSetsEveryTypeAndLeavesWhatIsSetAlone() throws IOException {
        Path file = Files.writeString(house.resolve("configuration.json"), "{\"CommitMode\": \"Manual\"}");

        assertThat(run("configure", file.toString(), "--region", "us-east-1"))
                .as(output)
                .isZero();
        assertThat(output).isEqualTo("""
                PaloAltoNetworks::CloudNGFW::RuleStack in us-east-1: set
                PaloAltoNetworks::CloudNGFW::SecurityRule in us-east-1: set
                PaloAltoNetworks::CloudNGFW::NGFW in us-east-1: set
                """);
        Files.delete(cloud.resolve("calls"));

        assertThat(run("configure", file.toString(), "--region", "us-east-1")).isZero();
        assertThat(calls()).noneMatch(call -> call.contains("set-type-configuration"));
    }

    @Test
    void wrongUsageExitsWithTwo() throws IOException {
        assertThat(run("register")).isEqualTo(2);
        assertThat(output).contains("--bucket is missing");
        assertThat(run("register", "--buckett", "b")).isEqualTo(2);
        assertThat(run("configure")).isEqualTo(2);
    }

    private void assemble(String module, String content) throws IOException {
        Path folder = Files.createDirectories(house.resolve(module).resolve("target/cfn"));
        Files.writeString(folder.resolve(".rpdk-config"), content);
        Files.writeString(folder.resolve("paloaltonetworks-cloudngfw-" + module + ".json"), "{}");
    }

    private static void tool(Path path, String script) throws IOException {
        Files.writeString(path, script);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private int run(String command, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("/bin/bash", "deploy/" + command));
        line.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(house.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", house.resolve("tools") + ":" + environment.get("PATH"));
        environment.put("CLOUD", cloud.toString());
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(cloud.resolve("calls"));
    }
}
