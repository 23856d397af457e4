package org.thalweg.fokkerplanck;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

/**
 * The slowest relaxation rate of the valley floor: the smallest non-zero eigenvalue of its Fokker-Planck operator, in
 * units of the inverse learning time. Asymptotic like the floor itself: y relaxes fast.
 *
 * <p>Rates between neighbouring cells are those of Scharfetter and Gummel; with detailed balance the generator is
 * similar to a symmetric matrix, whose spectrum is found by a dense solver.
 */
public final class RelaxationRate {
    /**
     * Cells of the finer of two grids, from which the rate is extrapolated: right to a part in 10^3 between walls and on a
     * ring, and to a percent on an open line, which is plenty for choosing how long to run.
     */
    private static final int CELLS = 96;

    /** Share of the mass that is cut off from an open line; a power-law tail as a whole has no slowest rate. */
    private static final double NEGLIGIBLE_MASS = 1e-3;

    private RelaxationRate() {}

    /** The rate for a setting that has a stationary floor density; refuses as {@link ValleyFloor#of} does. */
    public static double onFloor(Setting setting) {
        ValleyFloor floor = ValleyFloor.of(setting);
        Line line = Line.of(setting);
        // The error goes with the square of the cell.
        return (4.0 * rate(floor, line, CELLS) - rate(floor, line, CELLS / 2)) / 3.0;
    }

    private static double rate(ValleyFloor floor, Line line, int cells) {
        Interval range = floor.effectiveRange(NEGLIGIBLE_MASS);
        double width = range.length() / cells;
        double[] logMass = new double[cells];
        for (int i = 0; i < cells; i++) {
            logMass[i] = floor.logDensity(range.from() + (i + 0.5) * width);
        }
        RealMatrix generator = MatrixUtils.createRealMatrix(cells, cells);
        int faces = range.boundary() == Boundary.PERIODIC ? cells : cells - 1;
        for (int i = 0; i < faces; i++) {
            int next = (i + 1) % cells;
            double exchange = line.diffusion(range.from() + (i + 1) * width) / (width * width);
            double rise = logMass[next] - logMass[i];
            generator.addToEntry(i, i, exchange * bernoulli(-rise));
            generator.addToEntry(next, next, exchange * bernoulli(rise));
            double coupling = -exchange * halfOverSinh(rise);
            generator.addToEntry(i, next, coupling);
            generator.addToEntry(next, i, coupling);
        }
        // Eigenvalues come in decreasing order; the last one is the zero of the stationary law.
        double[] eigenvalues = new EigenDecompositionSymmetric(generator).getEigenvalues();
        return eigenvalues[cells - 2];
    }

    /** z / (exp(z) - 1). */
    private static double bernoulli(double z) {
        return Math.abs(z) < 1e-8 ? 1.0 - 0.5 * z : z / Math.expm1(z);
    }

    /** The geometric mean of the rates there and back, (z/2) / sinh(z/2). */
    private static double halfOverSinh(double z) {
        return Math.abs(z) < 1e-8 ? 1.0 : 0.5 * z / Math.sinh(0.5 * z);
    }
}
