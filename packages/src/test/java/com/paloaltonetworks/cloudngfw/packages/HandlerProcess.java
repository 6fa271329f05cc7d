package com.paloaltonetworks.cloudngfw.packages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A type's handler in a fresh JVM that has only the type's jar. */
final class HandlerProcess implements RequestStreamHandler, AutoCloseable {

    private final Path errors;
    private final Process process;
    private final BufferedReader answers;

    HandlerProcess(PackagedType type) throws IOException {
        errors = Files.createTempFile("handler", ".err");
        process = FreshProcess.handlerOf(type, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
                .redirectError(errors.toFile())
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    @Override
    public void handleRequest(InputStream request, OutputStream answer, Context context) throws IOException {
        OutputStream requests = process.getOutputStream();
        request.transferTo(requests);
        requests.write('\n');
        requests.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new EOFException("The handler's process ended: " + errorOutput());
        }
        answer.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** What the process wrote to standard error until now. */
    String errorOutput() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
        answers.close();
    }
}
