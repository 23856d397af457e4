package org.thalweg.results;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.prediction.EulerStep;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.results.prediction.FiniteVariance;
import org.thalweg.results.prediction.FloorReduction;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.trajectory.EnsembleResult;

/**
 * The ladder of stochastic variance amplified gradients on a valley: literal steps only, at the learning rates eta /
 * l with l times the noise, and the line through them in 1/l. Its limit is the diffusion (docs/theory/diffusion.md).
 *
 * @param levels l, increasing, at least two
 * @param rungs the ensembles at these levels, with independent random numbers
 */
public record SvagLadder(Laboratory laboratory, PlainSetting setting, List<Integer> levels,
        List<EnsembleResult> rungs) {
    /** What the limit is judged by. */
    public static final List<Quantity> QUANTITIES = List.of(Quantity.MEAN_FLATNESS, Quantity.MEAN_SQUARE_Y);

    /** A limit farther from the density than this share of it matters. */
    private static final double RESOLUTION = 0.1;

    /** Climbs the ladder. */
    public static SvagLadder climb(Laboratory laboratory, PlainSetting setting, List<Integer> levels) {
        List<EnsembleResult> rungs = new ArrayList<>();
        for (int level : levels) {
            rungs.add(laboratory.amplified(setting, level));
        }
        return new SvagLadder(laboratory, setting, List.copyOf(levels), List.copyOf(rungs));
    }

    /** A quantity at a rung. */
    public Measurement at(int rung, Quantity quantity) {
        return rungs.get(rung).quantities().getOrDefault(quantity, Measurement.UNDEFINED);
    }

    /** The limit of infinite amplification, linear in 1/l. */
    public Measurement limit(Quantity quantity) {
        return line(quantity, 0.0).intercept();
    }

    /** What the diffusion says. */
    public Measurement diffusion(Quantity quantity) {
        return laboratory.density(setting).quantities().getOrDefault(quantity, Measurement.UNDEFINED);
    }

    /** The line through the rungs; with {@code theory} = 1 through what finite steps shift by theory, as exactly. */
    private PowerLaw.Line line(Quantity quantity, double theory) {
        double[] inverse = levels.stream().mapToDouble(l -> 1.0 / l).toArray();
        FiniteStep shift = FiniteStep.of(setting, laboratory.plan(setting).histogramRange());
        List<Measurement> values = new ArrayList<>();
        for (int i = 0; i < inverse.length; i++) {
            Measurement found = at(i, quantity);
            double step = setting.sgd().learningRate() * inverse[i];
            double shifted = quantity.equals(Quantity.MEAN_FLATNESS)
                    ? shift.flatnessShift(step) : shift.squareAcrossShift(step);
            values.add(theory == 0.0 ? found : new Measurement(shifted, found.standardError(), found.samples()));
        }
        return PowerLaw.line(inverse, values);
    }

    /** Whether the limits are those of the density. */
    public List<Judgement> judge() {
        List<Hypothesis> follows = EulerStep.hypotheses(setting, setting.sgd().learningRate() / levels.get(0));
        List<Judgement> judgements = new ArrayList<>();
        for (Quantity quantity : QUANTITIES) {
            Measurement expected = diffusion(quantity);
            Measurement limit = limit(quantity);
            judgements.add(new Claim("SVAG limit of " + quantity + " [sgd]",
                    "literal SGD with amplified variance converges to the diffusion",
                    Hypotheses.and(follows, FiniteVariance.of(setting, quantity)),
                    new Prediction.Equals(expected.value(), RESOLUTION * Math.abs(expected.value())))
                    .judge(limit, ErrorBudget.EMPTY
                            .withSampling(limit)
                            .withSystematic("grid", expected.standardError())
                            .withSystematic("beyond first order", FiniteStep.ALLOWANCE
                                    * line(quantity, 1.0).intercept().value())
                            .withSystematic("asymptotic order of the density",
                                    FloorReduction.allowance(setting, quantity, expected.value()))));
        }
        return judgements;
    }
}
