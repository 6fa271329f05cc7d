package com.paloaltonetworks.cloudngfw.local.serve;

import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.RULESTACK;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.json;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.payload;
import static com.paloaltonetworks.cloudngfw.local.serve.ServedCloud.rulestack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.simulator.Simulator;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets at what listens on this machine. */
class LocalSurfaceTest {

    private final ServedCloud served = ServedCloud.started();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void nothingListensBeyondThisMachine() throws IOException {
        assertOnlyLocal(served.url("").getPort());
        try (Simulator simulator = Simulator.start(World.standard(), InstantSource.fixed(Instant.EPOCH))) {
            assertOnlyLocal(simulator.sts().getPort());
        }
    }

    private static void assertOnlyLocal(int port) throws IOException {
        try (Socket near = new Socket()) {
            near.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        }
        assertThat(otherAddresses())
                .isNotEmpty()
                .allSatisfy(address -> assertThatThrownBy(() -> {
                            try (Socket far = new Socket()) {
                                far.connect(new InetSocketAddress(address, port), 1000);
                            }
                        })
                        .isInstanceOf(IOException.class));
    }

    /**
     * Those on the network; and, where there is no network, one more of the loopback's own, which reaches whatever listens on all
     * addresses, but not what listens on the loopback address alone.
     */
    private static List<InetAddress> otherAddresses() throws IOException {
        Stream<InetAddress> network = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress());
        return Stream.concat(network, Stream.of(InetAddress.getByName("127.0.0.2")))
                .toList();
    }

    /** A browser says where a page comes from when the page calls another place. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://127.0.0.1:8080", "null"})
    void aWebPageInvokesNothing(String origin) {
        String create = payload("CREATE", RULESTACK, "c", rulestack("edge")).toString();
        HttpResponse<String> answer = served.invoke(create, "Origin", origin, "Content-Type", "text/plain");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(served.post("/", "Action=GetCallerIdentity", "Origin", origin)
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.cloud().services().simulator().requests().counts()).isEmpty();
    }

    @Test
    void whatIsKeptIsItsOwnersAlone() throws IOException {
        ObjectNode create = payload("CREATE", RULESTACK, "c", rulestack("edge"));
        assertThat(served.toItsEnd(create).path("status").asText()).isEqualTo("SUCCESS");
        Path state = served.cloud().folder("tls").getParent();
        try (Stream<Path> kept = Files.walk(state)) {
            assertThat(kept.filter(path -> !path.endsWith("lock")))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void aPayloadSendsNoCredentialsInClearTextBeyondThisMachine() {
        ObjectNode create = payload("CREATE", RULESTACK, "c", rulestack("edge"));
        ((ObjectNode) create.path("requestData"))
                .putObject("typeConfiguration")
                .put("ApiEndpoint", "http://api.example");
        JsonNode event = json(served.invoke(create.toString()).body());
        assertThat(event.path("errorCode").asText()).isEqualTo("InvalidTypeConfiguration");
    }
}
