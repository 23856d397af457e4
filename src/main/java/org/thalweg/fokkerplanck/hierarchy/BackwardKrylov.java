package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.linear.CellVectors;
import org.thalweg.fokkerplanck.linear.SmallSpectrum;
import org.thalweg.model.PlainSetting;

/**
 * Arnoldi's method [GVL13, 10.5] on (1 - tau B)^-1, B the backward operator of a valley on the points and modes of a
 * hierarchy, among functions modulo constants: of each, its mode 0 at one point is taken off. B knows constants to
 * rounding, and rates are as they were but for 0.
 */
final class BackwardKrylov {
    /** Rates that move by less, of themselves, are found. */
    private static final double FOUND = 1e-9;
    /** Of a number of size 1, after a solve; a rate is its difference to 1, over tau. */
    private static final double ROUNDING = 1e-12;
    private static final double CLOSED = 1e-12;
    private static final int STRIDE = 6;
    private static final int MOST_VECTORS = 240;
    /** As for finite volumes: a shift of so many times of the slowest mode, or of a thousandth of the fastest rate. */
    private static final double SHIFT = 3.0;
    private static final double APART = 1e-3;
    /** So many digits of 1 / (1 + tau rate) are left to a rate beside 1. */
    private static final double LEAST = 1e-6;
    private static final int MOST_SHIFTS = 12;

    private BackwardKrylov() {}

    /**
     * Minus the eigenvalues, slowest first, one of each pair; without that of the function 1.
     *
     * @param count at most so many: of few unknowns there may be fewer
     * @throws NumericsException where they are not found
     */
    static List<Complex> slowest(PlainSetting setting, Collocation grid, int modes, int parity, int count) {
        double length = grid.axis().to() - grid.axis().from();
        double tau = length * length * ValleyCoefficients.of(setting, grid).perDiffusion()[grid.size() / 2]
                / (Math.PI * Math.PI);
        boolean enough = false;
        for (int k = 0; k < MOST_SHIFTS; k++) {
            List<Complex> found = slowest(setting, grid, modes, parity, count, tau);
            double slow = found.get(0).getRealPart();
            double wanted = SHIFT / Math.max(slow, APART * found.get(found.size() - 1).getRealPart());
            if (slow * tau > LEAST && (enough || tau <= 4.0 * wanted && tau >= 0.25 * wanted)) {
                return found;
            }
            if (!(slow * tau > 0.0)) {
                throw new NumericsException("the slowest rate of the hierarchy is below rounding; use the method"
                        + " finite-volume");
            }
            enough = slow * tau > LEAST;
            tau = wanted;
        }
        throw new NumericsException("no shift suits the rates of the hierarchy; use the method finite-volume");
    }

    private static List<Complex> slowest(PlainSetting setting, Collocation grid, int modes, int parity, int count,
            double tau) {
        return space(setting, grid, modes, parity, count, tau, false).rates();
    }

    /**
     * What decays at the slowest rates, forward in time: masses of a law, of which the means of functions are known
     * ({@link MassByModes}). They have none in all.
     *
     * @param slowest the slowest rate, as it is known by now
     */
    static Forward forward(PlainSetting setting, Collocation grid, int modes, int parity, int count, double slowest,
            double fastest) {
        double tau = SHIFT / Math.max(slowest, APART * fastest);
        Space space = space(setting, grid, modes, parity, count, tau, true);
        EigenDecompositionNonSymmetric small = SmallSpectrum.of(space.projected());
        Complex[] values = small.getEigenvalues();
        List<double[][]> masses = new ArrayList<>();
        for (Complex rate : space.rates()) {
            Complex wanted = rate.multiply(tau).add(1.0).reciprocal();
            int nearest = 0;
            for (int i = 1; i < values.length; i++) {
                nearest = values[i].subtract(wanted).norm() < values[nearest].subtract(wanted).norm() ? i : nearest;
            }
            FieldVector<Complex> part = small.getEigenvector(nearest);
            double[][] parts = new double[2][modes * grid.size()];
            for (int i = 0; i < part.getDimension(); i++) {
                CellVectors.add(parts[0], space.basis().get(i), part.getEntry(i).getRealPart());
                CellVectors.add(parts[1], space.basis().get(i), part.getEntry(i).getImaginaryPart());
            }
            masses.add(rate.getImaginaryPart() == 0.0 ? new double[][] {parts[0]} : parts);
        }
        return new Forward(space.rates(), masses);
    }

    /**
     * Modes forward in time.
     *
     * @param rates slowest first
     * @param masses of each the real part and, where it turns, the imaginary one
     */
    record Forward(List<Complex> rates, List<double[][]> masses) {}

    /** A space, the operator in it, and the rates found. */
    private record Space(List<double[]> basis, RealMatrix projected, List<Complex> rates) {}

    private static Space space(PlainSetting setting, Collocation grid, int modes, int parity, int count, double tau,
            boolean adjoint) {
        BackwardHierarchy backward = new BackwardHierarchy(setting, grid, modes, parity, 1.0 / tau);
        int size = modes * grid.size();
        int most = Math.min(MOST_VECTORS, size - 1);
        RealMatrix projected = MatrixUtils.createRealMatrix(most + 1, most + 1);
        List<double[]> basis = new ArrayList<>();
        basis.add(first(grid.size(), size, parity, adjoint));
        List<Complex> before = List.of();
        for (int k = 0; k < most; k++) {
            double[] next = basis.get(k).clone();
            for (int i = 0; i < size; i++) {
                next[i] /= tau;
            }
            if (adjoint) {
                backward.solveAdjoint(next);
            } else {
                backward.solve(next);
            }
            without(next, grid.size(), parity, adjoint);
            double norm = CellVectors.orthogonalise(next, basis, projected);
            if (norm < CLOSED || k + 1 == most) {
                RealMatrix all = projected.getSubMatrix(0, k, 0, k);
                return new Space(basis, all, rates(all, count, tau));
            }
            projected.setEntry(k + 1, k, norm);
            for (int i = 0; i < size; i++) {
                next[i] /= norm;
            }
            basis.add(next);
            if ((k + 1) % STRIDE == 0 && k > 2 * count) {
                RealMatrix all = projected.getSubMatrix(0, k, 0, k);
                List<Complex> now = rates(all, count, tau);
                if (same(before, now, ROUNDING / tau)) {
                    return new Space(basis, all, now);
                }
                before = now;
            }
        }
        throw new NumericsException("the slowest rates of the hierarchy were not found with " + most + " vectors");
    }

    private static List<Complex> rates(RealMatrix projected, int count, double tau) {
        List<Complex> rates = new ArrayList<>();
        for (Complex value : SmallSpectrum.values(projected)) {
            if (value.getImaginaryPart() <= 0.0 && value.norm() > ROUNDING) {
                rates.add(value.reciprocal().subtract(1.0).divide(tau));
            }
        }
        rates.sort(Comparator.comparingDouble(Complex::getRealPart));
        return rates.subList(0, Math.min(count, rates.size()));
    }

    private static boolean same(List<Complex> before, List<Complex> now, double rounding) {
        boolean same = before.size() == now.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = before.get(i).subtract(now.get(i)).norm() <= FOUND * now.get(i).norm() + rounding;
        }
        return same;
    }

    /** A vector with a part of every mode: fractions of multiples of the golden ratio, fewer of high modes. */
    private static double[] first(int points, int size, int parity, boolean adjoint) {
        double[] vector = new double[size];
        double golden = 0.5 * (Math.sqrt(5.0) - 1.0);
        for (int k = 0; k < size; k++) {
            vector[k] = ((k + 1.0) * golden % 1.0 - 0.5) * Math.pow(0.5, (double) (k / points));
        }
        without(vector, points, parity, adjoint);
        double norm = Math.sqrt(ScalarProduct.of(vector, vector));
        for (int k = 0; k < size; k++) {
            vector[k] /= norm;
        }
        return vector;
    }

    /** Without the mode that does not decay: of functions the constant at one point, of masses their sum. */
    private static void without(double[] vector, int points, int parity, boolean adjoint) {
        if (parity == 1) {
            return;
        }
        double taken = adjoint ? 0.0 : vector[points / 2];
        for (int i = 0; adjoint && i < points; i++) {
            taken += vector[i] / points;
        }
        for (int i = 0; i < points; i++) {
            vector[i] -= taken;
        }
    }
}
