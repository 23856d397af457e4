package org.thalweg.results.plan;

import java.util.Locale;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.Protocol;

/**
 * How long to run an ensemble, in learning time, so that first passages are seen and the law at the end is stationary.
 *
 * @param relaxationTime how long the start is remembered: the longest of the slowest mode of the valley floor, of the
 *     relaxation across it, and of a third of the way to where the law is; infinite where there is no stationary state,
 *     or none that ensembles can wait for
 * @param window relaxation times over which the stationary law would be averaged by all particles
 * @param passageLimit first passages are watched until here; 0 where there is no flat set
 * @param histogramRange where the marginal along the valley is counted
 */
public record RunPlan(double relaxationTime, double window, double passageLimit, Interval histogramRange) {
    /** Relaxation times before averaging: what is left of the start has fallen to exp(-6) = 2.5e-3. */
    private static final double BURN_IN = 6.0;

    /** A step takes a nanosecond: days of computing for one particle, a slip of the exponent and not a wish. */
    static final double MOST_STEPS = 1e15;

    /** Records per relaxation time: more would be correlated and tell little. */
    private static final double RECORDS = 8.0;

    /**
     * Relaxation times over which particles are averaged where the others are needed for first passages only: fewer for
     * longer are as good, and the way to the stationary state has to be gone by fewer. Longer gains little, as that way
     * is then a tenth of all; and fewer blocks are shared among threads.
     */
    private static final double LONG = 50.0;

    /** Particles of a block: dismissing some of them saves little. */
    private static final int BLOCK = 256;

    /** True where ensembles can wait for a relaxation time. */
    public static boolean reachable(PlainSetting setting, double relaxationTime) {
        return relaxationTime <= setting.sgd().time(RunPlanner.MOST_ITERATIONS);
    }

    /** False where no stationary state exists or none can be waited for: only first passages can be asked for. */
    public boolean stationary() {
        return Double.isFinite(relaxationTime);
    }

    /**
     * The protocol of an ensemble that takes steps of {@code timeStep}.
     *
     * <p>An average over n particles and w relaxation times of a quantity that relaxes at the slowest rate has the
     * variance v(w)/n in units of its stationary one, with v(w) = (2/w)(1 - (1 - exp(-w))/w). Some blocks of particles
     * are averaged over as long as gives v(w)/n of all over {@link #window}, and the others are dismissed when they
     * have arrived at the flat set.
     */
    public Protocol protocol(double timeStep, int particles) {
        double most = Math.max(passageLimit, stationary() ? (BURN_IN + window) * relaxationTime : 0.0) / timeStep;
        if (most > MOST_STEPS) {
            throw new Refusal(String.format(Locale.ROOT, "a trajectory of %.3g steps of %.3g is more than can be taken;"
                    + " at most %.0g can: raise the learning rate or the batch variance, or give a shorter time limit",
                    most, timeStep, MOST_STEPS));
        }
        long limit = (long) Math.ceil(passageLimit / timeStep);
        if (!stationary()) {
            return Protocol.atTime(1).passagesUntil(limit).histogramOver(histogramRange);
        }
        long from = Math.max(1, (long) Math.ceil(BURN_IN * relaxationTime / timeStep));
        long every = Math.max(1, (long) Math.floor(relaxationTime / RECORDS / timeStep));
        long to = from + every * (long) Math.ceil(length(particles) * RECORDS);
        return Protocol.window(from, to, every)
                .averagedOver(Math.max(1, averaged(particles)))
                .passagesUntil(limit)
                .histogramOver(histogramRange);
    }

    /** About how many steps a particle takes on average. */
    public double steps(double timeStep, int particles) {
        Protocol protocol = protocol(timeStep, particles);
        double share = (double) averaged(particles) / particles;
        return stationary() ? share * protocol.averaging().to() : 0.1 * protocol.passageLimit();
    }

    private int averaged(int particles) {
        int blocks = (int) (particles * Math.min(1.0, variance(LONG) / variance(window))) / BLOCK;
        return passageLimit > 0.0 ? Math.min(particles, Math.max(1, blocks) * BLOCK) : particles;
    }

    /** Relaxation times over which the averaged particles are averaged. */
    private double length(int particles) {
        double v = variance(window) * averaged(particles) / particles;
        // The root of v = (2/w)(1 - 1/w), in which exp(-w) is left out.
        return averaged(particles) == particles ? window : (1.0 + Math.sqrt(1.0 - 2.0 * v)) / v;
    }

    private static double variance(double window) {
        return 2.0 / window * (1.0 + StrictMath.expm1(-window) / window);
    }
}
