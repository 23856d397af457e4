package org.thalweg.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.thalweg.cli.fault.ErrorReporter;
import org.thalweg.cli.fault.Version;
import org.thalweg.cli.option.AverageOption;
import org.thalweg.cli.option.SchemeOption;
import org.thalweg.cli.page.ExploreCommand;
import org.thalweg.cli.screen.Console;
import org.thalweg.cli.screen.Interruption;
import org.thalweg.cli.screen.StandardError;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Witness;
import org.thalweg.model.space.Range;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.sweep.Precision;
import org.thalweg.sweep.Variation;
import org.thalweg.trajectory.scheme.Increments;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: the list of its commands. */
@Command(name = "thalweg",
        description = "The dynamics of SGD in degenerate valleys: trajectories, densities and theory, side by side.",
        subcommands = GenerateCompletion.class,
        mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:fine", "1:a claim was refuted", "2:bad usage or bad input", "3:the numerics failed", "130:interrupted"})
public final class Main implements Runnable {
    /** One line a command. */
    private static final List<Class<?>> COMMANDS = List.of(
            ModelsCommand.class,
            DescribeCommand.class,
            SimulateCommand.class,
            DensityCommand.class,
            SweepCommand.class,
            TrainCommand.class,
            ProbeCommand.class,
            ValleyCommand.class,
            CompareCommand.class,
            ValidateCommand.class,
            LadderCommand.class,
            OptimisersCommand.class,
            ReportCommand.class,
            NotebookCommand.class,
            ExploreCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.LOCAL,
            description = "With --version: also the back-end, which is how arrays are computed.")
    private boolean verbose;

    /** Runs the command that {@code args} name and ends the process with its exit code. */
    public static void main(String[] args) {
        // Numbers look the same wherever the program runs.
        Locale.setDefault(Locale.ROOT);
        System.setProperty("java.awt.headless", "true");
        StandardError.redirect();
        Interruption interruption = Interruption.watch(System.err, Console.TERMINAL);
        int exitCode = run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true));
        interruption.over();
        System.exit(exitCode);
    }

    /** Runs a command and returns its exit code; touches neither the process nor its streams. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return configured(commands(args), out, err).execute(args);
        } catch (OutOfMemoryError e) {
            return ErrorReporter.report(e, err);
        }
    }

    /**
     * The command line with the command that {@code args} name, or with all of them where they name none. Reading the
     * options of a command costs more than many a run of it, so those of the others are not read.
     */
    public static CommandLine commands(String... args) {
        CommandLine commandLine = new CommandLine(new Main());
        if (args.length > 0 && List.of("--version", "-V", "--verbose").containsAll(List.of(args))) {
            return commandLine;
        }
        List<Class<?>> named = COMMANDS.stream()
                .filter(type -> args.length > 0 && type.getAnnotation(Command.class).name().equals(args[0]))
                .collect(Collectors.toList());
        (named.isEmpty() ? COMMANDS : named).forEach(commandLine::addSubcommand);
        return commandLine;
    }

    /** What all commands have in common: the streams, the types of their options, the handling of errors. */
    public static CommandLine configured(CommandLine commandLine, PrintWriter out, PrintWriter err) {
        ErrorReporter errors = new ErrorReporter();
        return commandLine
                .registerConverter(Seed.class, Main::seed)
                .registerConverter(Range.class, Range::parse)
                .registerConverter(Variation.class, Variation::parse)
                .registerConverter(Precision.class, Precision::parse)
                .registerConverter(Witness.class, byKey(Witness.COMPUTED.toArray(Witness[]::new), Witness::key))
                .registerConverter(SchemeOption.class, SchemeOption::parse)
                .registerConverter(AverageOption.class, AverageOption::parse)
                .registerConverter(Increments.class, byKey(Increments.values(), Increments::key))
                .registerConverter(DensityMethod.class, byKey(DensityMethod.values(), DensityMethod::key))
                .setOut(out).setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }

    private static Seed seed(String text) {
        try {
            return new Seed(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new Refusal("'" + text + "' is not a whole number; give one such as 42", e);
        }
    }

    /** Reads a constant by its key and names all keys where there is none such. */
    private static <E> CommandLine.ITypeConverter<E> byKey(E[] constants, Function<E, String> key) {
        return text -> Arrays.stream(constants).filter(c -> key.apply(c).equals(text)).findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("'" + text + "' is none of "
                        + Arrays.stream(constants).map(key).collect(Collectors.joining(", "))));
    }

    /** No command given. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "no command given");
    }
}
