package org.thalweg.cli.option;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.thalweg.report.ExportFile;
import org.thalweg.report.stored.StoredRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that make one file of a run share: the run, and the place of the file. */
public final class ExportOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE", description = "Another file than the one named above.")
    private Path out;

    @Option(names = "--force", description = "Replace a file that exists, whoever wrote or changed it.")
    private boolean force;

    @Mixin
    private OutputOptions output;

    /** The run, read from its folder. */
    public StoredRun run() {
        return StoredRun.read(folder);
    }

    /**
     * Writes the file and says where it is.
     *
     * @param place of the file where none is named
     * @param text from the place of the file
     * @param own whether an existing file's text is as this program wrote it for the run: then it is replaced
     */
    public void write(Path place, Function<Path, String> text, Predicate<String> own) {
        Path file = out == null ? place : out;
        new ExportFile(file, force).write(text.apply(file), own);
        output.console().result("written to " + file, Map.of(command.name(), file.toString()));
    }
}
