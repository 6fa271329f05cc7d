package com.paloaltonetworks.cloudngfw.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Measures what a type costs where Lambda has no process of it yet: size and classes of the jar, classes loaded for a first
 * answer, and the time from the start of a JVM to its end with that answer, as a multiple of a JVM that does nothing.
 */
final class ColdStart {

    /** With the flags that Lambda gives a Java process. */
    private static final List<String> LAMBDA = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int DEFAULT_RUNS = 9;

    /** Goes through the whole of the handler runtime and of our checks, and needs no service. */
    private static final String FIRST_REQUEST = """
            {"action":"CREATE","awsAccountId":"123456789012","bearerToken":"t","region":"us-east-1","requestData":\
            {"logicalResourceId":"R","resourceProperties":{"Unknown":"x"},"systemTags":{},"stackTags":{}}}
            """;

    private ColdStart() {}

    /**
     * Prints one line for each type.
     *
     * @param args the repository, and how many runs a median is taken of
     */
    public static void main(String[] args) throws IOException {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_RUNS;
        System.out.printf(
                "%-18s %8s %8s %8s %9s %14s%n", "type", "jar MB", "classes", "loaded", "ratio", "Lambda flags");
        for (PackagedType type : PackagedType.all(Path.of(args[0]))) {
            System.out.printf(
                    "%-18s %8.1f %8d %8d %9.1f %14.1f%n",
                    type,
                    Files.size(type.jar()) / 1e6,
                    classesIn(type),
                    classesLoadedBy(type),
                    ratio(type, List.of(), runs),
                    ratio(type, LAMBDA, runs));
        }
    }

    private static long classesIn(PackagedType type) throws IOException {
        try (ZipFile jar = new ZipFile(type.jar().toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .count();
        }
    }

    /** Classes of the jar and of the JDK. */
    private static long classesLoadedBy(PackagedType type) throws IOException {
        Path log = Files.createTempFile("classes", ".log");
        milliseconds(FreshProcess.handlerOf(type, List.of("-Xlog:class+load:file=" + log)), FIRST_REQUEST);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    /** Of medians; the runs alternate, so that a busy machine slows both alike. */
    private static double ratio(PackagedType type, List<String> options, int runs) {
        List<Double> answering = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        try {
            for (int run = 0; run < runs; run++) {
                idle.add(milliseconds(FreshProcess.bare(options), ""));
                answering.add(milliseconds(FreshProcess.handlerOf(type, options), FIRST_REQUEST));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return median(answering) / median(idle);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double milliseconds(ProcessBuilder command, String input) throws IOException {
        long began = System.nanoTime();
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var requests = process.getOutputStream()) {
            requests.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // A process that reads nothing may be over already.
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        double took = (System.nanoTime() - began) / 1e6;
        if (process.exitValue() != 0 || (!input.isEmpty() && !answer.contains("InvalidRequest"))) {
            throw new IOException(
                    "Unexpected end of " + command.command() + ": " + process.exitValue() + ", " + answer);
        }
        return took;
    }
}
