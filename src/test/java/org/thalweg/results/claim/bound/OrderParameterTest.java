package org.thalweg.results.claim.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.Ring;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.NextOrder;

/**
 * The order parameter of the selection bifurcation in L0 = eps x^2/2, F = F0 sqrt(1 + x^2): F&#42;/F0 = 1 below Delta_c
 * = eps and sqrt(Delta/Delta_c) above, x&#42; = sqrt(Delta/Delta_c - 1).
 */
class OrderParameterTest {
    private static final double[] RATIOS = {0.5, 0.8, 0.95, 1.02, 1.05, 1.1, 1.2, 1.4, 2.0, 3.0, 4.0};
    private static final double F0 = 0.5;

    /** The shipped valley with the given Delta_c, at a multiple of it. */
    private static PlainSetting valley(double critical, double ratio) {
        PlainSetting setting = Ring.model(Path.of("models", "near-degenerate-valley.yaml"),
                Map.of("eps", Double.toString(critical)));
        return CriticalTemperature.at(setting, ratio * critical).withoutFlatSet();
    }

    /**
     * At Delta_c = .001, where the next order moves Delta_c by Delta (1 - 1/kappa) F0^2 = 2e-4 of itself. The cells are
     * fine enough for a parabola through three of them.
     */
    private static double orderParameter(double ratio) {
        PlainSetting setting = valley(1e-3, ratio);
        Marginal marginal = StationaryDensity.solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT)
                .marginalOn(setting.domain().along(), 1200);
        return Peak.flatness(setting, marginal) / F0;
    }

    @Test
    void theDensityHasTheOrderParameterAtElevenTemperatures() {
        for (double ratio : RATIOS) {
            // 1 + x*^2 is off by the shift of Delta_c, and below it the maximum lies half a cell of 0.01 beside 0.
            assertEquals(Math.sqrt(Math.max(1.0, ratio)), orderParameter(ratio), 1e-3, "Delta / Delta_c = " + ratio);
        }
    }

    /** No jump: F* / F0 rises from 1 with the slope 1/2 in Delta / Delta_c. */
    @Test
    void itIsContinuous() {
        double before = 1.0;
        for (double ratio = 0.96; ratio < 1.1; ratio += 0.02) {
            double now = orderParameter(ratio);
            assertTrue(now - before > -1e-3 && now - before < 0.02, before + " to " + now + " at " + ratio);
            before = now;
        }
    }

    @Test
    void thePlaceOfTheMaximumHasTheExponentOneHalf() {
        SimpleRegression fit = new SimpleRegression();
        for (double ratio : RATIOS) {
            if (ratio > 1.0) {
                double f = orderParameter(ratio);
                fit.addData(Math.log(ratio - 1.0), 0.5 * Math.log(f * f - 1.0));
            }
        }
        assertEquals(0.5, fit.getSlope(), 0.05);
    }

    /**
     * Literal SGD: the maximum of an even polynomial of degree six in x, fitted to ln P with the weights of the counts
     * over x^2 up to twice the predicted square of the place. Each judgement is a false alarm with probability 10^-3
     * for another seed.
     */
    @ParameterizedTest
    @ValueSource(doubles = {2.0, 3.0, 4.0})
    void literalSgdHasIt(double ratio) {
        PlainSetting setting = valley(0.02, ratio);
        Laboratory laboratory = new Laboratory(256, new Seed(31), 2, Laboratory.LONG_WINDOW, OptionalDouble.empty());
        Marginal counted = laboratory.sgd(setting).marginal();
        double reach = 2.0 * (ratio - 1.0);
        Measurement found = laboratory.sgd(setting).jackknife(m -> fitted(m, m.logWeights(), reach));
        double[] weights = counted.logWeights();
        Interval range = laboratory.plan(setting).histogramRange();
        double leading = fitted(EffectiveLoss.of(setting).on(range, counted.size()), weights, reach);
        double next = fitted(NextOrder.of(setting).on(range, counted.size()), weights, reach);
        double predicted = Math.sqrt(ratio);
        Judgement judgement = new Claim("order parameter", "F* / F0 = sqrt(Delta / Delta_c)", List.of(),
                new Prediction.Equals(predicted, 0.5 * (predicted - 1.0)))
                .judge(found, ErrorBudget.EMPTY.withSampling(found)
                        .withSystematic("fit of the polynomial", leading - predicted)
                        .withSystematic("asymptotic order", 1.5 * (next - leading))
                        // P ~ (F^2 - eta/2)^(kappa/2) moves the square of the order parameter by eta / (2 F0^2).
                        .withSystematic("learning rate",
                                Math.sqrt(ratio + 0.5 * setting.sgd().learningRate() / (F0 * F0)) - predicted));
        assertEquals(Verdict.CONSISTENT, judgement.verdict(), judgement.toString());
    }

    /** F at the maximum over F0, from the cells with x^2 up to {@code reach}. */
    private static double fitted(Marginal marginal, double[] weights, double reach) {
        double[][] design = new double[marginal.size()][];
        double[] response = new double[marginal.size()];
        for (int i = 0; i < marginal.size(); i++) {
            // Where nothing was counted there is no weight, and ln P is not looked at.
            double square = marginal.x()[i] * marginal.x()[i];
            double root = marginal.density()[i] > 0.0 && square <= reach ? Math.sqrt(weights[i]) : 0.0;
            design[i] = new double[] {root, root * square, root * square * square, root * square * square * square};
            response[i] = root > 0.0 ? root * Math.log(marginal.density()[i]) : 0.0;
        }
        OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.setNoIntercept(true);
        fit.newSampleData(response, design);
        double[] b = fit.estimateRegressionParameters();
        // b1 + 2 b2 s + 3 b3 s^2 = 0 at s = x*^2: the root that continues s = -b1 / (2 b2).
        double discriminant = Math.sqrt(Math.max(0.0, b[2] * b[2] - 3.0 * b[3] * b[1]));
        double square = b[1] / (-b[2] + discriminant);
        return Math.sqrt(1.0 + Math.max(0.0, square));
    }
}
