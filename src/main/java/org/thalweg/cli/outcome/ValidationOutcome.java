package org.thalweg.cli.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.RunTables;
import org.thalweg.report.figures.EffectiveLossComparisonFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.results.EffectiveLossComparison;
import org.thalweg.results.Laboratory;

/** What judged claims leave, and the marginals of all witnesses beside them. */
public final class ValidationOutcome {
    private static final String LINE = System.lineSeparator();

    private ValidationOutcome() {}

    /** Verdicts of one model, and what its witnesses say of the law along x. */
    public static Outcome of(Laboratory laboratory, Setting setting, Family family) {
        Outcome outcome = new Outcome();
        outcome.verdicts(family);
        Geometry geometry = setting.surface().geometry();
        boolean line = geometry == Geometry.LINE && setting.surface().task().isEmpty();
        if (setting.sgd().descends() && (geometry.valley() || line && !setting.timeDependent())) {
            marginals(outcome, laboratory, setting.effective());
        }
        outcome.say(text(setting, family));
        outcome.json("false_alarm_rate", family.falseAlarm());
        outcome.json("verdicts", json(family.judgements(), j -> j.claim().id()));
        return outcome;
    }

    /** All witnesses along the valley, in one file and two figures. */
    private static void marginals(Outcome outcome, Laboratory laboratory, PlainSetting setting) {
        if (setting.surface().geometry() != Geometry.LINE && !laboratory.plan(setting).stationary()) {
            outcome.note("no stationary state, so no marginals are compared");
            return;
        }
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        marginals.putAll(laboratory.marginals(setting));
        outcome.table("marginal.csv", RunTables.MARGINAL, RunTables.cells(marginals));
        outcome.figure("marginal", () -> MarginalFigure.of(setting, marginals));
        EffectiveLossComparison.of(laboratory, setting).ifPresent(comparison -> compare(outcome, setting, comparison));
    }

    /** The SGD-loss of all witnesses and of all orders of the theory. */
    private static void compare(Outcome outcome, Setting setting, EffectiveLossComparison comparison) {
        outcome.table("effective-loss.csv", ComparisonTables.EFFECTIVE_LOSS,
                comparison.curves().stream().flatMap(ComparisonTables::points));
        outcome.figure("effective-loss", () -> EffectiveLossComparisonFigure.againstFlatness(setting, comparison));
        outcome.figure("effective-loss-deviation", () -> EffectiveLossComparisonFigure.alongValley(setting,
                comparison));
    }

    private static String text(Setting setting, Family family) {
        List<String> silent = new ArrayList<>();
        family.judgements().stream().filter(j -> j.verdict() == Verdict.NOT_APPLICABLE)
                .forEach(j -> silent.add("  " + j.claim().id() + ": " + j.claim().reasonForSilence()));
        StringBuilder text = new StringBuilder(setting.name() + ": claims judged" + LINE + LINE
                + table(family.judgements(), j -> j.claim().id(), "largest part, and what would shrink it"));
        if (!silent.isEmpty()) {
            text.append(LINE).append(LINE).append("not applicable here:").append(LINE)
                    .append(String.join(LINE, silent));
        }
        return text.append(LINE).append(LINE).append(counts(family)).append(LINE).append(rate(family)).append(LINE)
                .toString();
    }

    /** A row for each claim that applies. */
    static Table table(List<Judgement> judgements, Function<Judgement, String> name, String ofAdvice) {
        Table table = new Table("claim", "predicted", "measured", "margin", "verdict", ofAdvice);
        for (Judgement j : judgements) {
            if (j.verdict() != Verdict.NOT_APPLICABLE) {
                table.row(name.apply(j), Table.number(j.claim().prediction().value()),
                        j.known() ? Table.number(j.measured()) : "-", j.known() ? Table.number(j.margin()) : "-",
                        j.verdict().toString(), j.advice().orElse("-"));
            }
        }
        return table;
    }

    private static String counts(Family family) {
        List<String> words = new ArrayList<>();
        family.counts().forEach((verdict, count) -> words.add(count + " " + verdict));
        return String.join(", ", words) + ".";
    }

    /** How often all of it would be wrong about what is true. */
    static String rate(Family family) {
        return String.format(Locale.ROOT, "Of all claims together one that is true is refuted by chance with"
                + " probability %.2g at most: each of the %d that were sampled with %.1e.", family.falseAlarm(),
                family.exposed(), family.share());
    }

    /** Claims as a program reads them. */
    static List<Map<String, Object>> json(List<Judgement> judgements, Function<Judgement, String> name) {
        return judgements.stream().map(j -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("claim", name.apply(j));
            row.put("predicted", j.claim().prediction().value());
            row.put("measured", j.measured().value());
            row.put("standard_error", j.measured().standardError());
            row.put("margin", j.margin());
            row.put("verdict", j.verdict());
            j.advice().ifPresent(advice -> row.put("largest_part", advice));
            return row;
        }).toList();
    }
}
