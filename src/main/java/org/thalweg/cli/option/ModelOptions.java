package org.thalweg.cli.option;

import org.thalweg.cli.screen.Console;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** What the commands that compute something share: the model, and the options of a run. */
public final class ModelOptions {
    @Parameters(paramLabel = "MODEL", description = "A model file, or the name of a shipped one (see thalweg models).")
    private String argument;

    @Mixin
    private RunOptions run;

    /** The argument as given. */
    public String argument() {
        return argument;
    }

    /** The model with all assignments made. */
    public ModelFile read() throws ModelFileException {
        return ModelLibrary.read(argument, run.assignments());
    }

    /** The options of a run. */
    public RunOptions run() {
        return run;
    }

    /** The command whose options these are. */
    public CommandSpec command() {
        return run.command();
    }

    /** Where the command speaks. */
    public Console console() {
        return run.console();
    }
}
