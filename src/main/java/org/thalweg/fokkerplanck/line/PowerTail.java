package org.thalweg.fokkerplanck.line;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What a density that falls like a power of the distance holds beyond a point of an infinite side: int_X^inf P g dx =
 * P(X) g(X) X / (q - 1), where P g falls like x^-q and x counts from the focus. With q near 1 much of a mean lies
 * beyond any point that numbers reach; where the density falls faster than powers next to nothing does, and q is large.
 *
 * @param focus from which distances count
 * @param end the point
 * @param power p, where the density falls like |x|^-p there
 * @param before the same at half the distance
 * @param doublings of a length of the line up to the point
 */
record PowerTail(double focus, double end, double power, double before, double doublings) {
    /** Beyond the point up to which a side was followed; empty where the side has an end. */
    static Optional<PowerTail> beyond(Line line, double focus, double end, int side) {
        if (!Double.isInfinite(side < 0 ? line.interval().from() : line.interval().to())) {
            return Optional.empty();
        }
        PowerTail tail = new PowerTail(focus, end, LineRange.localExponent(line, focus, end - focus),
                LineRange.localExponent(line, focus, 0.5 * (end - focus)),
                Math.max(1.0, Math.log(Math.abs(end - focus) / line.unit()) / Math.log(2.0)));
        return Optional.of(tail).filter(t -> Double.isFinite(t.power()) && Double.isFinite(t.before()));
    }

    /** The integral of the density times a function beyond the point, per unit of the density there. */
    double of(DoubleUnaryOperator function) {
        double here = function.applyAsDouble(end);
        double q = power - growth(function, end);
        return here == 0.0 || !(q > 1.0) ? 0.0 : here * Math.abs(end - focus) / (q - 1.0);
    }

    /**
     * Its error, where the fall is no exact power: powers of logarithms change q by so much on each doubling of the
     * distance that all doublings together are of the size of the error.
     */
    double error(DoubleUnaryOperator function) {
        double q = power - growth(function, end);
        double nearer = before - growth(function, focus + 0.5 * (end - focus));
        double part = of(function);
        return part == 0.0 ? 0.0 : Math.abs(part * (q - nearer)) * doublings / (q - 1.0);
    }

    /** Over the decade before: exact for powers. */
    private double growth(DoubleUnaryOperator function, double at) {
        double here = function.applyAsDouble(at);
        double nearer = function.applyAsDouble(focus + 0.1 * (at - focus));
        return here == nearer ? 0.0 : Math.log10(Math.abs(here / nearer));
    }
}
