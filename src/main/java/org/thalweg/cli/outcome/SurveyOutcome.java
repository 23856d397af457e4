package org.thalweg.cli.outcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.random.Seed;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunDirectory;
import org.thalweg.report.ValidationPage;
import org.thalweg.results.claim.Survey;

/** What a survey of all models leaves: a folder a model with its verdicts, and one page for all. */
public final class SurveyOutcome {
    private SurveyOutcome() {}

    /** Files and words. */
    public static Outcome of(Survey survey, Seed seed, int particles) {
        Outcome outcome = new Outcome();
        survey.judged().forEach((name, judgements) -> outcome.file(name, folder -> CsvTable.write(
                RunDirectory.create(folder).file("verdicts.csv"), ComparisonTables.VERDICTS, judgements.stream())));
        ValidationPage page = new ValidationPage(LocalDate.now(), seed, particles, survey.family());
        outcome.file("validation.md", file -> save(file, page.text(survey.judged(), survey.unjudged())));
        outcome.judged(survey.family());
        outcome.say(text(survey));
        Map<String, Object> models = new LinkedHashMap<>();
        survey.judged().forEach((name, judgements) ->
                models.put(name, new Family(Family.FALSE_ALARM, judgements).counts()));
        outcome.json("models", models);
        return outcome;
    }

    private static void save(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Survey survey) {
        Table table = new Table("model", "claims", "consistent", "inconclusive", "refuted", "not applicable");
        survey.judged().forEach((name, judgements) -> table.row(name, Integer.toString(judgements.size()),
                count(judgements, Verdict.CONSISTENT), count(judgements, Verdict.INCONCLUSIVE),
                count(judgements, Verdict.REFUTED), count(judgements, Verdict.NOT_APPLICABLE)));
        StringBuilder text = new StringBuilder(table.toString());
        String line = System.lineSeparator();
        for (Judgement j : survey.family().judgements()) {
            if (j.verdict() == Verdict.REFUTED) {
                text.append(line).append("refuted: ").append(j.claim().id());
            }
        }
        survey.unjudged().forEach((name, reason) -> text.append(line).append("not judged: ").append(name).append(": ")
                .append(reason));
        return text.append(line).append(ValidationOutcome.rate(survey.family())).append(line).toString();
    }

    private static String count(List<Judgement> judgements, Verdict verdict) {
        return Long.toString(judgements.stream().filter(j -> j.verdict() == verdict).count());
    }
}
