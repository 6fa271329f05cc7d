package com.paloaltonetworks.cloudngfw.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the wire believes, and what others on the way learn. Trust is read once per process, so each look has its own. */
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final int SUPPORTED_VERSIONS = 43;

    private final List<String> served = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aServerWithATrustedCertificateOfItsNameIsBelieved() throws Exception {
        Path keys = keys("good", "ip:127.0.0.1");
        assertThat(answer(keys, trusting(keys))).containsExactly("HTTP 200");
        assertThat(served).containsExactly("jwt-secret");
    }

    @Test
    void anotherNamesCertificateIsRefusedBeforeAnythingIsSent() throws Exception {
        Path keys = keys("other", "dns:api.us-east-1.aws.cloudngfw.paloaltonetworks.com");
        assertThat(answer(keys, trusting(keys)))
                .singleElement()
                .asString()
                .contains("NETWORK", "SSLHandshakeException", "No subject alternative names matching IP address")
                .doesNotContain("secret");
        assertThat(served).isEmpty();
    }

    @Test
    void aCertificateThatNobodySignedIsRefusedBeforeAnythingIsSent() throws Exception {
        assertThat(answer(keys("unknown", "ip:127.0.0.1"), Map.of()))
                .singleElement()
                .asString()
                .contains("NETWORK", "SSLHandshakeException", "unable to find valid certification path")
                .doesNotContain("secret");
        assertThat(served).isEmpty();
    }

    @Test
    void aProxyLearnsWhereToAndNothingElse() throws IOException {
        try (ServerSocket proxy = listening()) {
            CompletableFuture<List<String>> heard = CompletableFuture.supplyAsync(() -> head(proxy));
            Map<String, String> through =
                    Map.of("https.proxyHost", "127.0.0.1", "https.proxyPort", String.valueOf(proxy.getLocalPort()));
            assertThat(Fork.run(Call.class, Map.of(), through, "https://api.example/v1/x"))
                    .singleElement()
                    .asString()
                    .startsWith("NETWORK");
            assertThat(heard.join())
                    .first()
                    .asString()
                    .isEqualTo("CONNECT api.example:443 HTTP/1.1")
                    .doesNotContain("secret");
            assertThat(heard.join()).noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void nothingOlderThanTls12IsOffered() throws IOException {
        try (ServerSocket server = listening()) {
            CompletableFuture<List<Integer>> offered = CompletableFuture.supplyAsync(() -> offeredTo(server));
            URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/v1/x");
            assertThatThrownBy(() -> new JdkNetwork().send(new ApiRequest("GET", uri, Map.of(), "")))
                    .isInstanceOf(NgfwException.class);
            assertThat(offered.join()).containsExactlyInAnyOrder(0x0304, 0x0303);
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** What a process that has these properties hears from a server with these keys. */
    private List<String> answer(Path keys, Map<String, String> properties) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> {
            served.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/v1/x";
            return Fork.run(Call.class, Map.of(), properties, url);
        } finally {
            server.stop(0);
        }
    }

    private static Map<String, String> trusting(Path keys) {
        return Map.of("javax.net.ssl.trustStore", keys.toString(), "javax.net.ssl.trustStorePassword", PASSWORD);
    }

    private Path keys(String name, String subject) {
        Path store = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String words = "-genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 2 -dname CN=server"
                + " -storetype PKCS12 -storepass " + PASSWORD + " -ext san=" + subject;
        List<String> command = new ArrayList<>(List.of(keytool, "-keystore", store.toString()));
        command.addAll(List.of(words.split(" ")));
        List<String> said = Fork.run(command, Map.of());
        assertThat(store).as(said.toString()).exists();
        return store;
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** The lines before the first empty one; nothing is answered. */
    private static List<String> head(ServerSocket server) {
        List<String> lines = new ArrayList<>();
        try (Socket socket = server.accept()) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
        return lines;
    }

    /** The versions in the client's first message: RFC 8446, 4.1.2 and 4.2.1. */
    private static List<Integer> offeredTo(ServerSocket server) {
        try (Socket socket = server.accept();
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            in.skipNBytes(3);
            ByteBuffer hello = ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
            hello.position(4 + 2 + 32);
            skip(hello, hello.get() & 0xff);
            skip(hello, hello.getShort() & 0xffff);
            skip(hello, hello.get() & 0xff);
            hello.getShort();
            while (hello.hasRemaining()) {
                int extension = hello.getShort() & 0xffff;
                int length = hello.getShort() & 0xffff;
                if (extension == SUPPORTED_VERSIONS) {
                    return shorts(hello, hello.get() / 2);
                }
                skip(hello, length);
            }
            return List.of();
        } catch (IOException e) {
            return List.of(-1);
        }
    }

    private static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }

    private static List<Integer> shorts(ByteBuffer bytes, int count) {
        List<Integer> values = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            values.add(bytes.getShort() & 0xffff);
        }
        return values;
    }

    /** Sends one request with a token, and prints what became of it. */
    static final class Call {
        public static void main(String[] url) {
            try {
                ApiRequest request =
                        new ApiRequest("GET", URI.create(url[0]), Map.of("Authorization", "jwt-secret"), "");
                System.out.println("HTTP " + new JdkNetwork().send(request).status());
            } catch (NgfwException failure) {
                System.out.println(failure.getKind() + " " + failure.getMessage());
            }
        }
    }
}
