package org.thalweg.sweep.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Family;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.sweep.CellResult;

/**
 * N11: in networks flatness and the time of freezing rise with eta / B, until training fails [YZOTT26]. Slopes of
 * logarithms against ln(eta / B) over the settings that converge, with the errors of their scatter about the line, and
 * whether those that fail have a larger eta / B.
 *
 * @param choice which settings converge
 */
public record NoiseTrends(Choice choice) {
    /** Settings behind a slope. */
    private static final int FEWEST = 4;

    /** Of the cells of a sweep. */
    public static NoiseTrends of(List<CellResult> cells) {
        return new NoiseTrends(Choice.of(cells));
    }

    /** True where repeats were asked when they froze, and batches have a size. */
    public boolean asked() {
        return choice.cells().stream().anyMatch(c -> c.find(Witness.SGD, Quantity.FREEZING_TIME).isPresent()
                && c.setting().noise().batchSize().isPresent());
    }

    /** The verdicts. */
    public Family family() {
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(slope("freezing time", c -> c.find(Witness.SGD, Quantity.FREEZING_TIME)));
        judgements.add(slope("flatness", choice::flatness));
        judgements.add(failures());
        return Family.of(judgements);
    }

    private Judgement slope(String what, Function<CellResult, Optional<Measurement>> quantity) {
        SimpleRegression fit = new SimpleRegression();
        for (CellResult cell : (Iterable<CellResult>) choice.safe()::iterator) {
            quantity.apply(cell).filter(m -> m.value() > 0.0)
                    .ifPresent(m -> fit.addData(noise(cell), Math.log(m.value())));
        }
        Measurement slope = fit.getN() < FEWEST ? Measurement.UNDEFINED
                : new Measurement(fit.getSlope(), fit.getSlopeStdErr(), fit.getN(), fit.getN() - 2.0);
        Claim claim = new Claim("N11", what + " rises with eta / B: slope of logarithms",
                List.of(settings(fit.getN())), new Prediction.AtLeast(0.0));
        return claim.judge(slope, ErrorBudget.EMPTY.withSampling(slope));
    }

    private Judgement failures() {
        StreamingStatistics right = new StreamingStatistics();
        StreamingStatistics wrong = new StreamingStatistics();
        choice.cells().forEach(c -> (choice.safe(c) ? right : wrong).addValue(noise(c)));
        boolean both = right.getN() > 1 && wrong.getN() > 1;
        Measurement difference = both ? Measurement.mean(wrong).minus(Measurement.mean(right)) : Measurement.UNDEFINED;
        Claim claim = new Claim("N11", "settings that fail have more noise: mean ln(eta / B) less that of the others",
                List.of(new Hypothesis("two settings that fail and two that do not", both,
                        wrong.getN() + " and " + right.getN())), new Prediction.AtLeast(0.0));
        return claim.judge(difference, ErrorBudget.EMPTY.withSampling(difference));
    }

    private static Hypothesis settings(long count) {
        return new Hypothesis("at least " + FEWEST + " settings converge, and were measured", count >= FEWEST,
                Long.toString(count));
    }

    private static double noise(CellResult cell) {
        return Math.log(cell.setting().sgd().learningRate() / cell.setting().noise().batchSize().orElseThrow());
    }
}
