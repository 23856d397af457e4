package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.measure.Verdict;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.GeneralNoise;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.floor.FloorEquation;
import org.thalweg.theory.law.MarginalLaw;
import org.thalweg.theory.quadrature.Antiderivative;
import org.thalweg.trajectory.EnsembleResult;

/**
 * The potential of the drift, recovered from a marginal by U' = -D_xx d ln(D_xx P)/dx, against its formula: U = (eta s
 * / 4p) lambda^p where C_yy = s lambda^p, -Delta ln F at p = 0, and what the covariance of mini-batches says. Compared
 * is the least-squares slope of what is recovered on the formula, 1 if they agree.
 *
 * <p>Each judgement of literal SGD is wrong with probability 1e-3 for another seed.
 */
class DriftPotentialTest {
    private static final double ETA = 0.05;
    private static final double STRENGTH = 0.4;
    private static final double KAPPA = 4.0;

    private static PlainSetting ring(double power) {
        return Ring.model(Path.of("models", "label-noise-valley.yaml"), Map.of(
                "noise.exponent", Double.toString(power), "noise.strength", Double.toString(STRENGTH),
                "sgd.learning-rate", Double.toString(ETA))).withoutFlatSet();
    }

    private static double formula(PlainSetting setting, double power, double x) {
        double f = setting.surface().geometry().shape().orElseThrow().flatnessAt(x);
        return power == 0.0 ? -0.5 * ETA * STRENGTH * Math.log(f)
                : ETA * STRENGTH / (4.0 * power) * Math.pow(f, -2.0 * power);
    }

    /**
     * The slope of -ln(D_xx P) on int U'/D_xx, which is 1 if and only if U is the recovered potential: weighted by the
     * counts, whose errors are those of ln P.
     */
    private static double slope(PlainSetting setting, Marginal marginal, double[] weights,
            DoubleUnaryOperator formula) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        WeightedLine line = new WeightedLine();
        double height = 0.0;
        for (int i = 0; i < marginal.size(); i++) {
            double x = marginal.x()[i];
            if (i > 0) {
                double left = marginal.x()[i - 1];
                height += (formula.applyAsDouble(x) - formula.applyAsDouble(left)) / floor.along(0.5 * (left + x));
            }
            if (weights[i] > 0.0) {
                line.add(height, -Math.log(floor.along(x) * marginal.density()[i]), weights[i]);
            }
        }
        return line.slope();
    }

    /** Least squares, by moments. */
    private static final class WeightedLine {
        private double mass;
        private double x;
        private double y;
        private double xx;
        private double xy;

        void add(double abscissa, double ordinate, double weight) {
            mass += weight;
            x += weight * abscissa;
            y += weight * ordinate;
            xx += weight * abscissa * abscissa;
            xy += weight * abscissa * ordinate;
        }

        double slope() {
            return (xy - x * y / mass) / (xx - x * x / mass);
        }
    }

    private static Judgement judge(Measurement slope, ErrorBudget budget) {
        return new Claim("drift potential", "U' = -D_xx d ln(D_xx P)/dx", List.of(), new Prediction.Equals(1.0, 0.2))
                .judge(slope, budget);
    }

    /** Theory, density and literal SGD, all against the formula, with the weights of the histogram. */
    private static void agree(PlainSetting setting, Laboratory laboratory, double beyond, DoubleUnaryOperator formula) {
        Interval range = laboratory.plan(setting).histogramRange();
        EnsembleResult sgd = laboratory.sgd(setting);
        double[] weights = sgd.marginal().logWeights();
        double leading = slope(setting, on(GeneralNoise.of(setting), range), weights, formula);
        double next = slope(setting, on(NextOrder.of(setting), range), weights, formula);
        double finite = slope(setting, on(FiniteLearningRate.of(setting), range), weights, formula);
        // Cells of a tenth: the second difference of the potential.
        assertEquals(1.0, leading, 0.01);
        ErrorBudget orders = ErrorBudget.EMPTY.withSystematic("cells of finite width", leading - 1.0)
                .withSystematic("asymptotic order", 1.5 * (next - leading)).withSystematic("noise across", beyond);
        Marginal density = laboratory.density(setting).marginalOn(range, weights.length);
        Judgement computed = judge(Measurement.exact(slope(setting, density, weights, formula)), orders);
        assertEquals(Verdict.CONSISTENT, computed.verdict(), computed::toString);
        Measurement measured = sgd.jackknife(m -> slope(setting, m, m.logWeights(), formula));
        Judgement simulated = judge(measured, orders.withSampling(measured)
                .withSystematic("learning rate", FiniteStep.ALLOWANCE * (finite - leading)));
        assertEquals(Verdict.CONSISTENT, simulated.verdict(), simulated::toString);
    }

    private static Marginal on(MarginalLaw law, Interval range) {
        return law.on(range, Marginal.HISTOGRAM_BINS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 1.0, 2.0})
    void thePowerFamily(double power) {
        PlainSetting setting = ring(power);
        agree(setting, new Laboratory(512, new Seed(41), 2, Laboratory.LONG_WINDOW, OptionalDouble.empty()), 0.0,
                x -> formula(setting, power, x));
    }

    /**
     * What D changes over one standard deviation of y is of relative order zeta^2 + (lambda shift)^2 / kappa: see
     * mini-batch.md.
     */
    @Test
    void miniBatches() {
        PlainSetting setting = Ring.model(Path.of("models", "mini-batch-valley.yaml"),
                Map.of("sgd.learning-rate", "0.05", "noise.batch", "4")).withoutFlatSet();
        FloorEquation equation = new FloorEquation(FloorDiffusion.of(setting), 0.0, 1.0);
        agree(setting, new Laboratory(1024, new Seed(43), 2, Laboratory.LONG_WINDOW, OptionalDouble.empty()), 0.01,
                Antiderivative.of(x -> -equation.drift(x), equation.floor().domain()));
    }

    /** P ~ F^(kappa + 2p): the gap falls with the noise as the asymptotics says, to the next order. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 1.0, 2.0})
    void theExponent(double power) {
        double before = Double.NaN;
        for (double strength : new double[] {0.04, 0.02, 0.01}) {
            PlainSetting setting = Ring.model(Path.of("models", "label-noise-valley.yaml"), Map.of(
                    "noise.exponent", Double.toString(power), "noise.strength", Double.toString(strength)));
            Marginal marginal = new Laboratory(1, new Seed(1), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty())
                    .density(setting).marginalOn(setting.domain().along(), 512);
            double gap = KAPPA + 2.0 * power - SelectionExponent.unweighted(marginal.flatness(), marginal.density());
            if (before == before) {
                // Linear in the noise, but for the square of a gap of a few percent and the cells.
                assertEquals(0.5, gap / before, 0.05, "p = " + power + ": " + before + ", " + gap);
            }
            before = gap;
        }
        assertEquals(0.0, before, 0.1);
    }
}
