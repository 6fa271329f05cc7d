package com.paloaltonetworks.cloudngfw.resilience.sweep;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What handlers and their libraries write past the logger that Lambda gives them: to the process's two streams, and to the
 * platform's own logging. The streams go on to where they went. The process has one of each, so whoever listens hears
 * everybody.
 */
final class ProcessOutput {

    /** Take a place and a line that was written there. */
    private static final Set<BiConsumer<String, String>> LISTENERS = ConcurrentHashMap.newKeySet();

    static {
        System.setOut(tee("the standard output", System.out));
        System.setErr(tee("the standard error", System.err));
        Logger.getLogger("").addHandler(new Overhearing());
    }

    private ProcessOutput() {}

    /** Runs something, and tells all that is written meanwhile. */
    static void during(Runnable work, BiConsumer<String, String> listener) {
        LISTENERS.add(listener);
        try {
            work.run();
        } finally {
            LISTENERS.remove(listener);
        }
    }

    private static void tell(String place, String line) {
        LISTENERS.forEach(listener -> listener.accept(place, line));
    }

    private static PrintStream tee(String place, PrintStream original) {
        OutputStream both = new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public synchronized void write(int octet) {
                original.write(octet);
                line.write(octet);
                if (octet == '\n') {
                    tell(place, line.toString(StandardCharsets.UTF_8));
                    line.reset();
                }
            }

            @Override
            public void flush() {
                original.flush();
            }
        };
        return new PrintStream(both, true, StandardCharsets.UTF_8);
    }

    /** Libraries that log by the platform's means. */
    private static final class Overhearing extends Handler {

        Overhearing() {
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord logged) {
            tell("a library's log", getFormatter().format(logged));
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
