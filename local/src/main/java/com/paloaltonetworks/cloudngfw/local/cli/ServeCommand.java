package com.paloaltonetworks.cloudngfw.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.cloud.LocalCloud;
import com.paloaltonetworks.cloudngfw.local.serve.LocalEndpoints;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description =
                "Serves Lambda Invoke, STS and the simulated Cloud NGFW API on this machine, for tools of AWS and of"
                        + " the vendor, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int SECONDS_TO_END = 10;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the loopback interface, 0 for any that is free (default: 4566).")
    private int port = 4566;

    @Option(
            names = "--tls-port",
            paramLabel = "N",
            description =
                    "HTTPS as well, with a certificate kept in the state; 0 for any port that is free (default: none).")
    private @Nullable Integer tlsPort;

    @Override
    public Integer call() {
        TemporaryFolder.requirePrivate();
        LocalEndpoints.limitSlowRequests();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread atSignal = new Thread(() -> {
            stop.countDown();
            await(stopped);
        });
        try (LocalCloud cloud = common.ownCloud();
                LocalEndpoints endpoints = LocalEndpoints.open(cloud.services(), common.isRealTime(), port)) {
            if (tlsPort != null) {
                endpoints.listenForTls(tlsPort, () -> cloud.folder("tls"));
            }
            Runtime.getRuntime().addShutdownHook(atSignal);
            show(endpoints.describe());
            waitFor(stop);
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private static void waitFor(CountDownLatch stop) {
        try {
            stop.await();
        } catch (InterruptedException e) { // another way to be told to stop
            Thread.currentThread().interrupt();
        }
    }

    /** The process ends when its hooks do: not before the state is kept, and not never. */
    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
                System.err.println("ngfw: the state may not be complete");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(ObjectNode served) {
        if (common.json()) {
            common.out().println(served);
        } else {
            new ServeText(common.out(), served).print(common);
        }
        common.out().flush();
    }
}
