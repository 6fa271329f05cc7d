package com.paloaltonetworks.cloudngfw.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 success, 1 the operation failed, 2 wrong usage or a template that cannot be read. */
@Command(
        name = "ngfw",
        description = "Deploys CloudFormation templates with Cloud NGFW resources on this machine.",
        mixinStandardHelpOptions = true,
        version = "ngfw 0.1.0",
        subcommands = {
            DeployCommand.class,
            DeleteCommand.class,
            DescribeCommand.class,
            EventsCommand.class,
            ListCommand.class,
            DriftCommand.class,
            ValidateCommand.class,
            PlanCommand.class,
            TenantCommand.class,
            ServeCommand.class
        })
public final class Main {

    public static void main(String[] args) {
        TemporaryFolder.requirePrivate();
        // One write per answer instead of two: the JDK's server would wait 40 ms between them otherwise.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        Failures failures = new Failures(out, err);
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(args);
    }
}
