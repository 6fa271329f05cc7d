package com.paloaltonetworks.cloudngfw.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.paloaltonetworks.cloudngfw.local.stack.StackFailure;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import com.paloaltonetworks.cloudngfw.local.template.TemplateRejected;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever goes wrong into a message or a JSON document, and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private final PrintWriter out;
    private final PrintWriter err;

    Failures(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean json = parsed.originalArgs().contains("--json");
        if (failure instanceof TemplateRejected rejected) {
            return report(json, "ValidationError", rejected.getMessage(), rejected.getProblems(), WRONG_USAGE);
        }
        if (failure instanceof StackFailure refused) {
            return report(
                    json,
                    refused.getCode(),
                    refused.getMessage(),
                    refused.getProblems(),
                    refused.isUsage() ? WRONG_USAGE : FAILED);
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return report(json, "InternalFailure", message, List.of(), FAILED);
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        boolean json = List.of(args).contains("--json");
        List<Problem> problems = WrongUsage.problems(wrong);
        int code = report(json, "UsageError", problems.get(0).toLine(), problems, WRONG_USAGE);
        if (!json) {
            err.println("Try " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            err.flush();
        }
        return code;
    }

    private int report(boolean json, String code, String message, List<Problem> problems, int exit) {
        if (json) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.putObject("Error").put("Code", code).put("Message", message);
            ArrayNode list = document.putArray("Problems");
            problems.forEach(problem -> list.add(problem.toJson()));
            out.println(document.toPrettyString());
        } else if (problems.isEmpty()) {
            err.println("An error occurred (" + code + "): " + message);
        } else {
            err.println("An error occurred (" + code + "):");
            problems.forEach(problem -> err.println("  " + problem.toLine()));
        }
        out.flush();
        err.flush();
        return exit;
    }
}
