package org.thalweg.model.profile;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Interval;
import org.thalweg.symbolic.Expression;

/**
 * A smooth function of the coordinate along the valley, with its first two derivatives: a flatness F(x) or a floor
 * L0(x).
 *
 * <p>Immutable and shared between threads. Work over blocks goes through {@link #bind(int)}.
 */
public interface Profile {
    /** The value at {@code x}. */
    double value(double x);

    /** The first derivative at {@code x}. */
    double slope(double x);

    /** The second derivative at {@code x}. */
    double curvature(double x);

    /** Where a derivative jumps, in increasing order; empty for a smooth function. */
    default List<Double> kinks() {
        return List.of();
    }

    /** The units it is written in, where it is written down. */
    default List<Frame> frames() {
        return List.of();
    }

    /** Where the function is known; NaN outside. */
    default Interval support() {
        return Interval.LINE;
    }

    /** The function as an expression of one variable, where it can be written as one. */
    default Optional<Expression> expression() {
        return Optional.empty();
    }

    /** A worker for blocks of up to {@code capacity} points; it may own scratch memory, so use one per thread. */
    default ProfileKernel bind(int capacity) {
        return (x, count, value, slope) -> {
            for (int i = 0; i < count; i++) {
                value[i] = value(x[i]);
                slope[i] = slope(x[i]);
            }
        };
    }

    /** The same value everywhere. */
    static Profile constant(double value) {
        return new ConstantProfile(value);
    }
}
