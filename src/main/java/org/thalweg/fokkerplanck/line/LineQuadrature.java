package org.thalweg.fokkerplanck.line;

import java.util.Locale;
import org.hipparchus.util.ResizableDoubleArray;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.NumericsException;

/**
 * Gauss-Legendre nodes along a {@link Line}, in cells small enough that the density changes by a bounded factor in
 * each, with phi = integral of drift / D_xx known at every node and edge. The stationary density without flux is e^phi
 * / D_xx.
 *
 * <p>Everything is kept as logarithms, so nothing overflows however small D_xx is.
 */
final class LineQuadrature {
    /** Nodes in a cell. */
    static final GaussLegendre RULE = GaussLegendre.of(8);
    static final double[][] PARTIAL = RULE.partialIntegrals();

    /** Cells before refinement: smooth profiles are resolved to rounding by 8 nodes in each. */
    static final int CELLS = 256;
    /** The largest change of ln density in a cell: 8 nodes integrate e^z over |z| &lt;= 2 to 1e-13. */
    static final double LARGEST_CHANGE = 4.0;
    /** ln of the smallest double, 4.9e-324, rounded down. */
    private static final double UNDERFLOW = -750.0;
    /** About 100 MB; reached where a barrier is higher than a million times the temperature. */
    private static final int MOST_CELLS = 400_000;
    /** An exponent with no more digits than one reads. */
    private static final double READABLE = 1e6;

    private final Line line;
    private final Stretch stretch;
    private final double largestChange;
    /** Cells in which ln density stays below this are not refined. */
    private final double negligible;
    private final ResizableDoubleArray s = new ResizableDoubleArray();
    private final ResizableDoubleArray phi = new ResizableDoubleArray();
    private final ResizableDoubleArray nodePhi = new ResizableDoubleArray();
    private final ResizableDoubleArray nodeLogDiffusion = new ResizableDoubleArray();

    private LineQuadrature(Line line, Stretch stretch, double largestChange, double negligible) {
        this.line = line;
        this.stretch = stretch;
        this.largestChange = largestChange;
        this.negligible = negligible;
    }

    /**
     * Nodes over [from, to], refined everywhere.
     *
     * @param stretch the coordinate in which cells are uniform before refinement
     * @param refinement 1, or more for {@code refinement} times as many cells with smaller changes
     */
    static LineQuadrature over(Line line, double from, double to, Stretch stretch, int refinement) {
        return new LineQuadrature(line, stretch, LARGEST_CHANGE / refinement, Double.NEGATIVE_INFINITY)
                .fill(from, to, CELLS * refinement);
    }

    /** As {@link #over} without stretching, of at least so many cells. */
    static LineQuadrature over(Line line, double from, double to, int cells) {
        return new LineQuadrature(line, Stretch.NONE, LARGEST_CHANGE, Double.NEGATIVE_INFINITY).fill(from, to, cells);
    }

    /** As {@link #over}, refined only where a double can see the stationary density beside its maximum. */
    static LineQuadrature ofDensity(Line line, double from, double to, Stretch stretch, int refinement) {
        LineQuadrature first = new LineQuadrature(line, stretch, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                .fill(from, to, CELLS * refinement);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < first.cells(); i++) {
            for (int k = 0; k < RULE.size(); k++) {
                highest = Math.max(highest, first.phi(i, k) - first.logDiffusion(i, k));
            }
        }
        return new LineQuadrature(line, stretch, LARGEST_CHANGE / refinement, highest + UNDERFLOW)
                .fill(from, to, CELLS * refinement);
    }

    private LineQuadrature fill(double from, double to, int cells) {
        double first = stretch.inverse(from);
        double last = stretch.inverse(to);
        s.addElement(first);
        phi.addElement(0.0);
        double start = first;
        for (int i = 1; i <= cells; i++) {
            double end = first + (last - first) * i / cells;
            // A kink is an edge: on either side of it the drift is smooth.
            for (double kink : line.kinks()) {
                double at = stretch.inverse(kink);
                if (at > start && at < end) {
                    cell(start, at);
                    start = at;
                }
            }
            cell(start, end);
            start = end;
        }
        return this;
    }

    private void cell(double from, double to) {
        int n = RULE.size();
        double h = to - from;
        double[] slope = new double[n];
        double[] logDiffusion = new double[n];
        double total = 0.0;
        for (int k = 0; k < n; k++) {
            double at = from + h * RULE.nodes()[k];
            double x = stretch.at(at);
            double diffusion = line.diffusion(x);
            double drift = line.drift(x) * stretch.slope(at);
            slope[k] = drift / diffusion;
            if (!(diffusion > 0.0) || !Double.isFinite(slope[k])) {
                throw new NumericsException("drift / D_xx = " + slope[k] + " with D_xx = " + diffusion + " at x = " + x
                        + " on the valley floor; choose a smaller domain");
            }
            logDiffusion[k] = Math.log(diffusion);
            total += h * RULE.weights()[k] * slope[k];
        }
        double[] change = new double[n];
        double least = Math.min(0.0, total);
        double most = Math.max(0.0, total);
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                change[k] += h * PARTIAL[k][j] * slope[j];
            }
            least = Math.min(least, change[k] - logDiffusion[k] + logDiffusion[0]);
            most = Math.max(most, change[k] - logDiffusion[k] + logDiffusion[0]);
        }
        if (most - least > largestChange && phi.getElement(cells()) + most - logDiffusion[0] > negligible) {
            double middle = 0.5 * (from + to);
            // Refined everywhere, so many changes need more cells than there may be; and between two neighbouring
            // doubles there is no place for an edge.
            boolean tooMany = cells() > MOST_CELLS
                    || Double.isInfinite(negligible) && most - least > largestChange * MOST_CELLS;
            if (tooMany || !(middle > from && middle < to)) {
                throw new NumericsException("the density along the valley changes by a factor e^"
                        + String.format(Locale.ROOT, most - least < READABLE ? "%.0f" : "%.3g", most - least)
                        + " within " + (stretch.at(to) - stretch.at(from)) + " of x = " + stretch.at(from)
                        + "; raise the temperature or choose a smaller domain");
            }
            cell(from, middle);
            cell(middle, to);
            return;
        }
        double start = phi.getElement(cells());
        for (int k = 0; k < n; k++) {
            nodePhi.addElement(start + change[k]);
            nodeLogDiffusion.addElement(logDiffusion[k]);
        }
        s.addElement(to);
        phi.addElement(start + total);
    }

    /** The number of cells. */
    int cells() {
        return s.getNumElements() - 1;
    }

    /** The left edge of cell {@code i}; {@code cells()} gives the last edge. */
    double edge(int i) {
        return stretch.at(s.getElement(i));
    }

    /** phi at edge {@code i}; zero at the first. */
    double phi(int i) {
        return phi.getElement(i);
    }

    /** ln of the density without current e^phi / D_xx at edge {@code i}. */
    double logDensity(int i) {
        return phi(i) - Math.log(line.diffusion(edge(i)));
    }

    /** phi at node {@code k} of cell {@code i}. */
    double phi(int i, int k) {
        return nodePhi.getElement(i * RULE.size() + k);
    }

    /** ln D_xx at node {@code k} of cell {@code i}. */
    double logDiffusion(int i, int k) {
        return nodeLogDiffusion.getElement(i * RULE.size() + k);
    }

    /** Node {@code k} of cell {@code i}. */
    double node(int i, int k) {
        return stretch.at(s.getElement(i) + (s.getElement(i + 1) - s.getElement(i)) * RULE.nodes()[k]);
    }

    /** The length of x that the unit of a weight stands for at node {@code k} of cell {@code i}. */
    double length(int i, int k) {
        double width = s.getElement(i + 1) - s.getElement(i);
        return width * stretch.slope(s.getElement(i) + width * RULE.nodes()[k]);
    }

    /** phi at any x inside. */
    double phiAt(double x) {
        int i = cell(x);
        double from = edge(i);
        double sum = phi(i);
        for (int k = 0; k < RULE.size(); k++) {
            double at = from + (x - from) * RULE.nodes()[k];
            sum += (x - from) * RULE.weights()[k] * line.drift(at) / line.diffusion(at);
        }
        return sum;
    }

    /** The cell that holds {@code x}; the nearest where it lies outside. */
    int cell(double x) {
        int low = 0;
        int high = cells() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (edge(middle) <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
