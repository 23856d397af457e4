package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.linear.SparseSolver;

/**
 * The slowest rates of a jump process by Arnoldi's method [GVL13, 10.5] on (1 - tau A)^-1, whose largest eigenvalues
 * 1 /
 * (1 + tau rate) belong to them: one factorisation, one solve for each vector. Vectors without mass stay without, so
 * that the stationary state never appears.
 */
final class ShiftedKrylov {
    /** Rates that move by less are found: far below the error of any grid. */
    private static final double FOUND = 1e-9;
    /** Vectors between two looks at the rates. */
    private static final int STRIDE = 6;
    /** Twelve rates of the ring take some 50. */
    private static final int MOST_VECTORS = 240;

    private final Generator generator;
    private final List<double[]> basis = new ArrayList<>();
    /** (1 - tau A)^-1 in the basis. */
    private RealMatrix found;

    ShiftedKrylov(Generator generator) {
        this.generator = generator;
    }

    /**
     * Minus the eigenvalues, slowest first, one of each pair.
     *
     * @param tau the time of the shift, about that of the slowest mode
     */
    List<Complex> slowest(int count, double tau) {
        SparseSolver.Factors factors = SparseSolver.standard().factor(generator.timesMinusIdentity(tau));
        RealMatrix projected = MatrixUtils.createRealMatrix(MOST_VECTORS + 1, MOST_VECTORS + 1);
        basis.clear();
        basis.add(first());
        List<Complex> before = List.of();
        for (int k = 0; k < MOST_VECTORS; k++) {
            double[] next = basis.get(k).clone();
            for (int c = 0; c < next.length; c++) {
                next[c] = -next[c];
            }
            factors.solve(next);
            withoutMass(next);
            // Twice is enough for orthogonality to rounding.
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i <= k; i++) {
                    double product = dot(basis.get(i), next);
                    projected.addToEntry(i, k, product);
                    add(next, basis.get(i), -product);
                }
            }
            double norm = Math.sqrt(dot(next, next));
            projected.setEntry(k + 1, k, norm);
            scale(next, 1.0 / norm);
            basis.add(next);
            if ((k + 1) % STRIDE == 0 && k > 2 * count) {
                List<Complex> now = rates(projected.getSubMatrix(0, k, 0, k), count, tau);
                if (same(before, now, count)) {
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
     * Right eigenvectors that belong to rates found, of unit length: the real part and, of a pair, the imaginary one.
     * Of two equal rates one is found, twice.
     *
     * @return {@code [rate][part]}, masses of cells
     */
    double[][][] modes(List<Complex> rates, double tau) {
        EigenDecompositionNonSymmetric small = new EigenDecompositionNonSymmetric(found);
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
                add(real, basis.get(i), part.getEntry(i).getRealPart());
                add(imaginary, basis.get(i), part.getEntry(i).getImaginaryPart());
            }
            modes[k] = rates.get(k).getImaginaryPart() == 0.0 ? new double[][] {real}
                    : new double[][] {real, imaginary};
        }
        return modes;
    }

    private static List<Complex> rates(RealMatrix projected, int count, double tau) {
        List<Complex> rates = new ArrayList<>();
        for (Complex value : new EigenDecompositionNonSymmetric(projected).getEigenvalues()) {
            Complex rate = value.reciprocal().subtract(1.0).divide(tau);
            if (rate.getImaginaryPart() >= 0.0) {
                rates.add(rate);
            }
        }
        rates.sort(Comparator.comparingDouble(Complex::getRealPart));
        return rates.subList(0, Math.min(count, rates.size()));
    }

    private static boolean same(List<Complex> before, List<Complex> now, int count) {
        boolean same = before.size() == count && now.size() == count;
        for (int i = 0; same && i < count; i++) {
            same = before.get(i).subtract(now.get(i)).norm() <= FOUND * now.get(i).norm();
        }
        return same;
    }

    /** A vector with a part of every mode and no mass: fractions of multiples of the golden ratio, less their mean. */
    private double[] first() {
        double[] vector = new double[generator.size()];
        double golden = 0.5 * (Math.sqrt(5.0) - 1.0);
        for (int c = 0; c < vector.length; c++) {
            vector[c] = (c + 1.0) * golden % 1.0;
        }
        withoutMass(vector);
        scale(vector, 1.0 / Math.sqrt(dot(vector, vector)));
        return vector;
    }

    private static void withoutMass(double[] vector) {
        double sum = 0.0;
        for (double value : vector) {
            sum += value;
        }
        for (int c = 0; c < vector.length; c++) {
            vector[c] -= sum / vector.length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private static void add(double[] to, double[] from, double factor) {
        for (int c = 0; c < to.length; c++) {
            to[c] += factor * from[c];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int c = 0; c < vector.length; c++) {
            vector[c] *= factor;
        }
    }
}
