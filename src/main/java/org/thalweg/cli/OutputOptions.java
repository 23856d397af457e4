package org.thalweg.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command: how it speaks. */
final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = {"-q", "--quiet"}, description = "No progress and no remarks; the result is still printed.")
    private boolean quiet;

    @Option(names = "--json", description = "The result as JSON on standard output, everything else on standard error.")
    private boolean json;

    /** Where the command speaks. */
    Console console() {
        return new Console(command.commandLine().getOut(), command.commandLine().getErr(), quiet, json);
    }
}
