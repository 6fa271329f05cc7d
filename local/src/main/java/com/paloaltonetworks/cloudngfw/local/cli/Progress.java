package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.local.stack.Stack;
import com.paloaltonetworks.cloudngfw.local.stack.StackEvent;
import com.paloaltonetworks.cloudngfw.local.stack.StackListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows an operation while it runs: to a person at a terminal one line per resource that is kept up to date, to everybody
 * else one line per event. Times are simulated time since the start.
 */
final class Progress implements StackListener {

    private static final int WIDEST = 118;

    private final PrintWriter out;
    private final boolean live;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private @Nullable Instant start;
    private @Nullable Instant latest;
    private int drawn;

    private Progress(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** What a command shows while it works; nothing when it was asked for JSON. */
    static StackListener of(CommonOptions options) {
        return options.json() ? new Silence() : new Progress(options.out(), Ansi.AUTO.enabled());
    }

    @Override
    public synchronized void happened(Stack stack, StackEvent event) {
        latest = Instant.parse(event.timestamp());
        start = start == null ? latest : start;
        String reason = event.reason() == null ? "" : event.reason();
        if (live) {
            lines.put(event.logicalId(), line(event.logicalId(), event.status(), reason));
            draw();
        } else {
            out.println(line(event.logicalId(), event.status(), reason));
            out.flush();
        }
    }

    @Override
    public synchronized void progressed(String logicalId, String message) {
        if (live) {
            lines.put(logicalId, line(logicalId, "...", message));
            draw();
        }
    }

    private String line(String logicalId, String status, String reason) {
        Duration passed = start == null || latest == null ? Duration.ZERO : Duration.between(start, latest);
        String time = String.format("+%d:%02d", passed.toMinutes(), passed.toSecondsPart());
        return String.format("%8s  %-24s %-28s %s", time, logicalId, status, reason)
                .stripTrailing();
    }

    private void draw() {
        StringBuilder screen = new StringBuilder();
        if (drawn > 0) {
            screen.append("\u001b[").append(drawn).append('A');
        }
        lines.values()
                .forEach(line -> screen.append("\u001b[2K")
                        .append(coloured(line.substring(0, Math.min(line.length(), WIDEST))))
                        .append('\n'));
        drawn = lines.size();
        out.print(screen);
        out.flush();
    }

    private static String coloured(String line) {
        if (line.contains("_FAILED") || line.contains("ROLLBACK")) {
            return "\u001b[31m" + line + "\u001b[0m";
        }
        return line.contains("_COMPLETE") ? "\u001b[32m" + line + "\u001b[0m" : line;
    }

    /** Says nothing. */
    private static final class Silence implements StackListener {

        @Override
        public void happened(Stack stack, StackEvent event) {
            // the document at the end holds all events
        }

        @Override
        public void progressed(String logicalId, String message) {
            // the document at the end holds all events
        }
    }
}
