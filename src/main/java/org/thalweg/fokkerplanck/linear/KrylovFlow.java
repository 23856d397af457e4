package org.thalweg.fokkerplanck.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.fokkerplanck.law.NumericsException;

/**
 * exp(t A) v at many times by one factorisation: in the Krylov space of (1 - tau A)^-1, on which A is
 * (1 - H^-1) / tau [EH06]. The number of vectors it takes depends on the times, hardly on the grid: what relaxes fast
 * is as easy as what relaxes slowly. Vectors are added until none of the answers moves by more than a tolerance, so the
 * error in time is controlled and there are no time steps.
 *
 * <p>Forward, v are masses; backward, with the adjoint of A, v is a function of the end and the answer that of the
 * start. What A is made of, cells or modes, only its {@link Resolvent} knows.
 */
public final class KrylovFlow {
    /** tau as a part of the last time: [EH06] find a tenth near the best for one time; a little less serves earlier. */
    private static final double SHIFT = 0.07;
    /** Vectors between two looks at the answers. */
    private static final int STRIDE = 4;
    /** Of many times so many are looked at, the first and the last among them. */
    private static final int LOOKS = 5;
    /** A start at a point, over times of a ratio of {@link #RATIO}, takes some 50. */
    private static final int MOST_VECTORS = 160;
    /** The ratio of the last time to the first in one space. */
    private static final double RATIO = 40.0;

    private final List<double[]> basis;
    /** By time, the coordinates in the basis. */
    private final RealVector[] coordinates;

    private KrylovFlow(List<double[]> basis, RealVector[] coordinates) {
        this.basis = basis;
        this.coordinates = coordinates;
    }

    /** Masses at times after they were {@code mass}, increasing; wrong by at most a tolerance, int |error|. */
    public static List<double[]> forward(Resolvent resolvent, double[] mass, double[] times, double tolerance) {
        List<double[]> found = new ArrayList<>();
        double[] now = mass;
        double at = 0.0;
        double root = Math.sqrt(mass.length);
        for (int from = 0; from < times.length;) {
            double[] group = group(times, from, at);
            KrylovFlow flow = of(resolvent, now, group, change -> root * change.getNorm() <= tolerance);
            for (int k = 0; k < group.length; k++) {
                found.add(flow.at(k));
            }
            from += group.length;
            at = times[from - 1];
            now = found.get(from - 1);
        }
        return found;
    }

    /**
     * Means of a function of the end, by a start that is a combination of unknowns, at increasing times.
     *
     * @param function of the place where a particle ends; not modified
     * @param start weights of the unknowns; not modified
     */
    public static double[] backward(
            Resolvent resolvent, double[] function, double[] start, double[] times, double tolerance) {
        double[] found = new double[times.length];
        double[] now = function;
        double at = 0.0;
        for (int from = 0; from < times.length;) {
            double[] group = group(times, from, at);
            List<double[]> seen = new ArrayList<>();
            KrylovFlow flow = of(resolvent, now, group, change -> Math.abs(weighed(seen, start, change))
                    <= tolerance, seen);
            for (int k = 0; k < group.length; k++) {
                found[from + k] = weighed(flow.basis, start, flow.coordinates[k]);
            }
            from += group.length;
            at = times[from - 1];
            now = flow.at(group.length - 1);
        }
        return found;
    }

    private static double weighed(List<double[]> basis, double[] start, RealVector coordinates) {
        double sum = 0.0;
        for (int i = 0; i < coordinates.getDimension(); i++) {
            sum += coordinates.getEntry(i) * ScalarProduct.of(basis.get(i), start);
        }
        return sum;
    }

    /** The next times that one space serves, since the last answer. */
    private static double[] group(double[] times, int from, double at) {
        int to = from + 1;
        while (to < times.length && times[to] - at <= RATIO * (times[from] - at)) {
            to++;
        }
        return Arrays.stream(times, from, to).map(t -> t - at).toArray();
    }

    /** Whether a change of the coordinates of an answer is small. */
    private interface Judge {
        boolean small(RealVector change);
    }

    private static KrylovFlow of(Resolvent resolvent, double[] start, double[] times, Judge judge) {
        return of(resolvent, start, times, judge, new ArrayList<>());
    }

    private static KrylovFlow of(Resolvent resolvent, double[] start, double[] times, Judge judge,
            List<double[]> basis) {
        double tau = SHIFT * times[times.length - 1];
        Resolvent.Solve solve = resolvent.at(tau);
        RealMatrix projected = MatrixUtils.createRealMatrix(MOST_VECTORS + 1, MOST_VECTORS);
        double length = Math.sqrt(ScalarProduct.of(start, start));
        basis.add(Arrays.stream(start).map(v -> v / length).toArray());
        double[] looks = IntStream.range(0, Math.min(LOOKS, times.length)).mapToDouble(i -> times[times.length == 1
                ? 0 : i * (times.length - 1) / (Math.min(LOOKS, times.length) - 1)]).toArray();
        RealVector[] before = null;
        for (int k = 0; k < MOST_VECTORS; k++) {
            double[] next = basis.get(k).clone();
            solve.apply(next);
            double norm = CellVectors.orthogonalise(next, basis, projected);
            boolean exhausted = !(norm > 1e-14);
            if (exhausted || (k + 1) % STRIDE == 0) {
                RealMatrix h = projected.getSubMatrix(0, k, 0, k);
                RealVector[] now = coordinates(h, tau, looks, length);
                if (exhausted || before != null && settled(before, now, judge)) {
                    return new KrylovFlow(basis, coordinates(h, tau, times, length));
                }
                before = now;
            }
            projected.setEntry(k + 1, k, norm);
            Arrays.setAll(next, c -> next[c] / norm);
            basis.add(next);
        }
        throw new NumericsException("the law at t = " + times[times.length - 1] + " was not found with " + MOST_VECTORS
                + " vectors; give times closer to each other, or a smaller domain");
    }

    private static boolean settled(RealVector[] before, RealVector[] now, Judge judge) {
        boolean settled = true;
        for (int k = 0; settled && k < now.length; k++) {
            settled = judge.small(now[k].subtract(before[k].append(now[k].getSubVector(0,
                    now[k].getDimension() - before[k].getDimension()).mapMultiply(0.0))));
        }
        return settled;
    }

    private static RealVector[] coordinates(RealMatrix h, double tau, double[] times, double length) {
        RealVector[] found = SmallFlow.of(h, Arrays.stream(times).map(t -> t / tau).toArray());
        for (int k = 0; k < times.length; k++) {
            found[k] = found[k].mapMultiply(length);
        }
        return found;
    }

    private double[] at(int k) {
        double[] sum = new double[basis.get(0).length];
        for (int i = 0; i < coordinates[k].getDimension(); i++) {
            CellVectors.add(sum, basis.get(i), coordinates[k].getEntry(i));
        }
        return sum;
    }
}
