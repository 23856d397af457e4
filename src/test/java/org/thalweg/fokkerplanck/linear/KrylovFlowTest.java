package org.thalweg.fokkerplanck.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.model.space.Boundary;

/** exp(t A) against all the eigenvalues of a small A. */
class KrylovFlowTest {
    private static final double TOLERANCE = 1e-10;

    private static Generator ring(double kappa, int nx, int ny) {
        AxisDesign x = AxisDesign.uniform(-Math.PI, Math.PI, Boundary.PERIODIC, Boundary.PERIODIC);
        AxisDesign y = AxisDesign.uniform(-1.5, 1.5, Boundary.REFLECTING, Boundary.REFLECTING);
        return FiniteVolumes.of(Examples.ring(kappa, 0.05), new Grid(x.cells(nx), y.cells(ny)),
                FluxSchemes.SCHARFETTER_GUMMEL);
    }

    private static double[] point(Generator generator, int cell) {
        double[] mass = new double[generator.size()];
        mass[cell] = 1.0;
        return mass;
    }

    /** At kappa = 1 sqrt(P) turns A into a symmetric matrix. */
    private static double[] exact(Generator generator, double[] mass, double time) {
        int n = generator.size();
        RealMatrix a = MatrixUtils.createRealMatrix(n, n);
        for (int c = 0; c < n; c++) {
            a.setColumn(c, generator.apply(point(generator, c)));
        }
        double[] weight = new double[n];
        weight[0] = 1.0;
        boolean more = true;
        while (more) {
            more = false;
            for (int c = 0; c < n; c++) {
                for (int d = 0; d < n && weight[c] > 0.0; d++) {
                    if (weight[d] == 0.0 && a.getEntry(d, c) > 0.0) {
                        weight[d] = weight[c] * Math.sqrt(a.getEntry(d, c) / a.getEntry(c, d));
                        more = true;
                    }
                }
            }
        }
        RealMatrix symmetric = MatrixUtils.createRealMatrix(n, n);
        for (int c = 0; c < n; c++) {
            for (int d = 0; d < n; d++) {
                symmetric.setEntry(d, c, 0.5 * (a.getEntry(d, c) * weight[c] / weight[d]
                        + a.getEntry(c, d) * weight[d] / weight[c]));
            }
        }
        EigenDecompositionSymmetric modes = new EigenDecompositionSymmetric(symmetric);
        double[] scaled = new double[n];
        Arrays.setAll(scaled, c -> mass[c] / weight[c]);
        double[] parts = modes.getVT().operate(scaled);
        Arrays.setAll(parts, k -> parts[k] * Math.exp(time * modes.getEigenvalue(k)));
        double[] found = modes.getV().operate(parts);
        Arrays.setAll(found, c -> found[c] * weight[c]);
        return found;
    }

    private static double difference(double[] a, double[] b) {
        double sum = 0.0;
        for (int c = 0; c < a.length; c++) {
            sum += Math.abs(a[c] - b[c]);
        }
        return sum;
    }

    /** From one cell, which has a part of every mode: from before the fastest has decayed to after the slowest. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.01, 0.3, 4.0, 50.0, 1000.0})
    void massesAreThoseOfAllModes(double time) {
        Generator generator = ring(1.0, 32, 8);
        double[] start = point(generator, 37);
        double[] found = KrylovFlow.forward(Resolvent.forward(generator), start, new double[] {time}, TOLERANCE).get(0);
        double[] exact = exact(generator, start, time);
        assertEquals(0.0, difference(exact, found), 3.0 * TOLERANCE);
    }

    /** One space or several, many times or one, with a current too. */
    @Test
    void timesDoNotDependOnEachOther() {
        Generator generator = ring(4.0, 24, 16);
        double[] start = point(generator, 100);
        double[] times = {0.05, 0.2, 1.0, 3.0, 20.0, 70.0, 300.0};
        List<double[]> together = KrylovFlow.forward(Resolvent.forward(generator), start, times, TOLERANCE);
        for (int k = 0; k < times.length; k++) {
            double[] alone = KrylovFlow
                    .forward(Resolvent.forward(generator), start, new double[] {times[k]}, TOLERANCE).get(0);
            assertEquals(0.0, difference(alone, together.get(k)), 6.0 * TOLERANCE);
            assertEquals(1.0, Arrays.stream(alone).sum(), 3.0 * TOLERANCE);
        }
    }

    /** The mean of a function of the end is the same from the masses and from the adjoint. */
    @Test
    void backwardIsTheAdjoint() {
        Generator generator = ring(4.0, 24, 16);
        double[] start = point(generator, 100);
        double[] times = {0.3, 5.0, 60.0};
        double[] function = new double[generator.size()];
        Arrays.setAll(function, c -> Math.cos(0.1 * c));
        double[] backward = KrylovFlow.backward(Resolvent.backward(generator), function, start, times, TOLERANCE);
        List<double[]> forward = KrylovFlow.forward(Resolvent.forward(generator), start, times, TOLERANCE);
        for (int k = 0; k < times.length; k++) {
            double sum = 0.0;
            for (int c = 0; c < function.length; c++) {
                sum += function[c] * forward.get(k)[c];
            }
            assertEquals(sum, backward[k], 5.0 * TOLERANCE);
            assertTrue(Math.abs(backward[k]) > 1e-3, "" + backward[k]);
        }
    }
}
