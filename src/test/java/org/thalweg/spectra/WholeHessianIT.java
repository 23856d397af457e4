package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.FormulaNetworks;
import org.thalweg.network.Network;
import org.thalweg.network.Output;

/** The Hessian of the 2410 parameters of 64-32-10 over all digits: some seconds. */
class WholeHessianIT {
    /**
     * Trace and largest eigenvalue by an independent program (numpy); the squares of eigenvalues are those of entries.
     */
    @Test
    void traceAndEigenvalues() {
        Architecture layers = new Architecture(List.of(64, 32, 10), Activation.TANH, Output.CROSS_ENTROPY, true);
        DenseMatrix hessian = DenseMatrix.of(NetworkMatrix.HESSIAN.at(
                new Network(layers, FormulaNetworks.digits()).bind(), FormulaNetworks.parameters(layers, 1.0)));
        double trace = 0.0;
        double squares = 0.0;
        for (int i = 0; i < hessian.dimension(); i++) {
            trace += hessian.rows()[i][i];
            for (double entry : hessian.rows()[i]) {
                squares += entry * entry;
            }
        }
        assertEquals(16.206841125146592, trace, 1e-9 * 16.2);
        double[] values = Spectrum.values(hessian).values();
        assertEquals(6.15387113, values[0], 1e-8);
        double sum = 0.0;
        double sumOfSquares = 0.0;
        for (double value : values) {
            sum += value;
            sumOfSquares += value * value;
        }
        assertEquals(trace, sum, 1e-11 * trace);
        assertEquals(squares, sumOfSquares, 1e-11 * squares);
    }
}
