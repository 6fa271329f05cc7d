package com.paloaltonetworks.cloudngfw.local.cli;

import com.paloaltonetworks.cloudngfw.core.check.Nearest;
import com.paloaltonetworks.cloudngfw.local.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command line, as problems without a path. */
final class WrongUsage {

    private WrongUsage() {}

    static List<Problem> problems(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched.getUnmatched().stream()
                    .limit(1) // those that follow are often its values
                    .map(word -> unknown(word, command))
                    .toList();
        }
        if (wrong instanceof MissingParameterException missing) {
            return missing.getMissing().stream().map(WrongUsage::missing).toList();
        }
        if (isWithoutCommand(command)) {
            return List.of(Problem.error(
                    "", null, "A command is missing", "the commands are " + String.join(", ", commands(command))));
        }
        return List.of(Problem.error("", wrong.getValue(), plain(wrong.getMessage()), ""));
    }

    private static boolean isWithoutCommand(CommandLine command) {
        return command.getParent() == null && !command.getSubcommands().isEmpty();
    }

    private static Problem unknown(String word, CommandLine command) {
        if (word.startsWith("-")) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return Problem.error(
                    "",
                    word,
                    "There is no option " + option
                            + (command.getParent() == null ? "" : " of " + command.getCommandName()),
                    otherwise(Nearest.remedy(option, options(command)), "--help lists the options"));
        }
        if (isWithoutCommand(command)) {
            return Problem.error(
                    "",
                    word,
                    "There is no command " + word,
                    otherwise(
                            Nearest.remedy(word, commands(command)),
                            "the commands are " + String.join(", ", commands(command))));
        }
        return Problem.error("", word, command.getCommandName() + " takes no further word " + word, "");
    }

    private static Problem missing(ArgSpec argument) {
        String label = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return Problem.error("", null, label + " is missing", "");
    }

    private static List<String> commands(CommandLine command) {
        return command.getSubcommands().keySet().stream().sorted().collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
    }

    private static String otherwise(String remedy, String other) {
        return remedy.isEmpty() ? other : remedy;
    }

    /** The library's sentences for values of the wrong kind end with a full stop here and none there. */
    private static String plain(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
