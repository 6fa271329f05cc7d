package com.paloaltonetworks.cloudngfw.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on the loopback that answers every request with the same bytes, whatever HTTP thinks of them. */
final class HostileServer implements AutoCloseable {

    /** What is sent after a request was read; the connection is closed when it returns. */
    interface Behaviour {
        void answer(OutputStream out, CountDownLatch end) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    private HostileServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    static HostileServer behaving(Behaviour behaviour) {
        return new HostileServer(behaviour);
    }

    /** Sends this, with line ends as they are, and closes. */
    static HostileServer saying(String answer) {
        return behaving((out, end) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    /** Bytes that the client, or the buffers before it, took. */
    long sent() {
        return sent.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            readHead(connection.getInputStream());
            requests.incrementAndGet();
            OutputStream out = connection.getOutputStream();
            behaviour.answer(new Counting(out), end);
            out.flush();
        } catch (IOException gone) {
            // The client has heard enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int ends = 0;
        for (int read = in.read(); read >= 0 && ends < 2; read = ends == 2 ? 0 : in.read()) {
            ends = read == '\n' ? ends + 1 : read == '\r' ? ends : 0;
        }
    }

    private final class Counting extends OutputStream {
        private final OutputStream out;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            sent.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            sent.addAndGet(count);
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
