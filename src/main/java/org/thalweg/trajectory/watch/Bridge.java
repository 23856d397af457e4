package org.thalweg.trajectory.watch;

import org.thalweg.random.RandomStream;

/**
 * A Brownian motion of diffusion coefficient D over a step h, both ends known: whether and when it touched an edge at
 * distances d0 from the beginning and d1 from the end. A constant drift makes no difference. Derived in
 * docs/theory/schemes.md.
 */
public final class Bridge {
    /** exp(-37) is below 2^-53: an edge that is farther away is never touched. */
    static final double FARTHEST = 37.0;

    /** Largest ratio of distances: beyond it the law of the time no longer depends on the ratio. */
    private static final double MOST = 1e8;

    private Bridge() {}

    /** The probability that the motion touched an edge on the same side of both ends: exp(-d0 d1 / (D h)). */
    public static double touches(double d0, double d1, double diffused) {
        return Math.exp(-d0 * d1 / diffused);
    }

    /**
     * The first time at which an edge is touched that is touched, as a share u of the step. u / (1 - u) is inverse
     * Gaussian of mean d0 / |d1| and shape d0^2 / (2 D h), whether the end is beyond the edge or not.
     *
     * @param d0 &gt; 0
     * @param d1 of any sign
     * @param diffused D h
     */
    public static double time(double d0, double d1, double diffused, RandomStream random) {
        double mean = Math.min(d0 / Math.abs(d1), MOST);
        double odds = mean;
        if (diffused > 0.0) {
            odds = inverseGaussian(mean, d0 * d0 / (2.0 * diffused), random);
        }
        return odds / (1.0 + odds);
    }

    /** By the roots of a quadratic equation (Michael, Schucany and Haas 1976); the larger root has no cancellation. */
    private static double inverseGaussian(double mean, double shape, RandomStream random) {
        double normal = random.nextNormal();
        double scaled = mean * normal * normal / shape;
        double larger = mean * (1.0 + 0.5 * (scaled + Math.sqrt(scaled * (4.0 + scaled))));
        double smaller = mean * (mean / larger);
        return random.nextDouble() * (mean + smaller) <= mean ? smaller : larger;
    }
}
