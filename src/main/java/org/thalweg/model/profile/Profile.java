package org.thalweg.model.profile;

import java.util.List;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Interval;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * A function of the coordinate along the valley: a flatness F(x) or a floor L0(x). It is said once, as an expression of
 * one variable; slope and curvature are its exact derivatives. A measured table is an expression too, a single leaf
 * ({@link SplineProfile}).
 *
 * <p>Immutable and shared between threads. Work over blocks goes through {@link #bind(int)}.
 */
public final class Profile extends ByValue {
    private final String name;
    private final Expression expression;
    private final Traits traits;
    private final Tape value;
    private final Tape slope;
    private final Tape curvature;
    private final Tape valueAndSlope;

    /**
     * What a function does not tell by itself.
     *
     * @param kinks where a derivative jumps, in increasing order; empty for a smooth function
     * @param frames the units it is written in, where it is written down
     * @param support where the function is known
     */
    public record Traits(List<Double> kinks, List<Frame> frames, Interval support) {
        /** Smooth everywhere, in no unit of its own. */
        public static final Traits PLAIN = new Traits(List.of(), List.of(), Interval.LINE);

        /** An immutable copy. */
        public Traits {
            kinks = List.copyOf(kinks);
            frames = List.copyOf(frames);
        }
    }

    /**
     * A function.
     *
     * @param name what it is called in print
     * @param expression of variable 0
     */
    public Profile(String name, Expression expression, Traits traits) {
        Expression first = Derivative.of(expression, 0);
        this.name = name;
        this.expression = expression;
        this.traits = traits;
        this.value = Tape.of(1, List.of(expression));
        this.slope = Tape.of(1, List.of(first));
        this.curvature = Tape.of(1, List.of(Derivative.of(first, 0)));
        this.valueAndSlope = Tape.of(1, List.of(expression, first));
    }

    /** The same value everywhere. */
    public static Profile constant(double value) {
        return new Profile(Double.toString(value), new Expression.Constant(value), Traits.PLAIN);
    }

    /** Another function of the same x, with the kinks of this one. */
    public Profile to(String otherName, Expression other) {
        return new Profile(otherName, other, traits);
    }

    /** The value at {@code x}. */
    public double value(double x) {
        return at(value, x);
    }

    /** The first derivative at {@code x}. */
    public double slope(double x) {
        return at(slope, x);
    }

    /** The second derivative at {@code x}. */
    public double curvature(double x) {
        return at(curvature, x);
    }

    private static double at(Tape tape, double x) {
        double[] result = new double[1];
        tape.evaluate(new double[] {x}, result);
        return result[0];
    }

    /** Where a derivative jumps, in increasing order; empty for a smooth function. */
    public List<Double> kinks() {
        return traits.kinks;
    }

    /** The units it is written in, where it is written down. */
    public List<Frame> frames() {
        return traits.frames;
    }

    /** Where the function is known; NaN outside. */
    public Interval support() {
        return traits.support;
    }

    /** The function as an expression of variable 0. */
    public Expression expression() {
        return expression;
    }

    /** A worker for blocks of up to {@code capacity} points; it owns scratch memory, so use one per thread. */
    public ProfileKernel bind(int capacity) {
        TapeKernel kernel = valueAndSlope.bind(capacity);
        double[][] inputs = new double[1][];
        double[][] outputs = new double[2][];
        return (x, count, values, slopes) -> {
            inputs[0] = x;
            outputs[0] = values;
            outputs[1] = slopes;
            kernel.evaluate(inputs, count, outputs);
        };
    }

    @Override
    protected Object[] parts() {
        return new Object[] {name, expression, traits};
    }

    /** Its name: the formula's text, or what a table is called. */
    @Override
    public String toString() {
        return name;
    }
}
