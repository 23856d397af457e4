package org.thalweg.model;

import org.thalweg.refusal.Refusal;

/**
 * The learning rate as iterations go by: eta_k = eta f_k with f_k from this schedule.
 *
 * @param shape how f_k falls
 * @param iterations N &gt; 0: those between two drops of a step, or those of the whole descent of a cosine
 * @param factor what each step multiplies by, or the fraction left at the end of a cosine; from 0 to 1
 * @param warmUp iterations W &ge; 0 over which f_k is also multiplied by (k + 1) / W, as long as k &lt; W
 */
public record LearningRateSchedule(Shape shape, long iterations, double factor, long warmUp) {
    /** Always eta. */
    public static final LearningRateSchedule CONSTANT = new LearningRateSchedule(Shape.CONSTANT, 1, 1.0, 0);

    /** How a learning rate falls. */
    public enum Shape {
        /** Not at all. */
        CONSTANT,
        /** By a factor every so many iterations. */
        STEP,
        /** Along half a period of a cosine. */
        COSINE
    }

    /** Refuses schedules without a length, or with a factor outside [0, 1]. */
    public LearningRateSchedule {
        if (iterations < 1 || warmUp < 0 || !(factor >= 0.0 && factor <= 1.0)) {
            throw new Refusal("schedule with " + iterations + " iterations, factor " + factor
                    + " and warm-up " + warmUp
                    + ": needs at least one iteration, a factor from 0 to 1 and a warm-up that is not negative");
        }
    }

    /** f_k of iteration k = 0, 1, ... */
    public double at(long k) {
        double warm = k < warmUp ? (k + 1.0) / warmUp : 1.0;
        switch (shape) {
            case STEP:
                return warm * Math.pow(factor, Math.floorDiv(k, iterations));
            case COSINE:
                double done = Math.min(1.0, (double) k / iterations);
                return warm * (factor + (1.0 - factor) * 0.5 * (1.0 + Math.cos(Math.PI * done)));
            default:
                return warm;
        }
    }

    /** True where the learning rate never changes. */
    public boolean constant() {
        return shape == Shape.CONSTANT && warmUp == 0;
    }
}
