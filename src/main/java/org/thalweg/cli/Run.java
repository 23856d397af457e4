package org.thalweg.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.TreeMap;
import org.thalweg.cli.fault.ErrorReporter;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.outcome.Outcome;
import org.thalweg.cli.screen.Console;
import org.thalweg.model.file.ModelFile;
import org.thalweg.network.Samples;
import org.thalweg.plot.FigureFormat;
import org.thalweg.plot.FigureWriter;
import org.thalweg.report.ExportFile;
import org.thalweg.report.RunDirectory;
import org.thalweg.report.RunRecord;
import org.thalweg.report.html.ReportPage;
import org.thalweg.report.stored.StoredRun;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One run of a command on a model: its folder, its record and its remarks. The record is written when the run begins
 * and again when it is through, so that an interrupted run says what it was.
 */
final class Run {
    /** Of many remarks. */
    private static final int MOST_SAID = 20;

    private final Console console;
    private final ModelFile model;
    private final RunDirectory directory;
    private final RunRecord record;
    private final Set<FigureFormat> formats;
    private final Instant started;
    private final List<String> notes = new ArrayList<>();
    /** Where there are many of them, remarks of parts stand behind those of the whole. */
    private final List<String> ofParts = new ArrayList<>();

    private Run(Console console, ModelFile model, RunDirectory directory, RunRecord record, Set<FigureFormat> formats,
            Instant started) {
        this.console = console;
        this.model = model;
        this.directory = directory;
        this.record = record;
        this.formats = formats;
        this.started = started;
    }

    /**
     * Creates the folder of a run.
     *
     * @param settings the choices of the command, defaults included
     */
    static Run begin(RunOptions options, ModelFile model, String argument, Map<String, Object> settings) {
        return begin(options, model, argument, choices(model, options, settings),
                RunDirectory.create(options.out(model.name())));
    }

    /**
     * Begins a run in a folder.
     *
     * @param choices see {@link #choices}
     */
    static Run begin(RunOptions options, ModelFile model, String argument, Map<String, Object> choices,
            RunDirectory directory) {
        CommandSpec command = options.command();
        if (directory.fresh() && command.commandLine().getExecutionExceptionHandler() instanceof ErrorReporter errors) {
            errors.begun(directory);
        }
        Instant started = Instant.now();
        List<String> words = new ArrayList<>(command.root().commandLine().getParseResult().originalArgs());
        RunRecord record = new RunRecord(
                words, argument, model.text(), options.seed(), options.threads(), started, choices);
        Set<FigureFormat> formats = EnumSet.copyOf(options.figures());
        Run run = new Run(options.console(), model, directory, record, formats, started);
        record.write(directory.file("run.json"), Duration.ZERO, List.of("unfinished"));
        if (!formats.isEmpty() && !FigureWriter.available()) {
            run.note("no figures: Java finds no fonts; install fontconfig and fonts-dejavu-core");
            formats.clear();
        }
        model.remarks().forEach(run::note);
        return run;
    }

    /** The choices of a command with those that all commands have. */
    static Map<String, Object> choices(ModelFile model, RunOptions options, Map<String, Object> settings) {
        Map<String, Object> choices = new LinkedHashMap<>(settings);
        choices.put("set", model.assignments());
        model.setting().startDistribution().ifPresent(start -> choices.put("start", start.toString()));
        model.setting().surface().task().ifPresent(task -> choices.put("data", new TreeMap<>(Map.of(
                "name", task.data().name(), "sha256", task.data().sha256(), "train", task.samples(),
                "test", task.data().test().map(Samples::count).orElse(0), "inputs", task.data().train().features(),
                "max", task.data().max()))));
        if (!model.tables().isEmpty()) {
            choices.put("tables", model.tables());
        }
        return choices;
    }

    /** The place of a file of this run. */
    Path file(String name) {
        return directory.file(name);
    }

    /** The folder. */
    Path folder() {
        return directory.path();
    }

    /** A remark that belongs to the results. */
    void note(String line) {
        if (!notes.contains(line)) {
            notes.add(line);
            console.note("note: " + line);
        }
    }

    /** Remarks of the parts of a run, each once: all are kept, and the first of them said. */
    void notes(Collection<String> lines) {
        if (lines.size() <= MOST_SAID) {
            lines.forEach(this::note);
            return;
        }
        ofParts.addAll(lines);
        lines.stream().limit(MOST_SAID).forEach(line -> console.note("note: " + line));
        console.note("note: " + (lines.size() - MOST_SAID) + " further remarks are in run.json");
    }

    private List<String> allNotes() {
        return Stream.concat(notes.stream(), ofParts.stream()).distinct().toList();
    }

    /** Posts what a command found and returns its exit code. */
    int post(Outcome outcome) {
        leave(outcome);
        return say(outcome);
    }

    /** Writes and draws what was found; the run is through. A page of an interrupted part of it is replaced. */
    void leave(Outcome outcome) {
        outcome.notes().forEach(this::note);
        outcome.files().forEach((name, writer) -> writer.accept(file(name)));
        // Where no format is asked for no figure is made, and no graphics are loaded.
        if (!formats.isEmpty()) {
            outcome.figures().forEach((name, figure) ->
                    FigureWriter.write(figure.get(), directory.path(), name, formats));
        }
        outcome.copies().forEach(directory::copy);
        record.write(file("run.json"), Duration.between(started, Instant.now()), allNotes());
        if (outcome.hasPage()) {
            new ExportFile(file(ReportPage.FILE), true).write(ReportPage.of(StoredRun.read(folder())));
        }
    }

    /** Says what was found and returns the exit code. */
    int say(Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", folder().toString());
        json.putAll(outcome.json());
        json.put("notes", allNotes());
        console.result(outcome.text() + "written to " + folder(), json);
        return outcome.exitCode();
    }
}
