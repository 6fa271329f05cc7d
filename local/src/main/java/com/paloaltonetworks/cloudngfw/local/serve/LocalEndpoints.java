package com.paloaltonetworks.cloudngfw.local.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.cloud.Services;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.simulator.World;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ports on which a local cloud is served, until they are closed. */
public final class LocalEndpoints implements AutoCloseable {

    private final Services services;
    private final Functions functions;
    private final Switchboard switchboard;
    private final ExecutorService background = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "ngfw-event");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpEndpoint http;
    private @Nullable HttpEndpoint https;
    private @Nullable ServerCertificate certificate;

    private LocalEndpoints(Services services, boolean realTime, int port) {
        this.services = services;
        Pace pace = realTime
                ? new RealPace(services.scheduler())
                : new VirtualPace(services.scheduler(), InstantSource.system());
        World world = services.simulator().world();
        this.functions = new Functions(services, pace);
        this.switchboard = new Switchboard(
                new LambdaInvoke(functions, background, world.region(), world.account()),
                services.simulator(),
                pace,
                services.save(),
                this::describe);
        this.http = HttpEndpoint.open(port, null, switchboard::answer);
    }

    /** For the process as a whole, before anything listens in it. */
    public static void limitSlowRequests() {
        HttpEndpoint.limitSlowRequests();
    }

    /**
     * Listens for plain HTTP.
     *
     * @param port 0 for any that is free
     * @throws StackFailure when the port is not free
     */
    public static LocalEndpoints open(Services services, boolean realTime, int port) {
        return new LocalEndpoints(services, realTime, port);
    }

    /**
     * Listens for HTTPS too.
     *
     * @param folder for the certificate and its key
     * @throws StackFailure when the port is not free
     */
    public void listenForTls(int port, Supplier<Path> folder) {
        certificate = ServerCertificate.in(folder.get());
        https = HttpEndpoint.open(port, certificate.context(), switchboard::answer);
    }

    /** What is served where; members that do not apply are null. */
    public ObjectNode describe() {
        String url = "http://127.0.0.1:" + http.port();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("Lambda", url)
                .put("Sts", url)
                .put(
                        "CloudNgfwApi",
                        url + Switchboard.API + services.simulator().world().region())
                .put("Https", https == null ? null : "https://localhost:" + https.port())
                .put(
                        "Certificate",
                        certificate == null
                                ? null
                                : certificate.pem().toAbsolutePath().toString());
        functions.types().forEach(document.putArray("ResourceTypes")::add);
        return document;
    }

    @Override
    public void close() {
        http.close();
        if (https != null) {
            https.close();
        }
        background.shutdownNow();
        services.save().run();
    }
}
