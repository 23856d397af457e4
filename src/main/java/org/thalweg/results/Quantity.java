package org.thalweg.results;

/** The names of quantities in CSV files. */
public final class Quantity {
    /** Mean first-passage time to the flat set, in learning time. */
    public static final String CONVERGENCE_TIME = "convergence_time";
    /** Its natural logarithm; given where the mean itself is beyond numbers, over barriers of 700 temperatures. */
    public static final String LOG_CONVERGENCE_TIME = "log_convergence_time";
    /** The variance of the first-passage time. */
    public static final String CONVERGENCE_TIME_VARIANCE = "convergence_time_variance";
    /** The mean in iterations. */
    public static final String CONVERGENCE_STEPS = "convergence_steps";
    /** Mean of the passage time or the limit, whichever is smaller; given where some particles are still under way. */
    public static final String RESTRICTED_CONVERGENCE_TIME = "restricted_convergence_time";
    /** Share of particles that arrived at the flat set within the limit. */
    public static final String CONVERGED_FRACTION = "converged_fraction";
    /** Share of particles that overflowed. */
    public static final String DIVERGED_FRACTION = "diverged_fraction";
    /** Mean of F. */
    public static final String MEAN_FLATNESS = "mean_flatness";
    /** Slope of ln P(x) on ln F(x). */
    public static final String SELECTION_EXPONENT = "selection_exponent";
    /** Mean of y^2, summed over the sharp directions. */
    public static final String MEAN_SQUARE_Y = "mean_square_y";

    private Quantity() {}
}
