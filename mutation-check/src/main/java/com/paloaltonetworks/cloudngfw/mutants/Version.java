package com.paloaltonetworks.cloudngfw.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Some classes compiled anew, before all others on the class path, and the tests run on them. */
final class Version {

    /** A mutant that never ends is none that a test killed. */
    private static final int MOST_MINUTES = 10;

    private static final String OTHER_CLASSES = System.getProperty("java.class.path");

    private final Path sources;
    private final Path classes;
    private final Path log;
    private final Path tmp;

    /** @param scratch where a new folder is made for everything of this version */
    Version(Path scratch, String name) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(scratch), name.replaceAll("\\W+", "-") + "-");
        this.sources = Files.createDirectories(folder.resolve("sources"));
        this.classes = Files.createDirectories(folder.resolve("classes"));
        this.tmp = Files.createDirectories(folder.resolve("tmp")); // the handler runtime empties it
        this.log = folder.resolve("log.txt");
    }

    /** @param contents of the files to compile against what is built, by their places */
    void compile(Map<String, String> contents) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> content : contents.entrySet()) {
            Path file = sources.resolve(Path.of(content.getKey()).getFileName());
            files.add(Files.writeString(file, content.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", OTHER_CLASSES);
            if (!compiler.getTask(problems, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalStateException(sources + " does not compile:\n" + problems);
            }
        }
    }

    /** The tests that fail, each as {@code <class>#<method>}. */
    Set<String> failuresOf(List<String> testClasses) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + tmp,
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classes + File.pathSeparator + OTHER_CLASSES,
                TestRun.class.getName()));
        command.addAll(testClasses);
        Process tests = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!tests.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            tests.destroyForcibly().waitFor();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return failuresIn(lines.toList());
        }
    }

    private Set<String> failuresIn(List<String> lines) {
        Set<String> failures = new TreeSet<>();
        boolean ran = false;
        for (String line : lines) {
            if (line.startsWith(TestRun.FAILED)) {
                failures.add(line.substring(TestRun.FAILED.length()));
            }
            ran |= line.startsWith(TestRun.RAN) && !line.equals(TestRun.RAN + "0");
        }
        if (!ran) {
            throw new IllegalStateException("The tests did not come to an end, see " + log);
        }
        return failures;
    }
}
