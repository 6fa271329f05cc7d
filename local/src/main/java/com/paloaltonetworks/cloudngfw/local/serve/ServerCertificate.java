package com.paloaltonetworks.cloudngfw.local.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.regions.Region;

/**
 * A self-signed certificate for this machine and for the vendor's API hosts of all Regions, made with the JDK's keytool and
 * kept for the next time. The private key is in a file that only its owner can read; the password is none.
 */
final class ServerCertificate {

    private static final String ALIAS = "ngfw";
    /** Of the file format, which wants one; what protects the key are the rights of its file and folder. */
    private static final String PASSWORD = "ngfw-serve";

    private static final int DAYS = 365;
    private static final int LAST_DAYS = 14;

    private final Path keys;
    private final Path pem;
    private final KeyStore store;

    private ServerCertificate(Path folder) throws IOException, GeneralSecurityException {
        this.keys = folder.resolve("server.p12");
        this.pem = folder.resolve("certificate.pem");
        if (!Files.exists(keys)) {
            make();
        }
        KeyStore found = load();
        if (isNearlyOver(found)) {
            make();
            found = load();
        }
        this.store = found;
        Files.writeString(pem, text(store.getCertificate(ALIAS)), US_ASCII);
    }

    /** @param folder that only its owner may enter */
    static ServerCertificate in(Path folder) {
        try {
            return new ServerCertificate(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("No certificate can be made in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate in " + folder + " cannot be used; remove it", e);
        }
    }

    /** The certificate as clients take it: {@code curl --cacert}, {@code AWS_CA_BUNDLE}, {@code keytool -importcert}. */
    Path pem() {
        return pem;
    }

    SSLContext context() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate in " + keys + " cannot be used; remove it", e);
        }
    }

    private void make() throws IOException {
        Path draft = keys.resolveSibling("server.p12.new");
        Files.deleteIfExists(draft);
        String names = Stream.concat(Stream.of("dns:localhost", "ip:127.0.0.1"), apiHosts().stream())
                .collect(Collectors.joining(","));
        keytool(List.of(
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                String.valueOf(DAYS),
                "-dname",
                "CN=ngfw serve on this machine",
                "-ext",
                "san=" + names,
                "-ext",
                "eku=serverAuth",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                draft.toString()));
        if (draft.toFile().setReadable(false, false)
                && draft.toFile().setWritable(false, false)
                && draft.toFile().setReadable(true, true)
                && draft.toFile().setWritable(true, true)) {
            Files.move(draft, keys, StandardCopyOption.REPLACE_EXISTING);
        } else {
            throw new IOException("The rights of " + draft + " cannot be set");
        }
    }

    private static List<String> apiHosts() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(region -> "dns:api." + region.id() + ".aws.cloudngfw.paloaltonetworks.com")
                .toList();
    }

    private static void keytool(List<String> words) throws IOException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(program), words.stream()).toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("keytool was interrupted", e);
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            loaded.load(file, PASSWORD.toCharArray());
        }
        return loaded;
    }

    private static boolean isNearlyOver(KeyStore store) throws GeneralSecurityException {
        Instant end =
                ((X509Certificate) store.getCertificate(ALIAS)).getNotAfter().toInstant();
        return end.isBefore(Instant.now().plus(LAST_DAYS, ChronoUnit.DAYS));
    }

    private static String text(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
