package org.thalweg.fokkerplanck.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.thalweg.measure.Measurement;

/**
 * An eigenvalue -rate +- i frequency of the Fokker-Planck operator: deviations from the stationary density that decay
 * as
 * exp(-rate t) and, out of equilibrium, may turn while they do.
 *
 * @param rate positive, per unit of time
 * @param frequency in radians per unit of time; 0 for a real eigenvalue, positive for a pair, which is named once
 */
public record RelaxationMode(Measurement rate, Measurement frequency) {
    /** What rounding makes of a real pair is smaller, as a part of the rate. */
    private static final double ROUNDING = 1e-7;

    /**
     * Modes whose eigenvalues -rate + i frequency are known on three grids, extrapolated.
     *
     * @param levels slowest first, of a pair the one with a positive imaginary part; more than {@code count} where some
     *     may change places
     */
    public static List<RelaxationMode> ofGrids(List<List<Complex>> levels, int count) {
        List<List<Complex>> matched = new ArrayList<>();
        for (List<Complex> level : levels) {
            matched.add(matched.isEmpty() ? level : matched(level, matched.get(matched.size() - 1)));
        }
        // Refinements of one rate cancel by accident now and then; of all together they do not.
        double unresolved = Richardson.unresolved(matched.stream()
                .map(rates -> rates.stream().limit(count).mapToDouble(Complex::getRealPart).toArray())
                .toArray(double[][]::new));
        List<RelaxationMode> modes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i;
            modes.add(new RelaxationMode(
                    Richardson.of(matched.stream().mapToDouble(rates -> rates.get(at).getRealPart()).toArray(),
                            unresolved),
                    Richardson.of(matched.stream().mapToDouble(rates -> rates.get(at).getImaginaryPart()).toArray())));
        }
        // Two that are almost equally slow change places when they are extrapolated.
        modes.sort(Comparator.comparingDouble(mode -> mode.rate().value()));
        return modes;
    }

    /** The same modes in the order of a coarser grid: two that are equally slow may change places. */
    private static List<Complex> matched(List<Complex> found, List<Complex> order) {
        List<Complex> left = new ArrayList<>(found);
        List<Complex> matched = new ArrayList<>();
        for (Complex wanted : order) {
            matched.add(takeNearest(left, wanted));
        }
        return matched;
    }

    /** The nearest of some eigenvalues, which is taken out. */
    public static Complex takeNearest(List<Complex> left, Complex wanted) {
        Complex nearest = left.get(0);
        for (Complex one : left) {
            nearest = one.subtract(wanted).norm() < nearest.subtract(wanted).norm() ? one : nearest;
        }
        left.remove(nearest);
        return nearest;
    }

    /** True for a complex pair. */
    public boolean turns() {
        return frequency.value() > frequency.standardError() && frequency.value() > ROUNDING * rate.value();
    }

    /** In another unit of time. */
    public RelaxationMode times(double factor) {
        return new RelaxationMode(rate.times(factor), frequency.times(factor));
    }
}
