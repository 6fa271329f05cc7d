package com.paloaltonetworks.cloudngfw.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The socket: turns exchanges on loopback into calls and answers, and decides nothing. */
public final class HttpFront implements AutoCloseable {
    static {
        // Read once when the server class is loaded; without it every small answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Logger LOG = System.getLogger(HttpFront.class.getName());

    private final HttpServer server;
    private final ExecutorService threads;
    private final Function<Call, Answer> service;

    private HttpFront(Function<Call, Answer> service) throws IOException {
        this.service = service;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "cloud-ngfw-simulator");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Listens on a free port of the loopback interface. */
    public static HttpFront open(Function<Call, Answer> service) {
        try {
            HttpFront front = new HttpFront(service);
            front.server.setExecutor(front.threads);
            front.server.createContext("/", front::exchange);
            front.server.start();
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Closing an exchange before its headers are sent ends the connection without an answer. */
    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            if (!answer.dropped()) {
                byte[] body = answer.body().getBytes(UTF_8);
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** A defect of the simulator must not look like a lost connection. */
    private Answer answer(Call call) {
        try {
            return service.apply(call);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The simulator has a defect", e);
            return Answer.of(500, "application/json", "{\"message\":\"Internal server error\"}");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
