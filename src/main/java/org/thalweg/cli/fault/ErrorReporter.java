package org.thalweg.cli.fault;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Interruption;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.Problem;
import org.thalweg.model.space.NearestName;
import org.thalweg.plot.FigureException;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.RunDirectory;
import org.thalweg.sweep.CellsFailedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns an exception into lines on standard error and an exit code. */
public final class ErrorReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private RunDirectory begun;

    /** A command has made a folder; what is refused later leaves none, nor what fails before it has results. */
    public void begun(RunDirectory directory) {
        begun = directory;
    }

    private record Failure(int exitCode, List<String> lines) {}

    /** An error while a command runs. */
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        int exitCode = report(error, command.getErr());
        boolean nothing = exitCode == ExitCode.NUMERICS && begun != null && !begun.holds(".csv", ".npy");
        if (begun != null && (exitCode == ExitCode.BAD_INPUT || nothing)) {
            begun.discard();
        }
        return exitCode;
    }

    /** Prints an error and returns its exit code. */
    public static int report(Throwable error, PrintWriter err) {
        Failure failure = failureOf(error);
        if (failure == null) {
            err.println("thalweg: internal error (" + error.toString().lines().findFirst().orElseThrow() + "); "
                    + FaultLog.write(error));
            err.flush();
            return ExitCode.NUMERICS;
        }
        failure.lines().forEach(err::println);
        err.flush();
        return failure.exitCode();
    }

    /**
     * One case for each way to fail; null where nobody foresaw it. This is where a new exception of the engine gets its
     * exit code.
     */
    private static Failure failureOf(Throwable error) {
        if (error instanceof ModelFileException bad) {
            return new Failure(ExitCode.BAD_INPUT,
                    bad.problems().stream().map(Problem::toString).collect(Collectors.toList()));
        }
        if (error instanceof Refusal) {
            return oneLine(ExitCode.BAD_INPUT, error.getMessage());
        }
        if (error instanceof NumericsException || error instanceof NoStationaryStateException
                || error instanceof FigureException || error instanceof CellsFailedException) {
            return oneLine(ExitCode.NUMERICS, error.getMessage());
        }
        if (error instanceof UncheckedIOException) {
            return failureOf(error.getCause());
        }
        if (error instanceof FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return oneLine(ExitCode.BAD_INPUT, file.getFile() + ": " + reason + "; name another file or folder");
        }
        if (error instanceof IOException) {
            return oneLine(ExitCode.BAD_INPUT, error.getMessage());
        }
        if (error instanceof CancellationException || error instanceof InterruptedException) {
            return oneLine(ExitCode.INTERRUPTED, Interruption.line());
        }
        if (error instanceof OutOfMemoryError) {
            return oneLine(ExitCode.NUMERICS, "out of memory; allow more, JAVA_OPTS=-Xmx4g, or take a coarser grid");
        }
        return null;
    }

    private static Failure oneLine(int exitCode, String message) {
        return new Failure(exitCode, List.of("thalweg: " + message));
    }

    /** An error in the arguments: one line, with the name that was probably meant. */
    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + complaint(error) + " (see " + name + " --help)");
        command.getErr().flush();
        return ExitCode.BAD_INPUT;
    }

    private static String complaint(ParameterException error) {
        CommandLine command = error.getCommandLine();
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        if (error instanceof MissingParameterException && !command.getUnmatchedArguments().isEmpty()) {
            return unmatched(command, command.getUnmatchedArguments().get(0));
        }
        if (error.getCause() instanceof Refusal) {
            return named(error) + error.getCause().getMessage();
        }
        if (error.getMessage().contains("KEY=VALUE format")) {
            return named(error) + "an assignment has the form name=value, such as a=0.3";
        }
        return error.getMessage().lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String named(ParameterException error) {
        return error.getArgSpec() instanceof OptionSpec option ? "option " + option.longestName() + ": " : "";
    }

    private static String unmatched(CommandLine command, String argument) {
        String typed = argument.startsWith("-") ? argument.replaceFirst("=.*", "") : argument;
        if (typed.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden()).map(OptionSpec::longestName).collect(Collectors.toList());
            return "unknown option '" + typed + "'" + suggestion(options, typed);
        }
        if (!command.getSubcommands().isEmpty()) {
            return "unknown command '" + typed + "'" + suggestion(command.getSubcommands().keySet(), typed);
        }
        return "unexpected argument '" + typed + "'";
    }

    private static String suggestion(Collection<String> names, String typed) {
        return NearestName.of(typed, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    }
}
