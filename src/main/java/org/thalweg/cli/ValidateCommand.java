package org.thalweg.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.outcome.Outcome;
import org.thalweg.cli.outcome.SurveyOutcome;
import org.thalweg.cli.outcome.ValidationOutcome;
import org.thalweg.cli.screen.Optimised;
import org.thalweg.measure.Family;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.report.RunDirectory;
import org.thalweg.report.RunRecord;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.Survey;
import org.thalweg.results.claim.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Judges the claims of the theory for a model. */
@Command(name = "validate", description = "Judge the claims of the theory; exit code 1 if any is refuted.")
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", arity = "0..1",
            description = "A model file, or the name of a shipped one (see thalweg models).")
    private String argument;

    @Option(names = "--all", description = "Every shipped model, as one family of claims; writes validation.md.")
    private boolean all;

    @Mixin
    private RunOptions options;

    @Option(names = "--particles", paramLabel = "N",
            description = "Trajectories of each ensemble. Default: ${DEFAULT-VALUE}.")
    private int particles = 4096;

    private final UnaryOperator<Laboratory> witnesses;

    ValidateCommand() {
        this(UnaryOperator.identity());
    }

    /** A command whose witnesses are tampered with, to see that it notices. */
    ValidateCommand(UnaryOperator<Laboratory> witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(options.command(), particles);
        if (all == (argument != null)) {
            throw new ParameterException(options.command().commandLine(), all
                    ? "--all and the model '" + argument + "'; give one of them"
                    : "no model named; give a file, the name of a shipped model (thalweg models), or --all");
        }
        return all ? all() : one();
    }

    private int all() throws ModelFileException {
        options.requireNoFigures("a survey of all models");
        if (!options.assignments().isEmpty()) {
            throw new ParameterException(
                    options.command().commandLine(), "option --set: not with --all, the models differ; name one");
        }
        Map<String, ModelFile> models = new LinkedHashMap<>();
        for (ModelLibrary.Entry entry : ModelLibrary.shipped().entries()) {
            models.put(entry.name(), ModelFile.read(entry.file()));
        }
        Instant started = Instant.now();
        RunDirectory folder = RunDirectory.create(options.out("all"));
        models.forEach((name, model) ->
                model.remarks().forEach(line -> options.console().note("note: " + name + ": " + line)));
        Survey survey = options.console().watched("validate", bar -> Survey.of(models, this::laboratory, bar));
        Outcome outcome = SurveyOutcome.of(survey, options.seed(), particles);
        outcome.files().forEach((name, writer) -> writer.accept(folder.file(name)));
        List<String> words = new ArrayList<>(options.command().root().commandLine().getParseResult().originalArgs());
        survey.judged().keySet().forEach(name -> new RunRecord(words, name, models.get(name).text(), options.seed(),
                options.threads(), started, Map.of("particles", particles)).write(
                        folder.file(name).resolve("run.json"), Duration.between(started, Instant.now()),
                models.get(name).remarks()));
        Map<String, Object> json = new LinkedHashMap<>(Map.of("out", folder.path().toString()));
        json.putAll(outcome.json());
        options.console().result(outcome.text() + "written to " + folder.path(), json);
        return outcome.exitCode();
    }

    private Laboratory laboratory(Setting setting) {
        return witnesses.apply(new Laboratory(
                particles, options.seed(), options.threads(), Laboratory.LONG_WINDOW, OptionalDouble.empty()));
    }

    private int one() throws ModelFileException {
        ModelFile model = ModelLibrary.read(argument, options.assignments());
        Setting setting = model.setting();
        Laboratory laboratory = laboratory(setting);
        Validation validation = Validation.of(laboratory, setting);
        Run run = Run.begin(options, model, argument, Map.of("particles", particles));
        if (setting.surface().task().isEmpty()) {
            Optimised.note(setting).ifPresent(run::note);
        }
        Laboratory.densityNote(setting).ifPresent(run::note);
        Family family = options.console().watched("validate", validation::judge);
        return run.post(ValidationOutcome.of(laboratory, setting, family));
    }
}
