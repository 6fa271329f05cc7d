package com.paloaltonetworks.cloudngfw.local.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One port of the loopback interface. Every exchange has a thread of its own, so a client that is slow to send or to read
 * keeps nobody else waiting.
 */
final class HttpEndpoint implements AutoCloseable {

    /** What Lambda takes at most in a synchronous call; nothing else that is served here takes as much. */
    static final int LARGEST_BODY = 6 * 1024 * 1024;

    private static final Logger LOG = System.getLogger(HttpEndpoint.class.getName());
    private static final int SECONDS_TO_SEND_A_REQUEST = 60;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Function<Call, Reply> service;

    private HttpEndpoint(HttpServer server, Function<Call, Reply> service) {
        this.server = server;
        this.service = service;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "ngfw-serve");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
        server.start();
    }

    /** For the process as a whole, and before its first server: ends connections whose request never arrives as a whole. */
    static void limitSlowRequests() {
        System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(SECONDS_TO_SEND_A_REQUEST));
    }

    /**
     * Listens.
     *
     * @param port 0 for any that is free
     * @param tls with whose key HTTPS is spoken; null for HTTP
     * @throws StackFailure when the port is not free
     */
    static HttpEndpoint open(int port, @Nullable SSLContext tls, Function<Call, Reply> service) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            if (tls == null) {
                return new HttpEndpoint(HttpServer.create(address, 0), service);
            }
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new HttpEndpoint(server, service);
        } catch (BindException e) {
            throw StackFailure.state("Port " + port + " cannot be used (" + e.getMessage()
                    + "): another program listens there, perhaps another ngfw serve. Choose one with --port"
                    + (tls == null ? "" : " and --tls-port") + ", 0 for any that is free");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Closing an exchange before its headers are sent ends the connection without an answer. */
    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            if (!reply.dropped()) {
                reply.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        InputStream sent = exchange.getRequestBody();
        byte[] body = sent.readNBytes(LARGEST_BODY + 1);
        readOn(sent);
        Call call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(),
                body);
        try {
            return service.apply(call);
        } catch (RuntimeException e) { // a defect of ours must not look like a lost connection
            LOG.log(Level.ERROR, "Not answered: " + call.method() + " " + call.path(), e);
            return Reply.json(500, JsonNodeFactory.instance.objectNode().put("message", String.valueOf(e)));
        }
    }

    /** Whoever is cut off while sending never sees why: so all of it is read, within reason. */
    private static void readOn(InputStream sent) throws IOException {
        byte[] unused = new byte[8192];
        for (int left = 10 * LARGEST_BODY; left > 0; left -= unused.length) {
            if (sent.readNBytes(unused, 0, unused.length) == 0) {
                return;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
