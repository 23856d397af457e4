package org.thalweg.theory.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.measure.Measurement;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.quadrature.AdaptivePanels;
import org.thalweg.theory.quadrature.FloorGrid;
import org.thalweg.theory.quadrature.Peaks;
import org.thalweg.theory.quadrature.Quadrature;

/**
 * Means of functions of x under a law along a valley, each with an estimate of its numerical error: of the quadrature,
 * of the law's own logarithm, of rounding and of a cut tail.
 *
 * <ul>
 *   <li>Round a ring by the trapezoidal rule, whose error falls faster than any power of the step where law and
 * function
 *       are smooth [TW14].
 *   <li>Elsewhere, and on a ring where kinks or narrow peaks make that slow, by {@link AdaptivePanels}.
 *   <li>Along an infinite line as far as {@link FloorGrid} reaches. What is beyond goes into the error, judged by the
 *       last two decades; where these do not fall the mean is undefined.
 * </ul>
 */
final class LawMeans implements AdaptivePanels.Integrand {
    /** Relative accuracy aimed at: some fifty rounding errors. */
    private static final double ACCURACY = 1e-14;

    /** Points round a ring at first, and at last. */
    private static final int FEWEST = 64;
    private static final int MOST = 4096;

    /** Rounding of a logarithm that is a sum of a few terms of its size, and of an exponential and a product. */
    private static final double ROUNDING = 4.0 * Math.ulp(1.0);

    /** Panels of a decade of a tail. */
    private static final int DECADE = 12;

    private final MarginalLaw law;
    private final List<DoubleUnaryOperator> functions;
    private final Interval range;
    private final Peaks peaks;
    /** The largest |ln P| found where there is mass: what its rounding is relative to. */
    private double size = 1.0;

    private LawMeans(MarginalLaw law, List<DoubleUnaryOperator> functions, Interval range) {
        this.law = law;
        this.functions = functions;
        this.range = range;
        this.peaks = Peaks.of(law::logDensity, range);
    }

    /** The means over a range, which is the domain of the law or a part of it. */
    static List<Measurement> of(MarginalLaw law, Interval range, List<DoubleUnaryOperator> functions) {
        LawMeans means = new LawMeans(law, functions, range);
        Interval domain = law.floor().domain();
        boolean ring = domain.boundary() == Boundary.PERIODIC && range.length() >= domain.length();
        Optional<AdaptivePanels.Sums> round = ring ? means.round() : Optional.empty();
        return means.ratios(
                round.orElseGet(() -> AdaptivePanels.integrate(means, means.peaks.edges(), ACCURACY)));
    }

    @Override
    public int size() {
        return 1 + functions.size();
    }

    /** P up to a factor, then its product with each function. */
    @Override
    public void at(double x, double[] values) {
        double log = law.logDensity(x);
        double density = Math.exp(log - peaks.highest());
        if (density > Math.ulp(1.0)) {
            size = Math.max(size, Math.abs(log));
        }
        values[0] = density;
        for (int k = 0; k < functions.size(); k++) {
            // Where there is no probability a function may be infinite.
            values[k + 1] = density == 0.0 ? 0.0 : density * functions.get(k).applyAsDouble(x);
        }
    }

    /** By the trapezoidal rule, the number of points doubled until nothing changes; empty where that does not end. */
    private Optional<AdaptivePanels.Sums> round() {
        int points = FEWEST;
        AdaptivePanels.Sums before = trapezoids(points, 0.0, null);
        int settled = 0;
        while (points < MOST) {
            AdaptivePanels.Sums after = trapezoids(points, 0.5, before);
            points *= 2;
            settled = after.within(ACCURACY) ? settled + 1 : 0;
            if (settled == 2) {
                return Optional.of(after);
            }
            before = after;
        }
        return Optional.empty();
    }

    /**
     * The rule on points that are shifted by a share of their distance, averaged with what is known without the shift.
     */
    private AdaptivePanels.Sums trapezoids(int points, double shift, AdaptivePanels.Sums known) {
        AdaptivePanels.Sums sums = new AdaptivePanels.Sums(size());
        double[] values = new double[size()];
        double width = range.length() / points;
        for (int i = 0; i < points; i++) {
            at(range.from() + (i + shift) * width, values);
            for (int k = 0; k < values.length; k++) {
                sums.value()[k] += values[k] * width;
                sums.absolute()[k] += Math.abs(values[k]) * width;
            }
        }
        for (int k = 0; k < values.length && known != null; k++) {
            double average = 0.5 * (sums.value()[k] + known.value()[k]);
            sums.error()[k] = Math.abs(average - known.value()[k]);
            sums.value()[k] = average;
            sums.absolute()[k] = 0.5 * (sums.absolute()[k] + known.absolute()[k]);
        }
        return sums;
    }

    private List<Measurement> ratios(AdaptivePanels.Sums sums) {
        double[] beyond = range.bounded() ? new double[size()] : beyond();
        double mass = sums.value()[0];
        List<Measurement> means = new ArrayList<>();
        for (int k = 1; k < size(); k++) {
            double mean = sums.value()[k] / mass;
            double absolute = sums.absolute()[k] / mass;
            double error = (sums.error()[k] + beyond[k] + Math.abs(mean) * (sums.error()[0] + beyond[0])) / mass
                    // An error of ln P moves the integral and the mass.
                    + 2.0 * absolute * (law.logError() + ROUNDING * size);
            means.add(Double.isNaN(mean) || !Double.isFinite(beyond[k])
                    ? Measurement.UNDEFINED : Measurement.computed(mean, error));
        }
        return means;
    }

    /** What the integrals of the absolute values have beyond the ends; infinite where they have no end. */
    private double[] beyond() {
        double[] edges = peaks.edges();
        double[] beyond = new double[size()];
        double middle = 0.5 * (edges[0] + edges[edges.length - 1]);
        for (double reach : new double[] {edges[0] - middle, edges[edges.length - 1] - middle}) {
            double[] last = decade(middle, reach);
            double[] before = decade(middle, 0.1 * reach);
            for (int k = 0; k < beyond.length; k++) {
                double ratio = last[k] / before[k];
                // Shares below rounding are no tail.
                beyond[k] += last[k] == 0.0 ? 0.0
                        : ratio < 1.0 ? last[k] * ratio / (1.0 - ratio) : Double.POSITIVE_INFINITY;
            }
        }
        return beyond;
    }

    /** Integrals of the absolute values from a tenth of a distance to it. */
    private double[] decade(double middle, double reach) {
        double[] sums = new double[size()];
        double[] values = new double[size()];
        for (int panel = 0; panel < DECADE; panel++) {
            double a = middle + reach * Math.pow(0.1, (double) (panel + 1) / DECADE);
            double b = middle + reach * Math.pow(0.1, (double) panel / DECADE);
            for (int i = 0; i < Quadrature.nodes(); i++) {
                at(Quadrature.node(i, a, b), values);
                for (int k = 0; k < values.length; k++) {
                    sums[k] += Math.abs(Quadrature.weight(i, a, b) * values[k]);
                }
            }
        }
        return sums;
    }
}
