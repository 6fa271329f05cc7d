package com.paloaltonetworks.cloudngfw.local.serve;

import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.RULESTACK;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.json;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.payload;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.rulestack;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tools for which all this is served, where they are installed. They are given keys that nobody has issued. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OfficialToolsTest {

    private final ServedCloud served = ServedCloud.started();
    private final String url = served.url("").toString();
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "served")), "t");
    }

    @AfterEach
    void close() {
        served.close();
    }

    /** The output of a program; skips the test, naming the tool, when the machine does not have it. */
    private String output(String tool, List<String> probe, List<String> words)
            throws IOException, InterruptedException {
        assumeTrue(exit(probe) == 0, tool + " is not installed");
        int exit = exit(words);
        String said = Files.readString(folder.resolve("said.txt"));
        assertThat(exit).as(String.join(" ", words) + "\n" + said).isZero();
        return said;
    }

    private int exit(List<String> words) throws InterruptedException {
        ProcessBuilder program = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        program.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_SESSION_TOKEN", "token",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", "none",
                        "AWS_SHARED_CREDENTIALS_FILE", "none",
                        "AWS_MAX_ATTEMPTS", "1",
                        "AWS_PAGER", ""));
        try {
            return program.start().waitFor();
        } catch (IOException notThere) {
            return -1;
        }
    }

    private String aws(String... words) throws IOException, InterruptedException {
        return output("The AWS CLI", List.of("aws", "--version"), List.of(words));
    }

    @Test
    void awsStsAssumesTheAdminRole() throws IOException, InterruptedException {
        JsonNode answer = json(aws(
                "aws",
                "sts",
                "assume-role",
                "--endpoint-url",
                url,
                "--role-arn",
                "arn:aws:iam::123456789012:role/CloudNgfwAdmin",
                "--role-session-name",
                "me"));
        assertThat(answer.at("/Credentials/AccessKeyId").asText()).startsWith("ASIA");
    }

    @Test
    void awsLambdaInvokesAHandler() throws IOException, InterruptedException {
        Path event = folder.resolve("event.json");
        Files.writeString(
                event, payload("READ", RULESTACK, "t", rulestack("absent")).toString());
        String said = aws(
                "aws",
                "lambda",
                "invoke",
                "--endpoint-url",
                url,
                "--function-name",
                "TypeFunction",
                "--log-type",
                "Tail",
                "--payload",
                "fileb://event.json",
                "answer.json");
        assertThat(said).contains("\"ExecutedVersion\": \"$LATEST\"", "LogResult");
        assertThat(json(Files.readString(folder.resolve("answer.json"), UTF_8))
                        .path("errorCode")
                        .asText())
                .isEqualTo("NotFound");
    }

    @Test
    void botoTakesTheFormsOfErrors() throws IOException, InterruptedException {
        String script = """
                import boto3
                client = boto3.client('lambda', endpoint_url='%s')
                try:
                    client.invoke(FunctionName='f', Payload=b'{"resourceType":"A::B::C"}')
                except client.exceptions.ResourceNotFoundException as e:
                    print('found out')
                sts = boto3.client('sts', endpoint_url='%s')
                print(sts.get_caller_identity()['Account'])
                """.formatted(url, url);
        String said = output("boto3", List.of("python3", "-c", "import boto3"), List.of("python3", "-c", script));
        assertThat(said.lines()).containsExactly("found out", "123456789012");
    }

    /** The CloudFormation CLI asks the real STS for its account, at an address that cannot be configured. */
    @Test
    void cfnInvokeCreatesAResource() throws IOException, InterruptedException {
        Files.writeString(folder.resolve(".rpdk-config"), """
                {"artifact_type":"RESOURCE","typeName":"%s","language":"java","runtime":"java17",
                 "entrypoint":"a.HandlerWrapper::handleRequest","testEntrypoint":"a.HandlerWrapper::testEntrypoint",
                 "settings":{"namespace":["a"],"protocolVersion":"2.0.0"}}""".formatted(RULESTACK));
        String schema = "paloaltonetworks-cloudngfw-rulestack.json";
        Files.copy(Path.of("..", "resource-schemas", schema), folder.resolve(schema));
        Files.writeString(
                folder.resolve("request.json"),
                "{\"desiredResourceState\":" + rulestack("invoked")
                        + ",\"previousResourceState\":null,\"typeConfiguration\":null}");
        String script = """
                import rpdk.core.contract.resource_client as client
                client.get_account = lambda *session: '123456789012'
                from rpdk.core.cli import main
                main(['invoke', '--endpoint', '%s', '--region', 'us-east-1',
                      '--function-name', 'paloaltonetworks-cloudngfw-rulestack', 'resource', 'CREATE', 'request.json'])
                """.formatted(url);
        output(
                "The CloudFormation CLI with its Java plugin",
                List.of("python3", "-c", "import rpdk.core, rpdk.java"),
                List.of("python3", "-c", script));
        assertThat(served.cloud().tenant().at("/Rulestacks/0/RuleStackState").asText())
                .isEqualTo("Running");
    }
}
