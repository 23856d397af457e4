package org.thalweg.fokkerplanck.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.RingCurrentException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The stationary density along the floor of a valley, P ~ (1/D_xx) exp( int (-L0' + sum_i D_yiyi F_i'/F_i) / D_xx dx ),
 * for any noise that depends on x (Ito). Asymptotic: y relaxes fast. Exact for a setting with a single parameter.
 */
public final class ValleyFloor {
    private final Line line;
    private final Interval range;
    private final LineQuadrature quadrature;
    private final List<PowerTail> tails;
    private final double logNorm;

    private ValleyFloor(Line line, double focus, Interval range, LineQuadrature quadrature) {
        this.line = line;
        this.range = range;
        this.quadrature = quadrature;
        this.tails = Stream.of(PowerTail.beyond(line, focus, range.from(), -1),
                PowerTail.beyond(line, focus, range.to(), 1)).flatMap(Optional::stream).toList();
        this.logNorm = logMass();
    }

    /**
     * The floor of a setting.
     *
     * @throws Refusal where the surface is not a valley and has more than one parameter
     * @throws NoStationaryStateException where the density cannot be normalised; the message says why
     * @throws RingCurrentException where a current flows around a ring
     */
    public static ValleyFloor of(PlainSetting setting) {
        return of(setting, 1);
    }

    /** The floor with a finer quadrature; the difference tells the error. */
    public static ValleyFloor of(PlainSetting setting, int refinement) {
        Line line = Line.of(setting);
        double focus = line.interval().focus(setting.start()[0]);
        Interval range = LineRange.of(line, focus);
        Stretch stretch = line.interval().bounded() ? Stretch.NONE : new Stretch(focus, line.unit());
        LineQuadrature quadrature = LineQuadrature.ofDensity(line, range.from(), range.to(), stretch, refinement);
        requireDetailedBalance(range, quadrature);
        return new ValleyFloor(line, focus, range, quadrature);
    }

    /** On a ring the formula holds only where drift / D_xx sums to zero around it; otherwise a current flows. */
    private static void requireDetailedBalance(Interval range, LineQuadrature quadrature) {
        double around = quadrature.phi(quadrature.cells());
        // The rounding error of a sum of some thousand terms of order one.
        if (range.boundary() == Boundary.PERIODIC && Math.abs(around) > 1e-9) {
            throw new RingCurrentException(String.format(Locale.ROOT,
                    "the valley floor carries a current around the ring (drift / D_xx sums to %.3g around it), which"
                            + " the quadrature leaves out; use the method finite-volume",
                    around));
        }
    }

    private double logMass() {
        LineQuadrature q = quadrature;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < q.cells(); i++) {
            for (int k = 0; k < LineQuadrature.RULE.size(); k++) {
                highest = Math.max(highest, q.phi(i, k) - q.logDiffusion(i, k));
            }
        }
        double sum = 0.0;
        for (int i = 0; i < q.cells(); i++) {
            for (int k = 0; k < LineQuadrature.RULE.size(); k++) {
                sum += LineQuadrature.RULE.weights()[k] * q.length(i, k)
                        * Math.exp(q.phi(i, k) - q.logDiffusion(i, k) - highest);
            }
        }
        for (PowerTail tail : tails) {
            sum += Math.exp(logDensityUpToANorm(tail.end()) - highest) * tail.of(x -> 1.0);
        }
        return highest + Math.log(sum);
    }

    /** The interval on which the density is computed: the domain, or the part of it that holds the mass. */
    public Interval range() {
        return range;
    }

    /** ln P at {@code x} inside {@link #range()}, P a probability density per unit x. */
    public double logDensity(double x) {
        return logDensityUpToANorm(x) - logNorm;
    }

    private double logDensityUpToANorm(double x) {
        return quadrature.phiAt(x) - Math.log(line.diffusion(x));
    }

    /** The mean of a function of x. */
    double mean(DoubleUnaryOperator function) {
        double sum = 0.0;
        for (int i = 0; i < quadrature.cells(); i++) {
            for (int k = 0; k < LineQuadrature.RULE.size(); k++) {
                sum += nodeMass(i, k) * function.applyAsDouble(quadrature.node(i, k));
            }
        }
        for (PowerTail tail : tails) {
            sum += Math.exp(logDensity(tail.end())) * tail.of(function);
        }
        return sum;
    }

    /**
     * The relative error that tails which are no exact powers beyond {@link #range()} leave in the mean of a function.
     */
    public double tailError(DoubleUnaryOperator function) {
        double error = tails.stream().mapToDouble(t -> Math.exp(logDensity(t.end())) * t.error(function)).sum();
        return error == 0.0 ? 0.0 : error / mean(x -> Math.abs(function.applyAsDouble(x)));
    }

    /** The part of the mean of the absolute value of {@code function} that comes from outside an interval. */
    public double shareOutside(DoubleUnaryOperator function, Interval kept) {
        double outside = 0.0;
        double total = 0.0;
        for (int i = 0; i < quadrature.cells(); i++) {
            for (int k = 0; k < LineQuadrature.RULE.size(); k++) {
                double x = quadrature.node(i, k);
                double part = nodeMass(i, k) * Math.abs(function.applyAsDouble(x));
                outside += kept.contains(x) ? 0.0 : part;
                total += part;
            }
        }
        for (PowerTail tail : tails) {
            double part = Math.exp(logDensity(tail.end())) * tail.of(x -> Math.abs(function.applyAsDouble(x)));
            outside += part;
            total += part;
        }
        return outside / total;
    }

    /** The mean of the sum of y_i^2, with y_i relaxed at each x. */
    double meanSquareAcross() {
        return mean(line::squareAcross);
    }

    private double nodeMass(int i, int k) {
        return LineQuadrature.RULE.weights()[k] * quadrature.length(i, k)
                * Math.exp(quadrature.phi(i, k) - quadrature.logDiffusion(i, k) - logNorm);
    }

    /** Edges between which the density is smooth and changes little, increasing. */
    double[] breakpoints() {
        double[] edges = new double[quadrature.cells() + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = quadrature.edge(i);
        }
        return edges;
    }

    /**
     * The part of the range that holds all but a given mass, half of it cut off at each open end; closed ends stay.
     *
     * @param negligibleMass small against 1
     */
    public Interval effectiveRange(double negligibleMass) {
        if (line.interval().bounded() && line.interval().boundary() != Boundary.OPEN) {
            return range;
        }
        double from = Double.isInfinite(line.interval().from()) ? quantile(0.5 * negligibleMass) : range.from();
        double to = Double.isInfinite(line.interval().to()) ? upperQuantile(0.5 * negligibleMass) : range.to();
        // Where all but a small part of the mass is in tails beyond the range, no part of the range is to be cut off.
        return from < to ? new Interval(from, to, Boundary.OPEN)
                : new Interval(range.from(), range.to(), Boundary.OPEN);
    }

    /** The x below which a mass lies, rounded to a cell edge below. */
    public double quantile(double mass) {
        double below = 0.0;
        for (int i = 0; i < quadrature.cells(); i++) {
            below += cellMass(i);
            if (below > mass) {
                return quadrature.edge(i);
            }
        }
        return range.to();
    }

    /** The x above which a mass lies, rounded to a cell edge above. */
    public double upperQuantile(double mass) {
        double above = 0.0;
        for (int i = quadrature.cells() - 1; i >= 0; i--) {
            above += cellMass(i);
            if (above > mass) {
                return quadrature.edge(i + 1);
            }
        }
        return range.from();
    }

    private double cellMass(int i) {
        double sum = 0.0;
        for (int k = 0; k < LineQuadrature.RULE.size(); k++) {
            sum += nodeMass(i, k);
        }
        return sum;
    }

    /** True where the mean of {@code function} is finite, judged by the power of the tails on infinite sides. */
    public boolean meanExists(DoubleUnaryOperator function, double start) {
        return tailCarries(function, start, -1, line.interval().from())
                && tailCarries(function, start, 1, line.interval().to());
    }

    /** True where {@link #meanSquareAcross} is finite. */
    boolean squareAcrossExists(double start) {
        return meanExists(line::squareAcross, start);
    }

    private boolean tailCarries(DoubleUnaryOperator function, double start, int side, double end) {
        if (!Double.isInfinite(end)) {
            return true;
        }
        double centre = line.interval().focus(start);
        // The growth of the function over the last decade before the farthest point: exact for powers.
        double farthest = side * LineRange.FARTHEST * line.unit();
        double far = Math.abs(function.applyAsDouble(centre + farthest));
        double near = Math.abs(function.applyAsDouble(centre + 0.1 * farthest));
        double growth = Math.log10(far / near);
        return Double.isNaN(growth) || LineRange.tailExponent(line, centre, side) - growth > 1.0;
    }
}
