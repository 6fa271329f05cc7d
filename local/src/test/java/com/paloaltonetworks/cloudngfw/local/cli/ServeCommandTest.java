package com.paloaltonetworks.cloudngfw.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServeCommandTest {

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "served")), "c");
    }

    private static String refusal(String... words) {
        StringWriter err = new StringWriter();
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), words))
                .isEqualTo(Failures.FAILED);
        return err.toString();
    }

    @Test
    void itSaysInOneLineWhatItServesAndASecondOneSaysWhyItCannot() throws Exception {
        Path state = folder();
        PipedReader reader = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(reader), true);
        AtomicInteger exit = new AtomicInteger(-1);
        Thread serving = new Thread(() -> exit.set(Main.run(
                out,
                new PrintWriter(new StringWriter()),
                "serve",
                "--port",
                "0",
                "--json",
                "--state",
                state.toString())));
        serving.start();
        try (BufferedReader lines = new BufferedReader(reader)) {
            JsonNode served = new ObjectMapper().readTree(lines.readLine());
            assertThat(served.path("ResourceTypes")).hasSize(3);
            assertThat(served.path("Https").isNull()).isTrue();
            String port =
                    String.valueOf(URI.create(served.path("Lambda").asText()).getPort());

            assertThat(refusal("serve", "--port", "0", "--state", state.toString()))
                    .contains("Another command works in " + state);
            assertThat(refusal("serve", "--port", port, "--state", folder().toString()))
                    .contains("Port " + port + " cannot be used");
        } finally {
            serving.interrupt();
            serving.join();
        }
        assertThat(exit).hasValue(0);
        assertThat(state.resolve("tenant.json")).exists();
    }
}
