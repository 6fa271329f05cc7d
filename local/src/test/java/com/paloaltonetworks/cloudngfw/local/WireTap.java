package com.paloaltonetworks.cloudngfw.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A proxy that all HTTP of this process passes while it is in place; it remembers the secrets it sees. Clients that are made in
 * the meantime keep its selector for good, so afterwards that leads where the one before it does.
 */
final class WireTap {

    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "http2-settings", "proxy-connection");

    private final Secrets secrets;
    private final ProxySelector before = ProxySelector.getDefault();
    private final HttpClient onward = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final HttpServer server;
    private final Selector selector = new Selector();

    /** Runs this with the tap in place. */
    static void during(Secrets secrets, Runnable work) {
        WireTap tap = new WireTap(secrets);
        try {
            work.run();
        } finally {
            tap.close();
        }
    }

    private WireTap(Secrets secrets) {
        this.secrets = secrets;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
        ProxySelector.setDefault(selector);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(exchange.getRequestURI())
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                secrets.addHeader(name, values.get(0));
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    request.header(name, values.get(0));
                }
            });
            HttpResponse<byte[]> answer = onward.send(request.build(), BodyHandlers.ofByteArray());
            secrets.addAnswer(new String(answer.body(), StandardCharsets.UTF_8));
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() {
        ProxySelector.setDefault(before);
        selector.end();
        server.stop(0);
    }

    private final class Selector extends ProxySelector {
        private volatile boolean over;

        void end() {
            over = true;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return over ? before.select(uri) : List.of(new Proxy(Proxy.Type.HTTP, server.getAddress()));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
