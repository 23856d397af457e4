package org.thalweg.theory.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.theory.floor.FloorExpansion;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * The conditions that results share, with their thresholds. A threshold marks where the neglected order reaches a tenth
 * of what is kept; docs/theory/README.md lists them.
 */
public final class Hypotheses {
    /** Largest eps of the leading order: on the ring its L1 error is then 2 to 3 percent (next-order.md). */
    private static final double SMALL = 0.1;

    /** Largest eps of the next order: on the ring its L1 error, of order eps^2, is then about 4 percent. */
    private static final double FAIRLY_SMALL = 0.25;

    /** Largest F^2 |L0''|: it changes the next order by a tenth. */
    private static final double SLOW_FLOOR = 0.2;

    /** Largest eta/(2 F^2): the relative change of Var(y | x) and of the exponent by the finite learning rate. */
    private static final double SMALL_RATE = 0.05;

    /** Largest |w| / D_xx: the relative change of the diffusion along the valley by finite steps along it. */
    private static final double SHORT = 0.1;

    /** Largest relative change of D with y over one standard deviation that counts as none. */
    private static final double UNIFORM_ACROSS = 1e-6;

    /** Step of a numerical derivative relative to the domain: of four of them rounding and the formula make 1e-12. */
    private static final double DIFFERENCE = 1e-3;

    private Hypotheses() {}

    /** A list of hypotheses with further ones. */
    public static List<Hypothesis> and(List<Hypothesis> hypotheses, Hypothesis... more) {
        List<Hypothesis> all = new ArrayList<>(hypotheses);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** eps at a point, by which the marginal differs from its leading order: sum_i {@link #lag}. */
    public static double smallParameter(FloorDiffusion floor, double x) {
        return sum(floor, i -> lag(floor, i, x));
    }

    /**
     * What spreads across lag by, and times with them: eps with max(D_i, D_xx) for D_i. Where D_xx is the larger one, x
     * is the faster one by that factor.
     */
    public static double spreadLag(FloorDiffusion floor, double x) {
        return sum(floor, i -> Math.max(1.0, floor.along(x) / floor.across(i, x)) * lag(floor, i, x));
    }

    /** By how much of itself a mean of y^2 is off beside what the marginal does: eps with 2 D_xx for D_i. */
    public static double squareShift(FloorDiffusion floor, double x) {
        return sum(floor, i -> 2.0 * floor.along(x) / floor.across(i, x) * lag(floor, i, x));
    }

    private static double sum(FloorDiffusion floor, IntToDoubleFunction part) {
        return IntStream.range(0, floor.shape().sharpDirections()).mapToDouble(part).sum();
    }

    /**
     * By how much the spread S = D F^2 across the valley lags behind an x that moves: |z| F^2 / (2 S) times the steeper
     * of ln F and ln S / 2, in units of D_xx / D, where z = D_xx S' - 2 D^2 F F' is what the spread lacks to follow
     * (docs/theory/next-order.md). For constant noise it is |D (D - D_xx)| F'^2 / D_xx.
     */
    private static double lag(FloorDiffusion floor, int i, double x) {
        Profile flatness = floor.shape().flatness().get(i);
        double f = flatness.value(x);
        double across = floor.across(i, x);
        double along = floor.along(x);
        double logSlope = flatness.slope(x) / f;
        double halfLogSpread = logSlope + 0.5 * acrossSlope(floor, i, x) / across;
        double lack = Math.abs(along * halfLogSpread - across * logSlope);
        return across / along * f * f * lack * Math.max(Math.abs(logSlope), Math.abs(halfLogSpread));
    }

    /** D_yiyi', by the five-point formula; next to a wall, as far away from it as the formula reaches. */
    private static double acrossSlope(FloorDiffusion floor, int i, double x) {
        if (floor.constantNoise()) {
            return 0.0;
        }
        Interval domain = floor.domain();
        double h = DIFFERENCE * FloorGrid.middle(domain).length();
        double at = domain.boundary() == Boundary.PERIODIC ? x
                : Math.max(domain.from() + 2.0 * h, Math.min(domain.to() - 2.0 * h, x));
        return (4.0 * secant(floor, i, at, h) - secant(floor, i, at, 2.0 * h)) / 3.0;
    }

    /** The slope of a secant, over the distance that is left of 2 h after rounding, which far from 0 is another one. */
    private static double secant(FloorDiffusion floor, int i, double x, double h) {
        double right = x + h;
        double left = x - h;
        return (floor.across(i, floor.domain().fold(right)) - floor.across(i, floor.domain().fold(left)))
                / (right - left);
    }

    /** For marginal laws of leading order. */
    public static Hypothesis fastAcross(FloorDiffusion floor, Support support) {
        return eps(floor, support, SMALL);
    }

    /** For those of the next order. */
    public static Hypothesis fairlyFastAcross(FloorDiffusion floor, Support support) {
        return eps(floor, support, FAIRLY_SMALL);
    }

    private static Hypothesis eps(FloorDiffusion floor, Support support, double bound) {
        return atMost(floor.constantNoise() ? "eps = max Delta |kappa - 1| F'^2"
                : "eps, by which the spread across lags behind x", support.max(x -> smallParameter(floor, x)), bound);
    }

    /** For times, which ask for y^2 at x on the way. */
    public static Hypothesis fastAcrossOnTheWay(FloorDiffusion floor, Support way, boolean nextOrder) {
        return atMost(floor.constantNoise() ? "y^2 follows x: max(Delta, D_xx) |kappa - 1| F'^2"
                : "the spread across follows x", way.max(x -> spreadLag(floor, x)), nextOrder ? FAIRLY_SMALL : SMALL);
    }

    public static Hypothesis slowFloor(FloorDiffusion floor, Support support) {
        double slowness = support.max(x -> {
            double widest = 0.0;
            for (Profile flatness : floor.shape().flatness()) {
                widest = Math.max(widest, flatness.value(x));
            }
            return widest * widest * Math.abs(floor.shape().floor().curvature(x));
        });
        return atMost("the floor is slow: max F^2 |L0''|", slowness, SLOW_FLOOR);
    }

    /**
     * On the way up a slope of the floor, which the tails are made of, the curvature of -ln P across lags behind
     * lambda = 1/F^2: it is lambda (1 - (kappa - 1) F F' L0' + ...) there (docs/theory/next-order.md).
     */
    static Hypothesis gentleFloor(FloorDiffusion floor, Interval range) {
        double lag = Support.between(floor, range.from(), range.to()).max(x -> {
            double largest = 0.0;
            for (int i = 0; i < floor.shape().sharpDirections(); i++) {
                Profile flatness = floor.shape().flatness().get(i);
                largest = Math.max(largest, Math.abs((floor.across(i, x) / floor.along(x) - 1.0)
                        * flatness.value(x) * flatness.slope(x) * floor.shape().floor().slope(x)));
            }
            return largest;
        });
        return atMost("the floor is gentle in the tails: max |kappa - 1| F |F' L0'|", lag, SMALL);
    }

    /** While y relaxes from where it starts x is pulled along: of no place by much of its distance to others. */
    public static Hypothesis startsInTheValley(PlainSetting setting) {
        return atMost("the start is in the valley: y^2 (|F''/F| + 3 (F'/F)^2) / 2", pull(setting, f -> 1.0), SMALL);
    }

    /**
     * Trajectories are pulled along as y relaxes if their steps are short against that, F^2 / 2, and otherwise all at
     * once, by a force that holds where they begin.
     *
     * @param step in learning time
     */
    public static Hypothesis fallResolved(PlainSetting setting, double step) {
        return atMost("steps resolve the fall from the start: y^2 (|F''/F| + 3 (F'/F)^2) / 2 min(1, 2 step / F^2)",
                pull(setting, f -> Math.min(1.0, 2.0 * step / (f * f))), SMALL);
    }

    /** The largest {@link #pull(FloorDiffusion, int, double, double)} of all places where trajectories begin. */
    private static double pull(PlainSetting setting, DoubleUnaryOperator shareAtFlatness) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        List<double[]> starts = setting.startDistribution()
                .map(distribution -> distribution.nodes().stream().map(StartDistribution.Node::at).toList())
                .orElseGet(() -> List.of(setting.start()));
        double most = 0.0;
        for (double[] start : starts) {
            double x = floor.domain().fold(start[0]);
            double pull = 0.0;
            for (int i = 0; i < floor.shape().sharpDirections(); i++) {
                pull += shareAtFlatness.applyAsDouble(floor.shape().flatness().get(i).value(x))
                        * pull(floor, i, x, start[i + 1] * start[i + 1]);
            }
            most = Math.max(most, pull);
        }
        return most;
    }

    /**
     * y^2 (|F''/F| + 3 (F'/F)^2) / 2 of a sharp direction. While y relaxes, in the time F^2 / 2, the force y^2 F'/F^3
     * pulls x along. Neither what it moves x by, y^2 F'/(2 F), may be much of what F varies over, nor its slope much of
     * itself: by size, since either may vanish alone. Of places that x reaches meanwhile the steepest slope counts, and
     * of curvatures that of the secant, which knows of kinks.
     *
     * @param square y^2
     */
    public static double pull(FloorDiffusion floor, int i, double x, double square) {
        Profile flatness = floor.shape().flatness().get(i);
        Interval domain = floor.domain();
        double f = flatness.value(x);
        double reach = f * Math.sqrt(floor.along(x));
        boolean ring = domain.boundary() == Boundary.PERIODIC;
        double left = ring ? x - reach : Math.max(domain.from(), x - reach);
        double right = ring ? x + reach : Math.min(domain.to(), x + reach);
        double before = flatness.slope(domain.fold(left));
        double behind = flatness.slope(domain.fold(right));
        double slope = Math.max(Math.abs(flatness.slope(x)), Math.max(Math.abs(before), Math.abs(behind)));
        double bend = Math.max(Math.abs(flatness.curvature(x)), Math.abs(behind - before) / (right - left));
        return square == 0.0 ? 0.0 : 0.5 * square * (bend / f + 3.0 * slope * slope / (f * f));
    }

    public static Hypothesis constantNoise(FloorDiffusion floor) {
        String found = switch (floor.diffusion().noiseStructure()) {
            case ADDITIVE -> "it is";
            case DIAGONAL -> "noise varies in space";
            case GENERAL -> "noise in different directions is correlated, or may be";
        };
        return new Hypothesis("constant diagonal noise", floor.constantNoise(), found);
    }

    /** The noise is diagonal and depends on x only, as far as the points one standard deviation up the valley show. */
    public static Hypothesis noiseAlongFloor(FloorDiffusion floor, Support support) {
        double change = floor.constantNoise() ? 0.0 : support.max(x -> changeAcross(floor, x));
        return new Hypothesis("diagonal noise that depends on x only", change <= UNIFORM_ACROSS,
                "relative change of D across the valley " + format(change));
    }

    private static double changeAcross(FloorDiffusion floor, double x) {
        int n = floor.diffusion().dimension();
        double[] point = new double[n];
        point[0] = x;
        double[][] here = new double[n][n];
        floor.diffusion().diffusionTensor(point, here);
        for (int i = 1; i < n; i++) {
            point[i] = floor.shape().flatness().get(i - 1).value(x) * Math.sqrt(here[i][i]);
        }
        double[][] up = new double[n][n];
        floor.diffusion().diffusionTensor(point, up);
        double change = 0.0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double scale = Math.sqrt(here[i][i] * here[j][j]);
                double offDiagonal = i == j ? 0.0 : Math.abs(up[i][j]);
                change = Math.max(change, Math.max(Math.abs(up[i][j] - here[i][j]), offDiagonal) / scale);
            }
        }
        return change;
    }

    public static Hypothesis stationary(FloorDiffusion floor) {
        String statement = "a stationary state exists";
        if (floor.domain().boundary() == Boundary.ABSORBING) {
            return new Hypothesis(statement, false, "walls absorb");
        }
        if (floor.domain().boundary() != Boundary.OPEN) {
            return new Hypothesis(statement, true, "the domain is bounded");
        }
        Normalisability tails = new Normalisability(floor);
        return new Hypothesis(statement, tails.stationaryStateExists(), tails.toString());
    }

    public static Hypothesis smallLearningRate(FloorDiffusion floor, double learningRate) {
        double largest = Support.everywhere(floor).max(x -> halfRateTimesCurvature(floor, learningRate, x));
        return atMost("the learning rate is small: max eta / (2 F^2)", largest, SMALL_RATE);
    }

    public static Hypothesis stableAcross(FloorDiffusion floor, double learningRate) {
        double largest = Support.everywhere(floor).max(x -> halfRateTimesCurvature(floor, learningRate, x));
        return new Hypothesis("SGD is stable everywhere: max eta / (2 F^2) < 1", largest < 1.0, format(largest));
    }

    /**
     * Steps along the valley are short against the scales of F^kappa and of the floor (finite-learning-rate.md), where
     * the density lives and at the start.
     */
    public static Hypothesis shortAlong(FloorDiffusion floor, double step, double start) {
        FloorExpansion expansion = new FloorExpansion(floor, step, 1.0);
        return atMost("steps along the valley are short: max |w| / D_xx",
                Math.max(Support.of(floor).max(expansion::stepShare), expansion.stepShare(start)), SHORT);
    }

    /** The largest eta/(2 F_i^2) at a point. */
    public static double halfRateTimesCurvature(FloorDiffusion floor, double learningRate, double x) {
        double largest = 0.0;
        for (Profile flatness : floor.shape().flatness()) {
            double f = flatness.value(x);
            largest = Math.max(largest, 0.5 * learningRate / (f * f));
        }
        return largest;
    }

    public static Hypothesis gaussianNoise(GradientNoise noise) {
        boolean gaussian = noise.gaussian();
        return new Hypothesis("Gaussian gradient noise", gaussian, gaussian ? "it is" : "it is not");
    }

    public static Hypothesis atMost(String quantity, double found, double bound) {
        return new Hypothesis(quantity + " <= " + bound, found <= bound, format(found));
    }

    public static String format(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
