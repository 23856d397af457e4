package org.thalweg.quantity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured: the constants are the quantities of the files (docs/files.md), and models with coordinates of other
 * names have further ones ({@link #averaged}, {@link #of}).
 *
 * @param key the name in files
 * @param label in words, with its symbol
 * @param unit empty for numbers, and for those in units of the model
 * @param time what it has to do with the learning time
 */
public record Quantity(String key, String label, String unit, Time time) {
    /** How a quantity follows the unit of the learning time. */
    public enum Time {
        /** Not at all. */
        NONE,
        /** The quantity is a time. */
        TIME,
        /** The square of a time. */
        SQUARE,
        /** The quantity is a rate, per unit of time. */
        RATE,
        /** The natural logarithm of a time. */
        LOGARITHM
    }

    private static final Map<String, Quantity> KNOWN = new LinkedHashMap<>();
    private static final String LEARNING_TIME = "learning time";
    private static final String OF_STEPS = LEARNING_TIME + " t = \u03b7k";

    /** Mean first-passage time to the flat set, in learning time. */
    public static final Quantity CONVERGENCE_TIME =
            known("convergence_time", "mean convergence time T", OF_STEPS, Time.TIME);
    /** Its natural logarithm; given where the mean itself is beyond numbers, over barriers of 700 temperatures. */
    public static final Quantity LOG_CONVERGENCE_TIME =
            known("log_convergence_time", "log convergence time", "", Time.LOGARITHM);
    /** Mean of the passage time or the limit, whichever is smaller; given where some particles are still under way. */
    public static final Quantity RESTRICTED_CONVERGENCE_TIME =
            known("restricted_convergence_time", "mean of min(T, limit)", OF_STEPS, Time.TIME);
    /** The variance of the first-passage time. */
    public static final Quantity CONVERGENCE_TIME_VARIANCE =
            known("convergence_time_variance", "variance of the convergence time", "t\u00b2", Time.SQUARE);
    /** The mean first-passage time in iterations, of which there are as many whatever the unit of time. */
    public static final Quantity CONVERGENCE_STEPS =
            known("convergence_steps", "mean convergence time", "iterations", Time.NONE);
    /** Share of particles that arrived at the flat set within the limit. */
    public static final Quantity CONVERGED_FRACTION =
            known("converged_fraction", "share of particles that converged");
    /** Share of particles that overflowed. */
    public static final Quantity DIVERGED_FRACTION = known("diverged_fraction", "share of particles that diverged");

    /** Mean of x. */
    public static final Quantity MEAN_X = known("mean_x", "mean \u27e8x\u27e9");
    /** Variance of x. */
    public static final Quantity VARIANCE_X = known("variance_x", "variance of x");
    /** Mean of x^2. */
    public static final Quantity MEAN_SQUARE_X = known("mean_square_x", "mean square \u27e8x\u00b2\u27e9");
    /** Mean of y^2, summed over the sharp directions. */
    public static final Quantity MEAN_SQUARE_Y =
            known("mean_square_y", "mean square \u27e8y\u00b2\u27e9 across the valley");
    /** Mean of F. */
    public static final Quantity MEAN_FLATNESS = known("mean_flatness", "mean flatness \u27e8F\u27e9");
    /** Slope of ln P(x) on ln F(x). */
    public static final Quantity SELECTION_EXPONENT =
            known("selection_exponent", "selection exponent e, P(x) ~ F(x)^e");

    /** How fast a stationary state produces entropy, int J D^-1 J / P dx; zero in equilibrium. */
    public static final Quantity ENTROPY_PRODUCTION =
            known("entropy_production", "entropy production", "per unit of learning time", Time.RATE);

    /** Share of a path at x &lt; 0. */
    public static final Quantity NEGATIVE_FRACTION = known("negative_fraction");
    /** Average of x along a path. */
    public static final Quantity AVERAGED_X = known("averaged_x");
    /** Average of y along a path. */
    public static final Quantity AVERAGED_Y = known("averaged_y");
    /** Average of the loss along a path. */
    public static final Quantity AVERAGED_LOSS = known("averaged_loss");

    /** The loss at the average of the iterates of a path. */
    public static final Quantity LOSS_OF_AVERAGE =
            known("loss_of_average", "loss at the average of a path's iterates");
    /** The average of the loss at the iterates of a path, by the same weights. */
    public static final Quantity AVERAGE_OF_LOSS =
            known("average_of_loss", "average of the loss at a path's iterates");
    /** By how much the loss at the average is the lower one. */
    public static final Quantity GAIN_OF_AVERAGING =
            known("gain_of_averaging", "average of the loss less the loss at the average");

    /** Share of particles that end in the flat one of two valleys. */
    public static final Quantity FLAT_FRACTION = known("flat_fraction");
    /** Changes between two valleys. */
    public static final Quantity SWITCHES = known("switches");
    /** The learning time of the last change, of those that changed. */
    public static final Quantity LAST_SWITCH = known("last_switch", "last switch", LEARNING_TIME, Time.TIME);
    /** The learning time of the last change between the published two valleys; that of the start without one. */
    public static final Quantity FREEZING_TIME = known("freezing_time", "freezing time", LEARNING_TIME, Time.TIME);
    /** How far along the published two valleys the last change is. */
    public static final Quantity FREEZING_PLACE = known("freezing_place");

    /** psi in sigma_i^2 ~ F_i^(-psi). */
    public static final Quantity VARIANCE_FLATNESS_EXPONENT = known("variance_flatness_exponent",
            "exponent \u03c8 of variance \u03c3\u00b2 ~ F^(\u2212\u03c8)");

    private static final String OF_A_SAMPLE = "mean of a sample";
    private static final String WRONG = "share of samples in a wrong class";

    /** Mean loss of a trained network over the samples that it was trained on. */
    public static final Quantity TRAIN_LOSS = known("train_loss", "train loss", OF_A_SAMPLE, Time.NONE);
    /** Share of them that it puts into a wrong class. */
    public static final Quantity TRAIN_ERROR = known("train_error", "train error", WRONG, Time.NONE);
    /** Mean loss over samples that it has not seen. */
    public static final Quantity TEST_LOSS = known("test_loss", "test loss", OF_A_SAMPLE, Time.NONE);
    /** Share of them that it puts into a wrong class. */
    public static final Quantity TEST_ERROR = known("test_error", "test error", WRONG, Time.NONE);
    /** Length of the gradient over all samples. */
    public static final Quantity GRADIENT_NORM =
            known("gradient_norm", "norm of the gradient", "loss per parameter", Time.NONE);
    /** How long it was trained. */
    public static final Quantity LEARNING_TIME_TAKEN = known("learning_time", LEARNING_TIME, "", Time.TIME);

    private static Quantity known(String key) {
        return known(key, words(key));
    }

    private static Quantity known(String key, String label) {
        return known(key, label, "", Time.NONE);
    }

    private static Quantity known(String key, String label, String unit, Time time) {
        Quantity quantity = new Quantity(key, label, unit, time);
        KNOWN.put(key, quantity);
        return quantity;
    }

    /** The quantity of a key: one of the constants, or a number of the model whose label is its key in words. */
    public static Quantity of(String key) {
        return find(key).orElseGet(() -> new Quantity(key, words(key), "", Time.NONE));
    }

    /** The constant of a key; empty where there is none. */
    public static Optional<Quantity> find(String key) {
        return Optional.ofNullable(KNOWN.get(key));
    }

    /** By how much a quantity changes while it is averaged. */
    public static Quantity changeOf(Quantity quantity) {
        return of("change_of_" + quantity.key);
    }

    /** The average of a coordinate along a path. */
    public static Quantity averaged(String coordinate) {
        return of("averaged_" + coordinate);
    }

    /** The key with blanks for underscores, for sentences and titles. */
    public String words() {
        return words(key);
    }

    /** The same with a capital, where a title begins with it. */
    public String title() {
        return Character.toUpperCase(words().charAt(0)) + words().substring(1);
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }

    /** The label, and the unit in parentheses. */
    public String labelWithUnit() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }

    /**
     * What a number of this quantity, and its error, are multiplied with in another unit of time.
     *
     * @param clock of the new unit so many are one of the old
     */
    public double factor(double clock) {
        return switch (time) {
            case NONE, LOGARITHM -> 1.0;
            case TIME -> clock;
            case SQUARE -> clock * clock;
            case RATE -> 1.0 / clock;
        };
    }

    /** What is added to the number then. */
    public double offset(double clock) {
        return time == Time.LOGARITHM ? Math.log(clock) : 0.0;
    }

    /** The key: what concatenation, tables and JSON are to show. */
    @Override
    public String toString() {
        return key;
    }
}
