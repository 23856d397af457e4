package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Propagation;
import org.thalweg.network.Samples;

/** A linear layer under squared errors has a quadratic loss, whose rise within a ball is known. */
class EpsilonSharpnessTest {
    private static final double RADIUS = 0.3;

    private final SplittableRandom random = new SplittableRandom(20261130);
    private final Architecture layers = new Architecture(List.of(4, 2), Activation.IDENTITY, Output.MSE, true);

    /** Targets that a linear layer gives, so that it is a minimum of loss 0. */
    private Propagation network(double[] teacher) {
        double[] rows = random.doubles(4 * 30, -1.0, 1.5).toArray();
        double[] outputs = new double[2 * 30];
        new Network(layers, Samples.ofTargets(4, rows, 2, outputs)).bind().outputs(teacher, outputs);
        return new Network(layers, Samples.ofTargets(4, rows, 2, outputs)).bind();
    }

    private double[] point() {
        return random.doubles(layers.parameters(), -1.0, 1.0).toArray();
    }

    private static double found(Propagation network, double[] theta) {
        SymmetricOperator hessian = NetworkMatrix.HESSIAN.at(network, theta);
        double[] leading = Spectrum.of(DenseMatrix.of(hessian)).vectors()[0];
        return EpsilonSharpness.atLeast(network, theta, RADIUS, leading);
    }

    /** lambda radius^2 / 2 at a minimum, where the gradient says nothing. */
    @Test
    void atAMinimumItIsTheLargestEigenvalue() {
        double[] theta = point();
        Propagation network = network(theta);
        double largest = Spectrum.values(DenseMatrix.of(NetworkMatrix.HESSIAN.at(network, theta))).largest();
        assertEquals(0.5 * largest * RADIUS * RADIUS, found(network, theta), 1e-12);
    }

    /**
     * Elsewhere the highest point of the ball solves (mu - H) x = g with |x| the radius and mu beyond all eigenvalues;
     * by the eigenvectors, x_i = g_i / (mu - h_i).
     */
    @Test
    void elsewhereItIsTheHighestPointOfAParaboloid() {
        for (int trial = 0; trial < 10; trial++) {
            double[] theta = point();
            Propagation network = network(point());
            Spectrum spectrum = Spectrum.of(DenseMatrix.of(NetworkMatrix.HESSIAN.at(network, theta)));
            double[] gradient = new double[theta.length];
            double loss = network.lossAndGradient(theta, gradient);
            double[] along = new double[theta.length];
            for (int i = 0; i < theta.length; i++) {
                for (int j = 0; j < theta.length; j++) {
                    along[i] += spectrum.vectors()[i][j] * gradient[j];
                }
            }
            double mu = new BrentSolver(1e-15, 1e-13).solve(500, m -> {
                double squares = 0.0;
                for (int i = 0; i < along.length; i++) {
                    squares += along[i] * along[i] / ((m - spectrum.values()[i]) * (m - spectrum.values()[i]));
                }
                return Math.sqrt(squares) - RADIUS;
            }, spectrum.largest() + 1e-9, spectrum.largest() + 1e3);
            double rise = 0.0;
            for (int i = 0; i < along.length; i++) {
                double x = along[i] / (mu - spectrum.values()[i]);
                rise += along[i] * x + 0.5 * spectrum.values()[i] * x * x;
            }
            assertEquals(rise / (1.0 + loss), found(network, theta), 1e-5 * rise, "trial " + trial);
        }
    }
}
