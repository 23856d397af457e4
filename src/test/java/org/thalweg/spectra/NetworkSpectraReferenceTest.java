package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.FormulaNetworks;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Propagation;
import org.thalweg.network.Samples;
import org.thalweg.random.Seed;

/** Curvatures of networks against an independent program (numpy, double precision), to 1e-9. */
class NetworkSpectraReferenceTest {
    private static final double TOLERANCE = 1e-9;

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, TOLERANCE * Math.abs(expected));
    }

    /** The same of numbers that are given with fewer digits. */
    private static void assertDigits(double expected, double actual, double lastDigit) {
        assertEquals(expected, actual, TOLERANCE * Math.abs(expected) + 0.6 * lastDigit);
    }

    @Test
    void smallTanhNetwork() {
        Architecture layers = new Architecture(List.of(3, 4, 3), Activation.TANH, Output.CROSS_ENTROPY, true);
        Propagation network = new Network(layers, FormulaNetworks.classes(12, 3, 3)).bind();
        SymmetricOperator hessian = NetworkMatrix.HESSIAN.at(network, FormulaNetworks.parameters(layers, 1.0));
        DenseMatrix whole = DenseMatrix.of(hessian);
        Traces traces = Traces.of(whole);
        assertClose(2.2984289066455195, traces.trace());
        assertClose(2.0401087462086, traces.squareTrace());
        Spectrum spectrum = Spectrum.of(whole);
        assertClose(0.9724374012526955, spectrum.values()[0]);
        assertDigits(0.6591650613, spectrum.values()[1], 1e-10);
        assertDigits(0.4550631233, spectrum.values()[2], 1e-10);
        assertClose(-0.2606940624352813, spectrum.smallest());
        assertClose(0.09055146555625, Participation.inverseRatio(spectrum.vectors()[0]));
        WolkowiczStyan bounds = traces.bounds();
        assertClose(1.419276259330522, bounds.upperOfLargest());
        assertClose(0.1189806476687809, bounds.lowerOfLargest());
        assertClose(-1.270990523417908, bounds.lowerOfSmallest());
        assertClose(0.029305088243833, bounds.upperOfSmallest());
        Lanczos.Pairs pairs = new Lanczos(3, 1).of(hessian, Seed.DEFAULT);
        assertTrue(pairs.converged());
        assertClose(0.9724374012526955, pairs.values()[0]);
        assertClose(-0.2606940624352813, pairs.values()[3]);
        assertClose(0.09055146555625, Participation.inverseRatio(pairs.vectors()[0]));
    }

    @Test
    void digits() {
        Architecture layers = new Architecture(List.of(64, 32, 10), Activation.TANH, Output.CROSS_ENTROPY, true);
        Propagation network = new Network(layers, FormulaNetworks.digits()).bind();
        SymmetricOperator hessian = NetworkMatrix.HESSIAN.at(network, FormulaNetworks.parameters(layers, 1.0));
        Lanczos.Pairs pairs = new Lanczos(5, 0).of(hessian, Seed.DEFAULT);
        assertTrue(pairs.converged() && pairs.products() <= 60, () -> "products " + pairs.products());
        assertDigits(6.15387113, pairs.values()[0], 1e-8);
    }

    private static Network relu(double shift) {
        Architecture layers = new Architecture(List.of(3, 4, 1), Activation.RELU, Output.MSE, false);
        double[] rows = FormulaNetworks.inputs(40, 3, 0.3);
        Network teacher = new Network(layers, Samples.ofTargets(3, rows, 1, new double[40]));
        double[] targets = new double[40];
        teacher.bind().outputs(FormulaNetworks.parameters(layers, 1.3), targets);
        for (int n = 0; n < targets.length; n++) {
            targets[n] += shift * Math.sin(3.0 * n + 0.1);
        }
        return teacher.over(Samples.ofTargets(3, rows, 1, targets));
    }

    @Test
    void traceIsLeastAtAnAlpha() {
        Network network = relu(0.0);
        Architecture layers = network.architecture();
        double[] theta = FormulaNetworks.parameters(layers, 1.3);
        SymmetricOperator hessian = NetworkMatrix.HESSIAN.at(network.bind(), theta);
        double first = Traces.of(Restriction.to(layers.group("W1"), hessian)).trace();
        double second = Traces.of(Restriction.to(layers.group("W2"), hessian)).trace();
        assertClose(0.5112139295230108, first);
        assertClose(1.8991430237028974, second);
        assertClose(0.7202964122785676, Math.sqrt(Math.sqrt(first / second)));
        assertClose(1.9706530571091105, 2.0 * Math.sqrt(first * second));
        double[][] expected = {{0.1, 18.26863819, 51.14038438, 1e-8}, {3.0, 7.763045187, 17.14908876, 1e-8}};
        for (double[] row : expected) {
            double[] there = Rescaling.between(layers, 1, 2, row[0]).point(theta);
            DenseMatrix matrix = DenseMatrix.of(NetworkMatrix.HESSIAN.at(network.bind(), there));
            assertDigits(row[1], Spectrum.values(matrix).largest(), row[3]);
            assertDigits(row[2], Traces.of(matrix).trace(), row[3]);
        }
    }

    @Test
    void whatRescalingLeavesAloneAndWhatNot() {
        Network network = relu(0.2);
        Architecture layers = network.architecture();
        double[] alphas = {0.5, 1.0, 3.0};
        double[] sam = {0.00086960, 0.00065588, 0.00677051};
        for (int k = 0; k < alphas.length; k++) {
            double[] theta = Rescaling.between(layers, 1, 2, alphas[k]).point(FormulaNetworks.parameters(layers, 1.3));
            Propagation worker = network.bind();
            assertClose(0.0432762200845466, FisherRao.squaredNorm(worker, theta));
            SymmetricOperator hessian = NetworkMatrix.HESSIAN.at(worker, theta);
            assertClose(1.6376149061804, RelativeFlatness.of(layers.layers().get(0), hessian, theta));
            assertClose(1.350706045746, RelativeFlatness.of(layers.layers().get(1), hessian, theta));
            assertEquals(sam[k], SamSharpness.oneStep(worker, theta, 0.05), 0.6e-8);
        }
    }
}
