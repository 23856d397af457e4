package org.thalweg.cli.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.thalweg.cli.fault.ErrorReporter;
import org.thalweg.cli.folder.RecordedRun;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Interruption;
import org.thalweg.explore.ModelExplorer;
import org.thalweg.explore.RunExplorer;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.web.PageServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a model, or the run of a network, as a page until it is told to stop. */
@Command(name = "explore", description = "A page in the browser: a model whose numbers are sliders, with its density,"
        + " theory and particles; or the checkpoints of a trained network. On this machine only, until Ctrl-C.")
public final class ExploreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL|RUN", description = "A model, as other commands have it, or the folder of a run of"
            + " `thalweg train`.")
    private String argument;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Replace a parameter, or any value of the model"
            + " by its path, before the page begins.")
    private Map<String, String> assignments = new LinkedHashMap<>();

    @Option(names = "--seed", paramLabel = "N", description = "Of the particles. Default: ${DEFAULT-VALUE}.")
    private Seed seed = Seed.DEFAULT;

    @Option(names = "--no-browser", description = "Only print the address. Default: open it where there is a display.")
    private boolean noBrowser;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws ModelFileException, InterruptedException {
        Consumer<Throwable> faults = fault -> ErrorReporter.report(fault, spec.commandLine().getErr());
        try (PageServer server = server(faults)) {
            output.console().result(server.address(), Map.of("address", server.address()));
            output.console().note("open it in a browser of this machine; Ctrl-C ends it");
            Interruption.keeping("the page is closed");
            if (!noBrowser) {
                open(server.address());
            }
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private PageServer server(Consumer<Throwable> faults) throws ModelFileException {
        RecordedRun recorded = RecordedRun.in(Path.of(argument)).orElse(null);
        if (recorded != null) {
            notes(recorded.model());
            return RunExplorer.serve(recorded.model(), Path.of(argument), seed, faults);
        }
        ModelFile model = ModelLibrary.read(argument, assignments);
        notes(model);
        return ModelExplorer.serve(model, argument, seed, faults);
    }

    private void notes(ModelFile model) {
        model.remarks().forEach(line -> output.console().note("note: " + line));
    }

    /** By what the desktop has for it; where that fails the address stands on the screen. */
    private void open(String address) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!mac && !display) {
            return;
        }
        try {
            new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            output.console().note("no browser was opened: " + e.getMessage());
        }
    }
}
