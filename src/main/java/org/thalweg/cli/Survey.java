package org.thalweg.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.screen.Console;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunDirectory;
import org.thalweg.report.RunRecord;
import org.thalweg.report.RunTables;
import org.thalweg.report.ValidationPage;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.Validation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Every shipped model, every claim, judged as one family. A folder a model with its verdicts and its record, and one
 * page for all.
 */
final class Survey {
    private final CommandSpec spec;
    private final Console console;
    private final RunOptions options;
    private final int particles;
    private final Function<Setting, Laboratory> laboratories;
    private final Map<String, List<Judgement>> judged = new LinkedHashMap<>();
    private final Map<String, ModelFile> models = new LinkedHashMap<>();
    private final Map<String, String> unjudged = new LinkedHashMap<>();

    /** A survey; nothing runs yet. */
    Survey(CommandSpec spec, Console console, RunOptions options, int particles,
            Function<Setting, Laboratory> laboratories) {
        this.spec = spec;
        this.console = console;
        this.options = options;
        this.particles = particles;
        this.laboratories = laboratories;
    }

    /** Runs all experiments, writes, and returns the exit code. */
    int run() throws ModelFileException {
        if (!options.assignments().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "option --set: not with --all, the models differ; name one");
        }
        Instant started = Instant.now();
        RunDirectory folder = RunDirectory.create(options.out("all", spec.name()));
        judgeAll();
        Family family = Family.of(judged.values().stream().flatMap(List::stream).toList());
        Map<String, List<Judgement>> shares = shares(family);
        shares.forEach((name, judgements) -> write(folder, name, judgements, started));
        ValidationPage page = new ValidationPage(LocalDate.now(), options.seed(), particles, family);
        save(folder.file("validation.md"), page.text(shares, unjudged));
        console.result(text(family, shares, folder.path()), json(shares, folder.path()));
        return family.upheld() ? ExitCode.OK : ExitCode.REFUTED;
    }

    private void judgeAll() throws ModelFileException {
        List<ModelLibrary.Entry> entries = ModelLibrary.shipped().entries();
        try (ProgressBar bar = console.progress("validate")) {
            for (ModelLibrary.Entry entry : entries) {
                int before = judged.size() + unjudged.size();
                ModelFile file = ModelFile.read(entry.file());
                Optional<Laboratory> laboratory = witnesses(entry.name(), file.setting());
                if (laboratory.isPresent()) {
                    models.put(entry.name(), file);
                    judged.put(entry.name(), new Validation(laboratory.get(), file.setting())
                            .judge(share -> bar.done((before + share) / entries.size())).judgements());
                }
            }
        }
    }

    /** As for one model; where that is refused, the reason is noted. */
    private Optional<Laboratory> witnesses(String name, Setting literal) {
        try {
            return Optional.of(ValidateCommand.witnesses(literal, laboratories));
        } catch (Refusal refusal) {
            unjudged.put(name, refusal.getMessage());
            return Optional.empty();
        }
    }

    /** The judgements of the family, model by model as they were before. */
    private Map<String, List<Judgement>> shares(Family family) {
        Map<String, List<Judgement>> shares = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, List<Judgement>> model : judged.entrySet()) {
            int end = next + model.getValue().size();
            shares.put(model.getKey(), family.judgements().subList(next, end));
            next = end;
        }
        return shares;
    }

    private void write(RunDirectory folder, String name, List<Judgement> judgements, Instant started) {
        RunDirectory own = RunDirectory.create(folder.file(name));
        CsvTable.write(own.file("verdicts.csv"), RunTables.VERDICTS, judgements.stream());
        List<String> words = new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        new RunRecord(words, name, models.get(name).text(), options.seed(), options.threads(), started,
                Map.of("particles", particles))
                .write(own.file("run.json"), Duration.between(started, Instant.now()), List.of());
    }

    private static void save(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Family family, Map<String, List<Judgement>> shares, Path folder) {
        Table table = new Table("model", "claims", "consistent", "inconclusive", "refuted", "not applicable");
        shares.forEach((name, judgements) -> table.row(name, Integer.toString(judgements.size()),
                count(judgements, Verdict.CONSISTENT), count(judgements, Verdict.INCONCLUSIVE),
                count(judgements, Verdict.REFUTED), count(judgements, Verdict.NOT_APPLICABLE)));
        StringBuilder text = new StringBuilder(table.toString());
        String line = System.lineSeparator();
        for (Judgement j : family.judgements()) {
            if (j.verdict() == Verdict.REFUTED) {
                text.append(line).append("refuted: ").append(j.claim().id());
            }
        }
        unjudged.forEach((name, reason) -> text.append(line).append("not judged: ").append(name).append(": ")
                .append(reason));
        return text.append(line).append(ValidateCommand.rate(family)).append(line).append("written to ").append(folder)
                .toString();
    }

    private static String count(List<Judgement> judgements, Verdict verdict) {
        return Long.toString(judgements.stream().filter(j -> j.verdict() == verdict).count());
    }

    private static Object json(Map<String, List<Judgement>> shares, Path folder) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", folder.toString());
        Map<String, Object> models = new LinkedHashMap<>();
        shares.forEach((name, judgements) -> models.put(name, new Family(Family.FALSE_ALARM, judgements).counts()));
        json.put("models", models);
        return json;
    }
}
