package com.paloaltonetworks.cloudngfw.packages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Java processes that know nothing but what they are given: a class path, a temporary folder of their own, no AWS settings. */
final class FreshProcess {

    /** Where {@link LambdaStandIn} is; only it is used from there. */
    private static final Path STAND_IN = Path.of(LambdaStandIn.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath());

    private FreshProcess() {}

    /** A process that answers requests to the type's handler, line by line. */
    static ProcessBuilder handlerOf(PackagedType type, List<String> options) throws IOException {
        return java(type.jar() + File.pathSeparator + STAND_IN, options, LambdaStandIn.class, type.handlerClass());
    }

    /** A process that does nothing, to compare with. */
    static ProcessBuilder bare(List<String> options) throws IOException {
        return java(STAND_IN.toString(), options, Nothing.class);
    }

    /** The handler runtime empties its temporary folder at will, so each process gets one of its own. */
    private static ProcessBuilder java(String classPath, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        Path temporary = Files.createTempDirectory("packages");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.contains("JAVA"));
        return process;
    }

    /** Says how long a JVM takes that has nothing to do. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] args) {
            Stream.empty().close();
        }
    }
}
