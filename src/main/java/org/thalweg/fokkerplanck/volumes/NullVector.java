package org.thalweg.fokkerplanck.volumes;

import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.linear.SparseSolver;
import org.thalweg.model.PlainSetting;

/**
 * The masses that a jump process on the cells of a grid leaves as they are, by one factorisation: one cell is given
 * mass 1, the others follow.
 */
public final class NullVector {
    /** Largest acceptable residual of a cell's balance, relative to its turnover. */
    static final double LARGEST_RESIDUAL = 1e-8;
    /** Masses above this, with the pinned cell at 1, come close to the largest double. */
    private static final double LARGEST_RATIO = 1e200;

    private NullVector() {}

    /** The null vector of a generator that loses no mass, summing to 1; folded where it is its own mirror image. */
    public static double[] of(Generator generator, PlainSetting setting) {
        Optional<Fold> fold = Fold.of(generator);
        if (fold.isEmpty()) {
            return unfolded(generator, setting);
        }
        double[] mass = fold.get().unfold(of(fold.get().half(), setting));
        checkResidual(generator, mass);
        return mass;
    }

    /**
     * The null vector, as it is: one cell is given mass 1, the others follow, as
     * expected times spent there between two visits to it.
     */
    public static double[] unfolded(Generator generator, PlainSetting setting) {
        double[] mass = first(generator, Pin.lowest(generator.grid(), setting));
        for (int tries = 0; tries < 3 && !wellScaled(mass); tries++) {
            mass = pinned(generator, largest(mass));
        }
        double total = 0.0;
        for (double m : mass) {
            total += m;
        }
        for (int c = 0; c < mass.length; c++) {
            mass[c] /= total;
        }
        checkResidual(generator, mass);
        return mass;
    }

    /** Where the law is so small that it cannot be reached in doubles, the law is looked for uphill. */
    private static double[] first(Generator generator, int lowest) {
        try {
            return pinned(generator, lowest);
        } catch (NumericsException unreachable) {
            int higher = Pin.uphill(generator, lowest);
            if (higher == lowest) {
                throw unreachable;
            }
            return pinned(generator, higher);
        }
    }

    private static double[] pinned(Generator generator, int pin) {
        double[] mass = new double[generator.size()];
        mass[pin] = -generator.leaving(pin);
        SparseSolver.standard().factor(generator.killedAt(pin), pin).solve(mass);
        return mass;
    }

    private static boolean wellScaled(double[] mass) {
        for (double m : mass) {
            if (!(m < LARGEST_RATIO)) {
                return false;
            }
        }
        return true;
    }

    private static int largest(double[] mass) {
        int largest = 0;
        for (int c = 0; c < mass.length; c++) {
            largest = mass[c] > mass[largest] || Double.isNaN(mass[largest]) ? c : largest;
        }
        return largest;
    }

    private static void checkResidual(Generator generator, double[] mass) {
        double[] change = generator.apply(mass);
        for (int c = 0; c < change.length; c++) {
            double turnover = generator.leaving(c) * mass[c];
            // Double.MIN_NORMAL: masses that have underflowed have no digits to judge.
            if (!(Math.abs(change[c]) <= LARGEST_RESIDUAL * turnover + Double.MIN_NORMAL * generator.leaving(c))) {
                throw new NumericsException(String.format(Locale.ROOT,
                        "the balance of cell %d is off by %.2g of its turnover; use a finer grid or a smaller domain",
                        c, Math.abs(change[c]) / turnover));
            }
        }
    }
}
