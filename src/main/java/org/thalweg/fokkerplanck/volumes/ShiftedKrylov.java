package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.linear.CellVectors;
import org.thalweg.fokkerplanck.linear.SmallSpectrum;
import org.thalweg.fokkerplanck.linear.SparseSolver;

/**
 * The slowest rates of a jump process by Arnoldi's method [GVL13, 10.5] on (1 - tau A)^-1, whose largest eigenvalues
 * 1 / (1 + tau rate) belong to them: one factorisation, one solve for each vector. Vectors without mass stay without,
 * so that the stationary state never appears. They are in units of the root of the stationary mass, in which A is
 * symmetric where detailed balance holds, and far tails weigh no more than they should.
 */
final class ShiftedKrylov {
    /** Rates that move by less are found: far below the error of any grid. */
    private static final double FOUND = 1e-9;
    /** Of a number of size 1, after a solve; a rate is its difference to 1, over tau. */
    private static final double ROUNDING = 1e-12;
    /** What is left of a vector of size 1 that the basis has already. */
    private static final double CLOSED = 1e-13;
    /** Masses below this part of the largest are no smaller: their roots stay far from the smallest double. */
    private static final double LEAST = 1e-200;
    /** Vectors between two looks at the rates. */
    private static final int STRIDE = 6;
    /** Twelve rates of the ring take some 50. */
    private static final int MOST_VECTORS = 240;

    private final Generator generator;
    /** The root of the stationary mass of each cell. */
    private final double[] root;
    private final List<double[]> basis = new ArrayList<>();
    /** (1 - tau A)^-1 in the basis. */
    private RealMatrix found;

    /**
     * A generator and its stationary masses.
     *
     * @param stationary not modified
     */
    ShiftedKrylov(Generator generator, double[] stationary) {
        this.generator = generator;
        double least = LEAST * Arrays.stream(stationary).max().orElseThrow();
        this.root = Arrays.stream(stationary).map(p -> Math.sqrt(Math.max(p, least))).toArray();
    }

    /**
     * Minus the eigenvalues, slowest first, one of each pair.
     *
     * @param count those that must be found
     * @param spare further ones as they are by then
     * @param tau the time of the shift, about that of the slowest mode
     */
    List<Complex> slowest(int count, int spare, double tau) {
        SparseSolver.Factors factors = SparseSolver.standard().factor(generator.timesMinusIdentity(tau));
        RealMatrix projected = MatrixUtils.createRealMatrix(MOST_VECTORS + 1, MOST_VECTORS + 1);
        basis.clear();
        basis.add(first());
        List<Complex> before = List.of();
        for (int k = 0; k < MOST_VECTORS; k++) {
            double[] next = solved(factors, basis.get(k));
            withoutMass(next);
            double norm = CellVectors.orthogonalise(next, basis, projected);
            if (norm < CLOSED || k + 2 == generator.size()) {
                // All vectors without mass, or all that the first one leads to: nothing is left to be found.
                found = projected.getSubMatrix(0, k, 0, k);
                return rates(found, count + spare, tau);
            }
            projected.setEntry(k + 1, k, norm);
            scale(next, 1.0 / norm);
            basis.add(next);
            if ((k + 1) % STRIDE == 0 && k > 2 * count) {
                List<Complex> now = rates(projected.getSubMatrix(0, k, 0, k), count + spare, tau);
                if (same(before, now, count, ROUNDING / tau)) {
                    found = projected.getSubMatrix(0, k, 0, k);
                    return now;
                }
                before = now;
            }
        }
        throw new NumericsException("the slowest " + count + " rates were not found with " + MOST_VECTORS
                + " vectors; ask for fewer, or narrow the domain around where the density is");
    }

    /**
     * (1 - tau A)^-1 on a vector. What is positive and what is negative of it is solved for by itself: sums of one sign
     * are accurate in the remotest tail, where a rounding error of the middle would be large in units of root.
     */
    private double[] solved(SparseSolver.Factors factors, double[] vector) {
        double[] positive = new double[vector.length];
        double[] negative = new double[vector.length];
        for (int c = 0; c < vector.length; c++) {
            positive[c] = -Math.max(0.0, vector[c]) * root[c];
            negative[c] = Math.min(0.0, vector[c]) * root[c];
        }
        factors.solve(positive);
        factors.solve(negative);
        for (int c = 0; c < vector.length; c++) {
            positive[c] = (positive[c] - negative[c]) / root[c];
        }
        return positive;
    }

    /**
     * Right eigenvectors that belong to rates found, of unit length: the real part and, of a pair, the imaginary one.
     * Of two equal rates one is found, twice.
     *
     * @return {@code [rate][part]}, masses of cells
     */
    double[][][] modes(List<Complex> rates, double tau) {
        EigenDecompositionNonSymmetric small = SmallSpectrum.of(found);
        Complex[] values = small.getEigenvalues();
        double[][][] modes = new double[rates.size()][][];
        for (int k = 0; k < modes.length; k++) {
            Complex wanted = rates.get(k).multiply(tau).add(1.0).reciprocal();
            int nearest = 0;
            for (int i = 1; i < values.length; i++) {
                nearest = values[i].subtract(wanted).norm() < values[nearest].subtract(wanted).norm() ? i : nearest;
            }
            FieldVector<Complex> part = small.getEigenvector(nearest);
            double[] real = new double[generator.size()];
            double[] imaginary = new double[generator.size()];
            for (int i = 0; i < part.getDimension(); i++) {
                CellVectors.add(real, basis.get(i), part.getEntry(i).getRealPart());
                CellVectors.add(imaginary, basis.get(i), part.getEntry(i).getImaginaryPart());
            }
            for (int c = 0; c < real.length; c++) {
                real[c] *= root[c];
                imaginary[c] *= root[c];
            }
            modes[k] = rates.get(k).getImaginaryPart() == 0.0 ? new double[][] {real}
                    : new double[][] {real, imaginary};
        }
        return modes;
    }

    private static List<Complex> rates(RealMatrix projected, int count, double tau) {
        List<Complex> rates = new ArrayList<>();
        for (Complex value : SmallSpectrum.values(projected)) {
            Complex rate = value.reciprocal().subtract(1.0).divide(tau);
            // Of a few cells the basis is soon all there is, and the projected matrix singular but for rounding.
            if (rate.getImaginaryPart() >= 0.0 && value.norm() > ROUNDING) {
                rates.add(rate);
            }
        }
        rates.sort(Comparator.comparingDouble(Complex::getRealPart));
        return rates.subList(0, Math.min(count, rates.size()));
    }

    private static boolean same(List<Complex> before, List<Complex> now, int count, double rounding) {
        boolean same = before.size() >= count && now.size() >= count;
        for (int i = 0; same && i < count; i++) {
            same = before.get(i).subtract(now.get(i)).norm() <= FOUND * now.get(i).norm() + rounding;
        }
        return same;
    }

    /** A vector with a part of every mode and no mass: fractions of multiples of the golden ratio, where mass is. */
    private double[] first() {
        double[] vector = new double[generator.size()];
        double golden = 0.5 * (Math.sqrt(5.0) - 1.0);
        for (int c = 0; c < vector.length; c++) {
            vector[c] = ((c + 1.0) * golden % 1.0 - 0.5) * root[c];
        }
        withoutMass(vector);
        scale(vector, 1.0 / Math.sqrt(ScalarProduct.of(vector, vector)));
        return vector;
    }

    /** Without a part along the stationary density, which is root in these units. */
    private void withoutMass(double[] vector) {
        CellVectors.add(vector, root, -ScalarProduct.of(root, vector) / ScalarProduct.of(root, root));
    }

    private static void scale(double[] vector, double factor) {
        for (int c = 0; c < vector.length; c++) {
            vector[c] *= factor;
        }
    }
}
