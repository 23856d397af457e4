package org.thalweg.fokkerplanck;

import java.util.Arrays;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

/**
 * The slowest relaxation rate of the valley floor: the smallest non-zero eigenvalue of its Fokker-Planck operator, in
 * units of the inverse learning time. Asymptotic like the floor itself: y relaxes fast.
 *
 * <p>Rates between neighbouring cells are those of Scharfetter and Gummel; with detailed balance the generator is
 * similar to a symmetric matrix, whose smallest eigenvalues are zero and the rate.
 */
public final class RelaxationRate {
    /**
     * Cells of the finer of two grids, from which the rate is extrapolated: right to a part in 10^3 between walls and
     * on a ring, and to a percent on an open line, which is plenty for choosing how long to run.
     */
    private static final int CELLS = 96;

    /** Share of the mass that is cut off from an open line; a power-law tail as a whole has no slowest rate. */
    private static final double NEGLIGIBLE_MASS = 1e-3;

    /** Relative change of the rate at which the iteration ends: far below the error of the grid. */
    private static final double CONVERGED = 1e-8;

    /** With modes so close that this is not enough, the rate found lies between theirs. */
    private static final int MOST_ITERATIONS = 200;

    /** Moves all eigenvalues, in units of the mean one, by more than rounding makes them negative; subtracted again. */
    private static final double SHIFT = 1e-12;

    /** Relative difference of what should be equal. */
    private static final double SYMMETRIC = 1e-12;

    /** Where the first guess of the slowest mode changes. */
    private static final double FIRST_BREAK = 0.31;
    private static final double LAST_BREAK = 0.73;

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
        return slowest(generator, stationary(logMass));
    }

    /** The eigenvector of eigenvalue zero, of length one: the root of the stationary law. */
    private static RealVector stationary(double[] logMass) {
        double largest = Arrays.stream(logMass).max().orElseThrow();
        return new ArrayRealVector(Arrays.stream(logMass).map(log -> Math.exp(0.5 * (log - largest))).toArray(), false)
                .unitVector();
    }

    /**
     * The smallest eigenvalue but zero, by inverse iteration: zero is lifted above all others, so that what is left
     * is positive definite and its smallest eigenvalue is the one wanted.
     */
    private static double slowest(RealMatrix generator, RealVector stationary) {
        int cells = generator.getRowDimension();
        double shift = SHIFT * generator.getTrace() / cells;
        RealMatrix lifted = generator
                .add(stationary.outerProduct(stationary).scalarMultiply(generator.getTrace()))
                .add(MatrixUtils.createRealIdentityMatrix(cells).scalarMultiply(shift));
        DecompositionSolver solver = new CholeskyDecomposition(lifted, SYMMETRIC, 0.0).getSolver();
        // Steps at irregular places have a share of every mode.
        RealVector mode = new ArrayRealVector(cells);
        for (int i = 0; i < cells; i++) {
            double step = i < cells * FIRST_BREAK ? 1.0 : i < cells * LAST_BREAK ? -1.0 : 0.5;
            mode.setEntry(i, step * stationary.getEntry(i));
        }
        double rate = Double.NaN;
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            RealVector solved = solver.solve(mode);
            double inverse = solved.dotProduct(mode) / mode.dotProduct(mode);
            mode = solved.unitVector();
            double before = rate;
            rate = 1.0 / inverse;
            if (Math.abs(rate - before) <= CONVERGED * rate) {
                break;
            }
        }
        return Math.max(0.0, rate - shift);
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
