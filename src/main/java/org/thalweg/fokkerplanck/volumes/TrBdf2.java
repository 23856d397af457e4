package org.thalweg.fokkerplanck.volumes;

import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.linear.SparseSolver;

/**
 * Steps dm/dt = A m by the trapezoidal rule to t + g dt and the second-order backward difference formula from there
 * (Bank et al. 1985), with g = 2 - sqrt 2, for which both stages share one matrix.
 *
 * <p>Second order and L-stable: what relaxes faster than a step is gone after it. Mass is conserved to rounding. Not
 * positive: ahead of a front that is narrower than a step, small negative masses appear.
 */
public final class TrBdf2 {
    private static final double GAMMA = 2.0 - Math.sqrt(2.0);
    /** The implicit share of both stages. */
    private static final double SHARE = 0.5 * GAMMA;

    private final Generator generator;
    private final double step;
    private final SparseSolver.Factors factors;

    private TrBdf2(Generator generator, double step, SparseSolver.Factors factors) {
        this.generator = generator;
        this.step = step;
        this.factors = factors;
    }

    /** A stepper for one step size. */
    public static TrBdf2 of(Generator generator, double step) {
        return new TrBdf2(generator, step, SparseSolver.standard().factor(generator.timesMinusIdentity(SHARE * step)));
    }

    /** The masses one step later. Not modified. */
    public double[] step(double[] mass) {
        double[] change = generator.apply(mass);
        double[] stage = new double[mass.length];
        for (int c = 0; c < stage.length; c++) {
            stage[c] = -(mass[c] + SHARE * step * change[c]);
        }
        factors.solve(stage);
        double weight = 1.0 / (GAMMA * (2.0 - GAMMA));
        double past = (1.0 - GAMMA) * (1.0 - GAMMA);
        for (int c = 0; c < stage.length; c++) {
            stage[c] = -weight * (stage[c] - past * mass[c]);
        }
        factors.solve(stage);
        return stage;
    }
}
