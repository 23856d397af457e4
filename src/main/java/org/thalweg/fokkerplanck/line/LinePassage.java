package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.model.space.Boundary;

/**
 * The first two moments of the first-passage time along a {@link Line} by quadrature, in logarithms.
 *
 * <p>With m = e^phi / D_xx the density without flux and r = e^-phi, the solution of the backward equation D_xx T'' +
 * drift T' = -g that vanishes at the edges of the flat set is, with l and u the ends of the approach,
 *
 * <pre>
 *   T(x) = [ int_x^u r int_l^x (int_l^z r) m g dz + int_l^x r int_x^u (int_z^u r) m g dz ] / int_l^u r
 *   T(x) = int_x^u r(y) int_l^y m g dz dy                                 with a wall at l, and likewise at u;
 * </pre>
 *
 * g = 1 gives the mean, g = 2 T the mean square (Gardiner [Gar09], section 5.5). All terms are positive.
 */
public final class LinePassage {
    private static final int NODES = LineQuadrature.RULE.size();

    private final Approach approach;
    /** Of the cells from the lower to the upper end, [cell][node]; phi = 0 at the start. */
    private final double[][] logR;
    private final double[][] logM;
    private final double[][] length;
    /** The edge at the start. */
    private final int start;

    private LinePassage(Approach approach, LineQuadrature left, LineQuadrature right) {
        this.approach = approach;
        this.start = left == null ? 0 : left.cells();
        int cells = start + (right == null ? 0 : right.cells());
        this.logR = new double[cells][NODES];
        this.logM = new double[cells][NODES];
        this.length = new double[cells][NODES];
        for (int i = 0; i < cells; i++) {
            for (int k = 0; k < NODES; k++) {
                LineQuadrature q = i < start ? left : right;
                int cell = i < start ? start - 1 - i : i - start;
                int node = i < start ? NODES - 1 - k : k;
                logR[i][k] = -q.phi(cell, node);
                logM[i][k] = q.phi(cell, node) - q.logDiffusion(cell, node);
                length[i][k] = q.length(cell, node);
            }
        }
    }

    /**
     * ln T and ln of the mean square of the passage time.
     *
     * @param mean of the first passage
     * @param square the second moment
     */
    public record LogMoments(double mean, double square) {}

    /**
     * The moments from {@code start} inside an approach with finite ends.
     *
     * @param width of the {@link Stretch} of cells around the start; infinite for none
     */
    public static LogMoments logMoments(Line line, Approach approach, double start, double width, int refinement) {
        Stretch outwards = new Stretch(0.0, width);
        LinePassage passage = new LinePassage(approach,
                side(new OutwardLine(line, start, -1), start - approach.from(), outwards, refinement),
                side(new OutwardLine(line, start, 1), approach.to() - start, outwards, refinement));
        double[][] none = new double[passage.logM.length][NODES];
        LogIntegral mean = passage.backward(none);
        double[][] twice = new double[none.length][NODES];
        for (int i = 0; i < none.length; i++) {
            for (int k = 0; k < NODES; k++) {
                twice[i][k] = Math.log(2.0) + mean.node()[i][k];
            }
        }
        return new LogMoments(mean.edge()[passage.start], passage.backward(twice).edge()[passage.start]);
    }

    private static LineQuadrature side(Line line, double length, Stretch stretch, int refinement) {
        return length > 0.0 ? LineQuadrature.over(line, 0.0, length, stretch, refinement) : null;
    }

    /** ln of the solution of the backward equation for a source given by its logarithm. */
    private LogIntegral backward(double[][] source) {
        if (approach.lower() == Boundary.REFLECTING) {
            return fromAbove(sum(logR, fromBelow(sum(logM, source)).node()));
        }
        if (approach.upper() == Boundary.REFLECTING) {
            return fromBelow(sum(logR, fromAbove(sum(logM, source)).node()));
        }
        LogIntegral below = fromBelow(logR);
        LogIntegral above = fromAbove(logR);
        LogIntegral left = fromBelow(sum(sum(logM, source), below.node()));
        LogIntegral right = fromAbove(sum(sum(logM, source), above.node()));
        double all = below.edge()[logM.length];
        double[][] node = new double[logM.length][NODES];
        double[] edge = new double[logM.length + 1];
        for (int i = 0; i < edge.length; i++) {
            edge[i] = LogIntegral.add(above.edge()[i] + left.edge()[i], below.edge()[i] + right.edge()[i]) - all;
            for (int k = 0; k < NODES && i < node.length; k++) {
                node[i][k] = LogIntegral.add(above.node()[i][k] + left.node()[i][k],
                        below.node()[i][k] + right.node()[i][k]) - all;
            }
        }
        return new LogIntegral(node, edge);
    }

    /** The sums at the nodes of all cells. Not modified. */
    static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][NODES];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < NODES; k++) {
                sum[i][k] = a[i][k] + b[i][k];
            }
        }
        return sum;
    }

    private LogIntegral fromBelow(double[][] logF) {
        return LogIntegral.fromBelow(logF, length);
    }

    private LogIntegral fromAbove(double[][] logF) {
        return LogIntegral.fromAbove(logF, length);
    }
}
