package org.thalweg.fokkerplanck;

import org.thalweg.model.Boundary;

/**
 * The mean first-passage time along a {@link Line} by quadrature, in logarithms.
 *
 * <p>With m = e^phi / D_xx the density without flux and r = e^-phi, and for each side of the start, outwards,
 * S = int r, M = int m and Q = int r(y) int_start^y m: between two edges T = (S_r Q_l + S_l Q_r) / (S_l + S_r), the
 * mean over the side by which one leaves; with a wall on the left T = Q_r + S_r M_l. All terms are positive.
 */
final class LinePassage {
    private LinePassage() {}

    /**
     * ln T from {@code start} inside an approach with finite ends.
     *
     * @param width of the {@link Stretch} of cells around the start; infinite for none
     */
    static double logTime(Line line, Approach approach, double start, double width, int refinement) {
        Stretch outwards = new Stretch(0.0, width);
        Side left = Side.of(new Outwards(line, start, -1), start - approach.from(), outwards, refinement);
        Side right = Side.of(new Outwards(line, start, 1), approach.to() - start, outwards, refinement);
        if (approach.lower() == Boundary.REFLECTING) {
            return logAdd(right.logQ, right.logS + left.logM);
        }
        if (approach.upper() == Boundary.REFLECTING) {
            return logAdd(left.logQ, left.logS + right.logM);
        }
        return logAdd(right.logS + left.logQ, left.logS + right.logQ) - logAdd(left.logS, right.logS);
    }

    private static double logAdd(double a, double b) {
        double high = Math.max(a, b);
        return Double.isInfinite(high) ? high : high + Math.log(Math.exp(a - high) + Math.exp(b - high));
    }

    /** The integrals over one side of the start, with phi = 0 there. */
    private record Side(double logS, double logM, double logQ) {
        static Side of(Line line, double length, Stretch stretch, int refinement) {
            double logS = Double.NEGATIVE_INFINITY;
            double logM = Double.NEGATIVE_INFINITY;
            double logQ = Double.NEGATIVE_INFINITY;
            if (length > 0.0) {
                LineQuadrature q = LineQuadrature.over(line, 0.0, length, stretch, refinement);
                double[] weights = LineQuadrature.RULE.weights();
                int nodes = weights.length;
                for (int i = 0; i < q.cells(); i++) {
                    double s = 0.0;
                    double m = 0.0;
                    double inner = 0.0;
                    for (int k = 0; k < nodes; k++) {
                        double r = q.length(i, k) * Math.exp(q.phi(i) - q.phi(i, k));
                        double massBefore = 0.0;
                        for (int j = 0; j < nodes; j++) {
                            massBefore += LineQuadrature.PARTIAL[k][j] * mass(q, i, j);
                        }
                        s += weights[k] * r;
                        m += weights[k] * mass(q, i, k);
                        inner += weights[k] * r * massBefore;
                    }
                    double phi = q.phi(i);
                    logQ = logAdd(logQ, logAdd(logM - phi + Math.log(s), Math.log(inner)));
                    logS = logAdd(logS, Math.log(s) - phi);
                    logM = logAdd(logM, Math.log(m) + phi);
                }
            }
            return new Side(logS, logM, logQ);
        }

        /**
         * Density without flux at a node, times the length of a unit weight, relative to e^phi at the cell's left edge.
         */
        private static double mass(LineQuadrature q, int i, int k) {
            return q.length(i, k) * Math.exp(q.phi(i, k) - q.phi(i) - q.logDiffusion(i, k));
        }
    }

    /** The line seen from the start outwards: z = side (x - start), on a ring wrapped. */
    private static final class Outwards extends Line {
        private final Line line;
        private final double start;
        private final int side;

        Outwards(Line line, double start, int side) {
            super(line.interval());
            this.line = line;
            this.start = start;
            this.side = side;
        }

        private double x(double z) {
            double x = start + side * z;
            return interval().boundary() == Boundary.PERIODIC ? interval().fold(x) : x;
        }

        @Override
        double drift(double z) {
            return side * line.drift(x(z));
        }

        @Override
        double diffusion(double z) {
            return line.diffusion(x(z));
        }

        @Override
        double squareAcross(double z) {
            return line.squareAcross(x(z));
        }

        @Override
        double squareAcross(int direction, double z) {
            return line.squareAcross(direction, x(z));
        }
    }
}
