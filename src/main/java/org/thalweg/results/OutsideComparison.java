package org.thalweg.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;

/**
 * A value from outside held against one witness, within the errors of both: standard errors of what was sampled,
 * numerical errors as bounds. Where the value has no error of its own the margin is the witness's alone, too small by
 * what is not known: then it can be shown that the number as it stands lies within the resolution; what is not shown is
 * INCONCLUSIVE, never REFUTED.
 *
 * @param found the witness's row
 */
public record OutsideComparison(OutsideValue value, Row found, Judgement judgement) {
    /** A difference of more than this share matters; larger margins are inconclusive. */
    private static final double RESOLUTION = 0.1;

    private static final List<Verdict> SEVERITY =
            List.of(Verdict.CONSISTENT, Verdict.INCONCLUSIVE, Verdict.REFUTED);

    /**
     * The comparison with every row that has the quantity, in order. Rows outside the hypotheses of their theory, and
     * undefined ones, are not compared.
     *
     * @param allowance by how much the number of a row may differ from what it stands for, beside its error
     */
    static List<OutsideComparison> of(OutsideValue value, List<Row> rows, Allowance allowance, double falseAlarm) {
        List<OutsideComparison> all = new ArrayList<>();
        for (Row row : rows) {
            if (row.witness() != Witness.REFERENCE && row.quantity().equals(value.quantity())
                    && row.measurement().defined()
                    && !row.verdict().equals(Optional.of(Verdict.NOT_APPLICABLE))) {
                all.add(new OutsideComparison(value, row,
                        judge(value, row.measurement(), allowance.of(row), falseAlarm)));
            }
        }
        return all;
    }

    /** By how much the number of a row may differ from what it stands for, beside its error: an asymptotic order. */
    interface Allowance {
        /** The bound; 0 where there is none. */
        double of(Row row);
    }

    private static Judgement judge(OutsideValue value, Measurement found, double allowance, double falseAlarm) {
        Measurement outside = value.measurement();
        ErrorBudget budget = found.samples() > 0 ? ErrorBudget.EMPTY.withSampling(found)
                : ErrorBudget.EMPTY.withSystematic("grid", found.standardError());
        budget = allowance == 0.0 ? budget : budget.withSystematic("asymptotic order", allowance);
        budget = value.atRisk() ? budget.withStatistical("reference", outside.standardError()) : budget;
        return new Claim("reference", "the witness has the value from outside", List.of(),
                new Prediction.Equals(found.value(), RESOLUTION * Math.abs(found.value())))
                .judge(outside, budget, falseAlarm);
    }

    /**
     * That of the judgement where both sides have errors. Else whether the number as it stands lies within the
     * resolution, the margin of the witness included.
     */
    public Verdict verdict() {
        if (value.atRisk() || judgement.verdict() == Verdict.NOT_APPLICABLE) {
            return judgement.verdict();
        }
        double farthest = Math.abs(value.measurement().value() - found.measurement().value()) + judgement.margin();
        return farthest <= judgement.claim().prediction().slack() ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    }

    /**
     * The row of a value: the worst of its verdicts, none where nothing was compared, and the least chance. What chance
     * does to each comparison is counted by itself.
     */
    static Row row(OutsideValue value, List<OutsideComparison> all) {
        Optional<Verdict> worst = all.stream().map(OutsideComparison::verdict)
                .max(Comparator.comparingInt(SEVERITY::indexOf));
        double chance = all.stream().filter(c -> value.atRisk() && c.judgement().exposedToChance())
                .mapToDouble(c -> c.judgement().chance()).min().orElse(Double.NaN);
        return new Row(Witness.REFERENCE, value.quantity(), value.measurement(), worst, chance);
    }
}
