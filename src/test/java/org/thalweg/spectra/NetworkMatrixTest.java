package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.network.Samples;
import org.thalweg.refusal.Refusal;

/** The matrices of small networks at random points: by definition, sample after sample, and by what joins them. */
class NetworkMatrixTest {
    private static final long SEED = 20261130;

    static List<Case> cases() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Case> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (Output output : Output.values()) {
                int outputs = 1 + random.nextInt(4);
                int classes = Math.max(2, outputs);
                boolean biases = random.nextBoolean();
                Architecture layers = new Architecture(List.of(3, 4, 2, outputs), activation, output, biases);
                int count = 70;
                double[] rows = random.doubles(3 * count, -2.0, 2.0).toArray();
                Network network = new Network(layers,
                        Samples.ofClasses(3, rows, random.ints(count, 0, classes).toArray(), classes));
                all.add(new Case(network, random.doubles(layers.parameters(), -1.5, 1.5).toArray()));
            }
        }
        return all;
    }

    record Case(Network network, double[] theta) {
        DenseMatrix matrix(NetworkMatrix kind) {
            return DenseMatrix.of(kind.at(network.bind(), theta));
        }

        /** Rows: the gradient of each sample. */
        double[][] sampleGradients() {
            Propagation worker = network.bind();
            double[][] gradients = new double[network.samples().count()][theta.length];
            for (int n = 0; n < gradients.length; n++) {
                worker.sampleGradient(theta, n, gradients[n]);
            }
            return gradients;
        }
    }

    private static void assertMatrices(double[][] expected, DenseMatrix actual, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual.rows()[i], tolerance, "row " + i + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAreSymmetricAndLinear(Case at) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (NetworkMatrix kind : NetworkMatrix.values()) {
            SymmetricOperator operator = kind.at(at.network.bind(), at.theta);
            int n = operator.dimension();
            double[] u = random.doubles(n, -1.0, 1.0).toArray();
            double[] v = random.doubles(n, -1.0, 1.0).toArray();
            double[] both = new double[n];
            double[] ofU = new double[n];
            double[] ofV = new double[n];
            double[] ofBoth = new double[n];
            for (int i = 0; i < n; i++) {
                both[i] = 2.0 * u[i] - 3.0 * v[i];
            }
            operator.apply(u, ofU);
            operator.apply(v, ofV);
            operator.apply(both, ofBoth);
            double uv = 0.0;
            double vu = 0.0;
            for (int i = 0; i < n; i++) {
                uv += u[i] * ofV[i];
                vu += v[i] * ofU[i];
                assertEquals(2.0 * ofU[i] - 3.0 * ofV[i], ofBoth[i], 1e-11, kind + ", seed " + SEED);
            }
            assertEquals(uv, vu, 1e-11, kind + ", seed " + SEED);
        }
    }

    /** M and C from all gradients of samples, side by side. */
    @ParameterizedTest
    @MethodSource("cases")
    void momentsOfSampleGradients(Case at) {
        double[][] gradients = at.sampleGradients();
        int n = at.theta.length;
        double[] mean = new double[n];
        at.network.bind().lossAndGradient(at.theta, mean);
        double[][] second = new double[n][n];
        double[][] covariance = new double[n][n];
        for (double[] g : gradients) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    second[i][j] += g[i] * g[j] / gradients.length;
                    covariance[i][j] += (g[i] - mean[i]) * (g[j] - mean[j]) / gradients.length;
                }
            }
        }
        assertMatrices(second, at.matrix(NetworkMatrix.SECOND_MOMENT), 1e-11);
        assertMatrices(covariance, at.matrix(NetworkMatrix.NOISE_COVARIANCE), 1e-11);
    }

    /** H = M - H_p, an identity for every likelihood: softmax, logistic, and normal targets. */
    @ParameterizedTest
    @MethodSource("cases")
    void hessianIsSecondMomentLessProbabilityCurvature(Case at) {
        DenseMatrix hessian = at.matrix(NetworkMatrix.HESSIAN);
        DenseMatrix moment = at.matrix(NetworkMatrix.SECOND_MOMENT);
        DenseMatrix curvature = at.matrix(NetworkMatrix.PROBABILITY_CURVATURE);
        int n = at.theta.length;
        double[][] difference = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                difference[i][j] = moment.rows()[i][j] - curvature.rows()[i][j];
            }
        }
        assertMatrices(difference, hessian, 1e-11);
    }

    /**
     * H_p by its definition: second differences of each sample's probability e^-loss, divided by it. Only smooth units;
     * rounding of some 1e-16 / step^2 and the step's own error of its square stay below 1e-5.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void probabilityCurvatureIsThatOfProbabilities(Case at) {
        if (!at.network.architecture().activation().smooth()) {
            return;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double step = 1e-3;
        Propagation worker = at.network.bind();
        double[] direction = random.doubles(at.theta.length, -1.0, 1.0).toArray();
        double[] product = new double[at.theta.length];
        NetworkMatrix.PROBABILITY_CURVATURE.at(worker, at.theta).apply(direction, product);
        double along = 0.0;
        double[] there = at.theta.clone();
        double[] back = at.theta.clone();
        for (int i = 0; i < direction.length; i++) {
            along += direction[i] * product[i];
            there[i] += step * direction[i];
            back[i] -= step * direction[i];
        }
        int count = at.network.samples().count();
        double mean = 0.0;
        for (int n = 0; n < count; n++) {
            int[] one = {n};
            double here = worker.loss(at.theta, one, 1);
            mean += (Math.exp(here - worker.loss(there, one, 1)) - 2.0 + Math.exp(here - worker.loss(back, one, 1)))
                    / (step * step * count);
        }
        assertEquals(mean, along, 1e-4 * (1.0 + Math.abs(mean)), "seed " + SEED);
    }

    /** The Gauss-Newton matrix is the Hessian where outputs are linear in what is varied: the last layer. */
    @ParameterizedTest
    @MethodSource("cases")
    void gaussNewtonOfTheLastLayerIsTheHessian(Case at) {
        ParameterGroup last = at.network.architecture().group("W3");
        Propagation worker = at.network.bind();
        DenseMatrix hessian = DenseMatrix.of(Restriction.to(last, NetworkMatrix.HESSIAN.at(worker, at.theta)));
        DenseMatrix gauss = DenseMatrix.of(Restriction.to(last, NetworkMatrix.GAUSS_NEWTON.at(worker, at.theta)));
        assertMatrices(hessian.rows(), gauss, 1e-12);
        double[][] whole = at.matrix(NetworkMatrix.HESSIAN).rows();
        for (int i = 0; i < last.size(); i++) {
            for (int j = 0; j < last.size(); j++) {
                assertEquals(whole[last.from() + i][last.from() + j], hessian.rows()[i][j], 1e-13);
            }
        }
    }

    /** sum over rows of (w_s . w_t) tr H_st, written out. */
    @ParameterizedTest
    @MethodSource("cases")
    void relativeFlatnessByDefinition(Case at) {
        double[][] hessian = at.matrix(NetworkMatrix.HESSIAN).rows();
        for (var layer : at.network.architecture().layers()) {
            double expected = 0.0;
            int width = layer.inputs();
            for (int s = 0; s < layer.outputs(); s++) {
                for (int t = 0; t < layer.outputs(); t++) {
                    double overlap = 0.0;
                    double trace = 0.0;
                    for (int j = 0; j < width; j++) {
                        int a = layer.weightsFrom() + s * width + j;
                        int b = layer.weightsFrom() + t * width + j;
                        overlap += at.theta[a] * at.theta[b];
                        trace += hessian[a][b];
                    }
                    expected += overlap * trace;
                }
            }
            double value = RelativeFlatness.of(layer, NetworkMatrix.HESSIAN.at(at.network.bind(), at.theta), at.theta);
            assertEquals(expected, value, 1e-11 * (1.0 + Math.abs(expected)), "seed " + SEED);
        }
    }

    /** The inequalities at every point, for every matrix, and traces as sums of eigenvalues and of their squares. */
    @ParameterizedTest
    @MethodSource("cases")
    void boundsHoldExtremeEigenvalues(Case at) {
        for (NetworkMatrix kind : NetworkMatrix.values()) {
            DenseMatrix matrix = at.matrix(kind);
            Spectrum spectrum = Spectrum.values(matrix);
            Traces traces = Traces.of(matrix);
            double sum = 0.0;
            double squares = 0.0;
            for (double value : spectrum.values()) {
                sum += value;
                squares += value * value;
            }
            double scale = 1e-12 * (1.0 + Math.sqrt(squares));
            assertEquals(sum, traces.trace(), 10 * scale);
            assertEquals(squares, traces.squareTrace(), 10 * scale * (1.0 + Math.sqrt(squares)));
            WolkowiczStyan bounds = traces.bounds();
            assertInside(bounds.lowerOfLargest() - scale, spectrum.largest(), bounds.upperOfLargest() + scale);
            assertInside(bounds.lowerOfSmallest() - scale, spectrum.smallest(), bounds.upperOfSmallest() + scale);
        }
    }

    private static void assertInside(double low, double value, double high) {
        assertEquals(Math.max(low, Math.min(value, high)), value, "between " + low + " and " + high + ", seed " + SEED);
    }

    @Test
    void largeMatricesAreRefused() {
        Architecture layers = new Architecture(List.of(100, 31), Activation.TANH, Output.MSE, false);
        Propagation worker = new Network(layers, Samples.ofTargets(100, new double[100], 31, new double[31])).bind();
        assertEquals("matrix of 3100 parameters: more than 3000 are not formed; restrict it to a layer, or ask for the"
                + " largest eigenvalues only", assertThrows(Refusal.class,
                        () -> DenseMatrix.of(NetworkMatrix.HESSIAN.at(worker, new double[3100]))).getMessage());
    }
}
