package org.thalweg.cli.option;

import org.thalweg.cli.screen.Console;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command: how it speaks. */
public final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = {"-q", "--quiet"}, description = "No progress and no remarks; the result is still printed.")
    private boolean quiet;

    @Option(names = "--json", description = "The result as JSON on standard output, everything else on standard error.")
    private boolean json;

    /** Where the command speaks. */
    public Console console() {
        return new Console(command.commandLine().getOut(), command.commandLine().getErr(), quiet, json);
    }
}
