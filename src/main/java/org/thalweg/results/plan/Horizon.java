package org.thalweg.results.plan;

import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.AsymmetricBias;
import org.thalweg.theory.escape.ConvergenceTime;

/** How long to simulate, and over what range to count, where the user does not say. */
public final class Horizon {
    /** Relaxation times until the law is stationary: exp(-7) = 1e-3 of the start is left. */
    private static final double RELAXATIONS = 7.0;

    /** A time in whole steps may be a step short. */
    private static final double ROUNDED = 0.99;

    /** Predicted mean convergence times: of exponential times a share of 1e-3 is longer. */
    private static final double MEANS = 7.0;

    /** Iterations where no time scale is known. */
    private static final double ITERATIONS = 10_000;

    /** Places at which steps start. */
    private static final int GRID = 256;

    /** Standard deviations of one draw of the noise: of normal draws 3e-3 are larger. */
    private static final double DEVIATIONS = 3.0;

    private Horizon() {}

    /**
     * A learning time after which the law is stationary and practically all have reached the flat set; infinite where
     * the flat set is not reached in a finite mean time.
     *
     * @throws NoStationaryStateException where the law never becomes stationary
     */
    public static double stationary(Setting optimised) {
        return !optimised.surface().geometry().valley()
                ? optimised.sgd().time(ITERATIONS)
                : optimised.sgd().clock() * stationaryDriftTime(optimised.effective().atFirstOrder());
    }

    /**
     * What has to be said where an ensemble at a time is shown beside a stationary law: that it is not relaxed yet.
     * Empty where it is, and where no time scale is known.
     */
    public static Optional<String> note(Setting optimised, double time) {
        if (!optimised.surface().geometry().valley() || !optimised.hasDiffusion()) {
            return Optional.empty();
        }
        PlainSetting setting = optimised.effective().atFirstOrder();
        double log = Math.log(time / optimised.sgd().clock());
        return relaxation(setting).filter(slowest -> log - slowest.logTime() < Math.log(RELAXATIONS * ROUNDED))
                .map(slowest -> String.format(Locale.ROOT, "learning time %.5g is %s of the %s:"
                        + " the ensemble need not have forgotten its start (%.0f would do),"
                        + " and is not comparable with a stationary law", time, inWords(log - slowest.logTime()),
                        slowest.slowerAcross() ? "relaxation time across the valley"
                                : "slowest relaxation time of the valley floor", RELAXATIONS));
    }

    private static Optional<Relaxation> relaxation(PlainSetting setting) {
        return Attempt.settled(() -> Relaxation.of(setting)).found();
    }

    /**
     * How long {@link #stationary} is where that is finite and beyond numbers: "e^835"; empty where it is a number or
     * infinite.
     */
    public static Optional<String> beyondNumbers(Setting optimised) {
        if (!optimised.surface().geometry().valley()) {
            return Optional.empty();
        }
        PlainSetting setting = optimised.effective().atFirstOrder();
        double log = Math.log(RELAXATIONS) + Relaxation.of(setting).logTime();
        if (setting.flatSet().isPresent()) {
            log = Math.max(log, Math.log(MEANS) + ConvergenceTime.of(setting).logMeanTime());
        }
        return log > Math.log(Double.MAX_VALUE) && log < Double.POSITIVE_INFINITY
                ? Optional.of(inWords(log)) : Optional.empty();
    }

    /** A number from its logarithm: as a power of e where a double is too small or too large. */
    private static String inWords(double log) {
        return Math.abs(log) < 700.0 ? String.format(Locale.ROOT, "%.2g", Math.exp(log))
                : String.format(Locale.ROOT, "e^%.4g", log);
    }

    /** True where a slowest relaxation time is known, so that {@link #note} has something to compare with. */
    public static boolean known(Setting optimised) {
        if (!optimised.surface().geometry().valley() || !optimised.hasDiffusion()) {
            return false;
        }
        return relaxation(optimised.effective().atFirstOrder())
                .filter(slowest -> Double.isFinite(slowest.logTime())).isPresent();
    }

    private static double stationaryDriftTime(PlainSetting setting) {
        double relaxed = RELAXATIONS * Relaxation.of(setting).time();
        return setting.flatSet().isEmpty()
                ? relaxed
                : Math.max(relaxed, MEANS * ConvergenceTime.of(setting).meanTime());
    }

    /**
     * Iterations after which averages along paths are taken, where the first tenth is left out: it holds the way
     * down two slopes from the start twice.
     */
    public static long ofPaths(PlainSetting setting) {
        double down = AsymmetricBias.of(setting).map(bias -> bias.iterationsFrom(setting.start()[0])).orElse(0.0);
        return setting.sgd().iterations(stationary(setting)) + (long) Math.ceil(20.0 * down);
    }

    /**
     * The range of a histogram along the valley: the domain, or where the stationary mass is; empty where the domain is
     * unbounded and no stationary mass is known. Of a landscape that changes with time it is that of its beginning.
     */
    public static Optional<Interval> histogramRange(Setting changing) {
        if (!changing.hasDiffusion()) {
            return changing.domain().along().bounded() ? Optional.of(changing.domain().along()) : Optional.empty();
        }
        PlainSetting setting = changing.at(0.0).effective().atFirstOrder();
        Interval along = setting.domain().along();
        if (along.bounded()) {
            return Optional.of(along);
        }
        try {
            return setting.surface().geometry() == Geometry.LINE
                    ? Optional.of(withinAStep(setting, RunPlanner.stationaryRange(setting)))
                    : setting.surface().geometry().shape().map(valley -> RunPlanner.stationaryRange(setting));
        } catch (NoStationaryStateException e) {
            return Optional.empty();
        }
    }

    /**
     * The range of a diffusion widened by what a step of literal SGD from inside may add: with slopes that do not
     * vanish towards a kink the steps, not the diffusion, set the scale.
     */
    private static Interval withinAStep(PlainSetting setting, Interval law) {
        double rate = setting.sgd().learningRate();
        double[] x = new double[1];
        double[] gradient = new double[1];
        double from = law.from();
        double to = law.to();
        for (int i = 0; i <= GRID; i++) {
            x[0] = law.from() + law.length() * i / GRID;
            setting.surface().gradient(x, gradient);
            double spread = DEVIATIONS * Math.sqrt(setting.noise().variance(0, x));
            from = Math.min(from, x[0] - rate * (gradient[0] + spread));
            to = Math.max(to, x[0] - rate * (gradient[0] - spread));
        }
        return new Interval(from, to, law.boundary());
    }
}
