package org.thalweg.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.random.Seed;

/**
 * {@code validation.md}: the verdicts on several models as one page, judged as one family.
 *
 * @param date of the run
 * @param particles of an ensemble
 * @param family the judgements on all models
 */
public record ValidationPage(LocalDate date, Seed seed, int particles, Family family) {
    /**
     * The page in Markdown.
     *
     * @param models the judgements on each model, those of the family, by model name; in the order of the page
     * @param unjudged why a model is not judged, by model name
     */
    public String text(Map<String, List<Judgement>> models, Map<String, String> unjudged) {
        StringBuilder page = new StringBuilder(String.format(Locale.ROOT, """
                # Validation

                Written by `thalweg validate --all --particles %d --seed %d` on %s, version %s. How claims are judged:
                [claims.md](claims.md).

                %s. All claims are one family: with probability %s at most a true one of them is refuted by chance. Each
                of the %d that chance could refute is judged at a rate of %.1e, by Student's law, and its margin is what
                sampling exceeds at that rate plus all bounds. The last column names the largest part of the margin and
                what would halve it, or close an open verdict.
                """, particles, seed.value(), date, ProductVersion.current(), counts(family.judgements()),
                family.falseAlarm(), family.exposed(), family.share()));
        models.forEach((name, judgements) -> page.append(section(name, judgements)));
        unjudged.forEach((name, reason) -> page.append("\n## ").append(name).append("\n\nNot judged: ").append(reason)
                .append(".\n"));
        return page.toString();
    }

    private static String section(String name, List<Judgement> judgements) {
        StringBuilder section = new StringBuilder("\n## " + name + "\n\n" + counts(judgements) + ".\n\n");
        section.append("| claim | predicted | measured | margin | verdict | largest part |\n")
                .append("|---|---|---|---|---|---|\n");
        for (Judgement j : judgements) {
            boolean silent = j.verdict() == Verdict.NOT_APPLICABLE;
            List<String> cells = silent
                    ? List.of(j.claim().id(), "", "", "", "not applicable", j.claim().reasonForSilence())
                    : List.of(j.claim().id(), number(j.claim().prediction().value()),
                            j.known() ? number(j.measured()) : "",
                            j.known() ? String.format(Locale.ROOT, "%.2g", j.margin()) : "", j.verdict().name(),
                            j.advice().orElse(""));
            section.append(cells.stream().map(c -> c.replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        return section.toString();
    }

    private static String counts(List<Judgement> judgements) {
        return new Family(0.0, judgements).counts().entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    private static String number(Measurement m) {
        return m.standardError() > 0.0
                ? String.format(Locale.ROOT, "%.5g +- %.1g", m.value(), m.standardError()) : number(m.value());
    }
}
