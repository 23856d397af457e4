package org.thalweg.theory.law;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * Upper bound (ii), no stationary state (docs/theory/bounds.md). On an open line with F ~ |x|^alpha and L0 ~ beta ln|x|
 * far out, P ~ F^kappa exp(-kappa L0/Delta) can be normalised if and only if Delta &lt; kappa beta / (1 + kappa
 * alpha), and the mean flatness is finite if and only if Delta &lt; kappa beta / (1 + (kappa + 1) alpha). A floor
 * that grows faster than any logarithm confines at every Delta.
 *
 * <p>The exponents are read off numerically at both ends, between 1e6 and 1e12 units of the model from its origin;
 * where the flatness is beyond numbers there, as far out as it is not, on two scales. A flatness that grows
 * exponentially has exponents without limit, beside which the 1 is nothing: the bound is the limit of kappa beta /
 * (kappa alpha), or there is none and the floor confines.
 * Delta is D_yy of the first sharp direction; the anisotropies of all of them are kept while it varies. Exact for the
 * effective loss, whose hypotheses must hold out there.
 */
public final class Normalisability {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("normalisability",
            "F ~ |x|^alpha, L0 ~ beta ln|x|: P exists iff Delta < kappa beta/(1 + kappa alpha);"
                    + " <F> is finite iff Delta < kappa beta/(1 + (kappa + 1) alpha)",
            Theorem.Standing.ASYMPTOTIC, "Thalweg", "bounds.md");

    /** Radii between which exponents are measured as secants; wide, so that an oscillation cancels. */
    private static final double[] RADII = {1e6, 1e9, 1e12};

    /** Growth of a secant from the inner to the outer decades that is no longer a power law or a logarithm. */
    private static final double DIVERGES = 1.2;

    /** Of a radius at which to look where {@link #RADII} are too far out. */
    private static final int DECADES = 12;

    private final FloorDiffusion floor;

    Normalisability(FloorDiffusion floor) {
        this.floor = floor;
    }

    /** The bound of a valley; refuses other surfaces. */
    public static Normalisability of(PlainSetting setting) {
        return new Normalisability(FloorDiffusion.of(setting));
    }

    /** What must hold: an open line (the question does not arise elsewhere) and constant noise. */
    public List<Hypothesis> hypotheses() {
        Boundary boundary = floor.domain().boundary();
        return List.of(new Hypothesis("an open line", boundary == Boundary.OPEN, boundary.key()),
                Hypotheses.constantNoise(floor));
    }

    /** alpha_i at one end, the exponent of F_i ~ |x|^alpha_i. */
    public double flatnessExponent(int i, boolean rightEnd) {
        double sign = rightEnd ? 1.0 : -1.0;
        return secant(Math.log(flatness(i, far(sign, 1))), Math.log(flatness(i, far(sign, 2))), 1);
    }

    /** beta at one end, the coefficient of L0 ~ beta ln|x|; infinite where L0 grows (or falls) faster. */
    public double floorCoefficient(boolean rightEnd) {
        double sign = rightEnd ? 1.0 : -1.0;
        double inner = secant(level(far(sign, 0)), level(far(sign, 1)), 0);
        double outer = secant(level(far(sign, 1)), level(far(sign, 2)), 1);
        if (Double.isNaN(outer)) {
            // L0 overflowed: faster than any logarithm.
            return Double.POSITIVE_INFINITY;
        }
        return Math.abs(outer) > DIVERGES * Math.abs(inner) ? Math.copySign(Double.POSITIVE_INFINITY, outer) : outer;
    }

    /** Empty where the flatness is a number at all of {@link #RADII}; else the largest power of ten at which it is. */
    private OptionalDouble farthest(double sign) {
        return Arrays.stream(RADII).allMatch(r -> known(sign * r)) ? OptionalDouble.empty()
                : OptionalDouble.of(IntStream.rangeClosed(1, DECADES).mapToDouble(k -> Math.pow(10.0, DECADES - k))
                .filter(r -> known(sign * r) && Double.isFinite(level(floor.domain().frame().at(sign * r))))
                .findFirst().orElse(1.0));
    }

    private boolean known(double radius) {
        return IntStream.range(0, floor.shape().sharpDirections()).allMatch(
                i -> Double.isFinite(Math.log(flatness(i, floor.domain().frame().at(radius)))));
    }

    private static double secant(double from, double to, int i) {
        return (to - from) / Math.log(RADII[i + 1] / RADII[i]);
    }

    private double far(double sign, int i) {
        return floor.domain().frame().at(sign * RADII[i]);
    }

    private double flatness(int i, double x) {
        return floor.shape().flatness().get(i).value(x);
    }

    private double level(double x) {
        return floor.shape().floor().value(x);
    }

    /** The temperature Delta below which a stationary state exists; infinite where the floor confines. */
    public double criticalTemperature() {
        return least(alpha -> 0.0);
    }

    /** The temperature Delta below which the mean flatness is finite. */
    public double criticalTemperatureOfMeanFlatness() {
        return least(Normalisability::typical);
    }

    /** False on an open line along which the noise varies: nothing is known of its tails. */
    public boolean tailsKnown() {
        return floor.domain().boundary() != Boundary.OPEN || Hypotheses.constantNoise(floor).holds();
    }

    /**
     * True where the stationary mean of F^{@code power} is finite, F the geometric mean over the sharp directions, at
     * the temperature of the setting; always on a bounded domain, and where {@link #tailsKnown} is false.
     */
    public boolean finiteMeanOfFlatness(double power) {
        return finiteMean(alpha -> power * typical(alpha));
    }

    /** As {@link #finiteMeanOfFlatness}, of F_i^{@code power} for every sharp direction. */
    public boolean finiteMeanOfEveryFlatness(double power) {
        return finiteMean(alpha -> power * Arrays.stream(alpha).max().orElseThrow());
    }

    private boolean finiteMean(ToDoubleFunction<double[]> growth) {
        return hypotheses().stream().anyMatch(h -> !h.holds()) || temperature() < least(growth);
    }

    /** Of both ends. */
    private double least(ToDoubleFunction<double[]> growth) {
        return Math.min(criticalTemperature(true, growth), criticalTemperature(false, growth));
    }

    /** The exponent of F, the geometric mean over the sharp directions. */
    private static double typical(double[] alpha) {
        return Arrays.stream(alpha).average().orElseThrow();
    }

    /** True where the law can be normalised at the temperature of the setting; always on a bounded domain. */
    public boolean stationaryStateExists() {
        return floor.domain().boundary() != Boundary.OPEN || temperature() < criticalTemperature();
    }

    /**
     * That of an end.
     *
     * @param growth the exponent of what is averaged, from those of the F_i
     */
    private double criticalTemperature(boolean rightEnd, ToDoubleFunction<double[]> growth) {
        double sign = rightEnd ? 1.0 : -1.0;
        OptionalDouble farthest = farthest(sign);
        if (farthest.isEmpty()) {
            double[] alpha = IntStream.range(0, floor.shape().sharpDirections())
                    .mapToDouble(i -> flatnessExponent(i, rightEnd)).toArray();
            return criticalTemperature(1.0, alpha, floorCoefficient(rightEnd), growth);
        }
        double radius = farthest.getAsDouble();
        double[] far = exponents(sign * radius);
        double[] near = exponents(sign * 0.5 * radius);
        // Beside a flatness that grows exponentially the |x|^1 of the integral over x is nothing.
        double measure = IntStream.range(0, far.length).anyMatch(i -> far[i] > DIVERGES * near[i]) ? 0.0 : 1.0;
        double outer = criticalTemperature(measure, far, coefficient(sign * radius), growth);
        double inner = criticalTemperature(measure, near, coefficient(sign * 0.5 * radius), growth);
        return outer > DIVERGES * inner ? Double.POSITIVE_INFINITY : outer;
    }

    /** Of the F_i, by secants from half a radius to all of it. */
    private double[] exponents(double radius) {
        double near = floor.domain().frame().at(0.5 * radius);
        double far = floor.domain().frame().at(radius);
        return IntStream.range(0, floor.shape().sharpDirections())
                .mapToDouble(i -> (Math.log(flatness(i, far)) - Math.log(flatness(i, near))) / Math.log(2.0)).toArray();
    }

    private double coefficient(double radius) {
        return (level(floor.domain().frame().at(radius)) - level(floor.domain().frame().at(0.5 * radius)))
                / Math.log(2.0);
    }

    /** Below it |x|^(e - kappa beta/Delta), e = growth + sum_i kappa_i alpha_i, can be integrated over |x|^measure. */
    private double criticalTemperature(double measure, double[] alpha, double beta, ToDoubleFunction<double[]> growth) {
        double along = floor.along(centre());
        double exponent = growth.applyAsDouble(alpha);
        for (int i = 0; i < alpha.length; i++) {
            exponent += floor.across(i, centre()) / along * alpha[i];
        }
        if (measure + exponent <= 0.0) {
            return beta >= 0.0 ? Double.POSITIVE_INFINITY : 0.0;
        }
        return Math.max(0.0, temperature() / along * beta / (measure + exponent));
    }

    private double temperature() {
        return floor.across(0, centre());
    }

    private double centre() {
        Interval middle = FloorGrid.middle(floor.domain());
        return 0.5 * (middle.from() + middle.to());
    }

    @Override
    public String toString() {
        return hypotheses().stream().allMatch(Hypothesis::holds)
                ? "exists for Delta < " + Hypotheses.format(criticalTemperature())
                : "the domain is bounded or the noise varies";
    }
}
