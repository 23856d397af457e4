package org.thalweg.probes.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.network.Network;
import org.thalweg.network.Samples;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.Reading;
import org.thalweg.probes.face.Scan;
import org.thalweg.random.Seed;

/** Variance against flatness where everything is known: a linear neuron, whose loss is a bowl of constant Hessian. */
class VarianceFlatnessProbeTest {
    private static final double RATE = 0.1;
    private static final int EPOCHS = 15;
    private static final int ITERATIONS = EPOCHS * 60 / 10;
    private static final int SEEDS = 25;

    private static Setting neuron() {
        return ModelText.sound("""
                name: neuron
                loss: {kind: network, data: {set: digits, classes: [0, 1], per-class: 30,
                  inputs: [11, 13, 20, 21, 28, 29, 36, 37, 44, 45, 51, 53]},
                  layers: [12, 1], activation: identity, biases: false, output: mse}
                noise: {kind: samples, batch: 10}
                sgd: {learning-rate: %s}
                start: {kind: he-normal, seed: 2}
                """.formatted(RATE)).setting();
    }

    private static List<Reading> measured(Setting setting, long seed) {
        ProbePlan plan = Probes.plan(setting, Optional.empty(),
                new ProbeOptions(OptionalInt.of(3), EPOCHS, new Scan(Direction.GAUSSIAN, 0.5, 5, 3)),
                Set.of(Probes.of("variance-flatness")));
        ProbeRunner.Found found = new ProbeRunner(plan, new Seed(seed)).run(
                List.of(new ProbeRunner.Point(new Checkpoints.Entry(0, 0, 0, 0.0), setting.start())), share -> { });
        return found.points().get(0).readings();
    }

    private static double[] curvatures(Samples samples) {
        double[][] hessian = new double[samples.features()][samples.features()];
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < hessian.length; j++) {
                for (int n = 0; n < samples.count(); n++) {
                    hessian[i][j] += samples.input(n, i) * samples.input(n, j) / samples.count();
                }
            }
        }
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian)).getEigenvalues();
    }

    /** The expected variance about its own mean of z_t = rho z_(t-1) + noise of variance 1, from z_0 = 0. */
    private static double ofAutoregression(double rho) {
        double mean = 0.0;
        double square = 0.0;
        for (int t = 1; t <= ITERATIONS; t++) {
            double variance = (1.0 - Math.pow(rho, 2.0 * t)) / (1.0 - rho * rho);
            mean += variance / ITERATIONS;
            square += variance / ITERATIONS / ITERATIONS;
            for (int later = t + 1; later <= ITERATIONS; later++) {
                square += 2.0 * variance * Math.pow(rho, later - t) / ITERATIONS / ITERATIONS;
            }
        }
        return mean - square;
    }

    /** The trace of the covariance of a batch's gradient where the window begins, drawn without replacement. */
    private static double totalVariance(Setting setting) {
        Network network = setting.surface().task().orElseThrow().train();
        double[] mean = new double[network.parameters()];
        double[] one = new double[network.parameters()];
        network.bind().lossAndGradient(setting.start(), mean);
        double sum = 0.0;
        for (int n = 0; n < 60; n++) {
            network.bind().sampleGradient(setting.start(), n, one);
            for (int i = 0; i < one.length; i++) {
                sum += Math.pow(one[i] - mean[i], 2) / 60;
            }
        }
        return sum / 10.0 * (60.0 - 10.0) / (60.0 - 1.0);
    }

    /**
     * The control's variances add up to those of twelve autoregressions, whatever the directions: a mean of 25 noises
     * of four paths each, wrong by more than five standard errors for 4e-5 of all seeds (Student, 24).
     */
    @Test
    void theControlIsAnAutoregressionAboutTheDescent() {
        Setting setting = neuron();
        double deviation = RATE * Math.sqrt(totalVariance(setting) / 12.0);
        double expected = Arrays.stream(curvatures(setting.surface().task().orElseThrow().train().samples()))
                .map(h -> deviation * deviation * ofAutoregression(1.0 - RATE * h)).sum();
        StreamingStatistics found = new StreamingStatistics();
        for (int seed = 1; seed <= SEEDS; seed++) {
            found.addValue(measured(setting, seed).stream()
                    .filter(r -> r.quantity().equals("component_variance_isotropic"))
                    .mapToDouble(Reading::value).sum());
        }
        double error = found.getStandardDeviation() / Math.sqrt(SEEDS);
        assertTrue(error < 0.05 * expected, error + " of " + expected);
        assertEquals(expected, found.getMean(), 5.0 * error);
    }

    /** Both exponents are minus the slope of the variances beside them, on one flatness, from the second on. */
    @Test
    void exponentsAreThoseOfTheComponentsShown() {
        List<Reading> readings = measured(neuron(), 1);
        double[] flatness = values(readings, "component_flatness");
        for (String noise : List.of("", "_isotropic")) {
            double[] variance = values(readings, "component_variance" + noise);
            assertEquals(12, variance.length);
            double x = 0.0;
            double y = 0.0;
            double xx = 0.0;
            double xy = 0.0;
            for (int i = 1; i < 12; i++) {
                x += Math.log(flatness[i]) / 11;
                y += Math.log(variance[i]) / 11;
                xx += Math.pow(Math.log(flatness[i]), 2) / 11;
                xy += Math.log(flatness[i]) * Math.log(variance[i]) / 11;
            }
            double psi = values(readings, "variance_flatness_exponent" + noise)[0];
            assertEquals(-(xy - x * y) / (xx - x * x), psi, 1e-9 * Math.abs(psi));
        }
    }

    private static double[] values(List<Reading> readings, String quantity) {
        return readings.stream().filter(r -> r.quantity().equals(quantity)).mapToDouble(Reading::value).toArray();
    }
}
