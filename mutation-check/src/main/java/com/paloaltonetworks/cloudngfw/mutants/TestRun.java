package com.paloaltonetworks.cloudngfw.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes and prints {@code FAILED <class>#<method>} for each failure, and {@code RAN <number>} at the end. Lives in
 * a JVM of its own, so that the class path alone decides which version of a class is tested.
 */
final class TestRun implements TestExecutionListener {

    static final String FAILED = "FAILED ";
    static final String RAN = "RAN ";

    private int tests;

    private TestRun() {}

    /** @param args names of test classes */
    public static void main(String[] args) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(args)
                        .map(name -> selectClass(TestRun.class.getClassLoader(), name))
                        .toList())
                .build();
        TestRun run = new TestRun();
        LauncherFactory.create().execute(request, run);
        System.out.println(RAN + run.tests);
        System.exit(0); // whatever a test left running
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        tests += test.isTest() ? 1 : 0;
        if (result.getStatus() == Status.FAILED) {
            System.out.println(FAILED + nameOf(test));
        }
    }

    /** A failure outside of a test, as of a method that prepares all of a class, is the class's. */
    private static String nameOf(TestIdentifier test) {
        TestSource source = test.getSource().orElseThrow();
        return source instanceof MethodSource method
                ? method.getClassName() + "#" + method.getMethodName()
                : ((ClassSource) source).getClassName() + "#";
    }
}
