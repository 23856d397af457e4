package org.thalweg.model.noise.batch;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.ByValue;

/**
 * {@link LandscapeSums} as a function of x, to rounding: polynomials of degree 7 through the sums at Chebyshev points
 * of short panels.
 *
 * <p>A panel is made when somebody first gets there, checked between its points, and halved where the polynomials miss;
 * where they still do after some halvings (kinks of the flatness), and far away, the sums are taken every time, which
 * is slow and as right. What a panel holds does not depend on who asks, or when. Shared between threads.
 */
final class LandscapeTable extends ByValue {
    /** Everything in {@link LandscapeSums#at}. */
    static final int ROWS = LandscapeSums.MEANS + LandscapeSums.COVARIANCES;

    private static final int MEANS = LandscapeSums.MEANS;
    private static final int NODES = 8;
    /** Panels to either side of the middle; beyond them sums are taken. */
    private static final int PANELS = 2048;
    private static final int MOST_HALVINGS = 6;
    /**
     * Largest error between the points, in units of the largest value in the panel: some ten times the rounding of a
     * sum over thousands of samples.
     */
    private static final double ACCURACY = 1e-12;
    /** Where the polynomials are checked: between the middle points, and between the last two. */
    private static final double[] CHECKS = {0.0, 0.92};
    private static final double[][] INVERSE = inverseVandermonde();

    /**
     * One panel: coefficients of t^k, row by row, or two halves, or nothing where sums are to be taken.
     *
     * @param means of the means
     * @param covariances of the rest
     */
    private record Panel(double[] means, double[] covariances, Panel lower, Panel upper) {}

    private final ValleyShape shape;
    private final DataSet data;
    private final double middle;
    private final double width;
    /** Panels in a unit of x. */
    private final double density;
    private final AtomicReferenceArray<Panel> panels = new AtomicReferenceArray<>(2 * PANELS);

    /**
     * The sums of a valley and its data.
     *
     * @param middle some x that matters
     * @param width of a panel: short against the length over which the flatness changes
     */
    LandscapeTable(ValleyShape shape, DataSet data, double middle, double width) {
        this.shape = shape;
        this.data = data;
        this.middle = middle;
        this.width = width;
        this.density = 1.0 / width;
    }

    /** Reads the table; it owns scratch memory, so use one per thread. */
    Reader reader() {
        return new Reader();
    }

    private static double node(int i) {
        return -Math.cos(Math.PI * (i + 0.5) / NODES);
    }

    /** Row k: the weights of the values at the points in the coefficient of t^k, by Lagrange's polynomials. */
    private static double[][] inverseVandermonde() {
        double[][] weights = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            double[] polynomial = new double[NODES];
            polynomial[0] = 1.0;
            int degree = 0;
            for (int j = 0; j < NODES; j++) {
                if (j != i) {
                    double scale = 1.0 / (node(i) - node(j));
                    degree++;
                    for (int k = degree; k >= 0; k--) {
                        double lower = k > 0 ? polynomial[k - 1] : 0.0;
                        polynomial[k] = scale * (lower - node(j) * polynomial[k]);
                    }
                }
            }
            for (int k = 0; k < NODES; k++) {
                weights[k][i] = polynomial[k];
            }
        }
        return weights;
    }

    /** Reads the sums. Bound to one thread. */
    final class Reader {
        private LandscapeSums sums;
        private final double[] direct = new double[ROWS];
        private final double[] values = new double[MEANS];
        /** Coefficients of the means in panels met before, but null for those halved; only where many are read. */
        private double[][] near;

        /**
         * The means at several places.
         *
         * @param x the places: {@code count} from position {@code from} on; not modified
         * @param means modified: row by row, the first {@code count} entries
         */
        void means(double[] x, int from, int count, double[][] means) {
            if (near == null) {
                near = new double[2 * PANELS][];
            }
            double[][] known = near;
            double[] p0 = means[0];
            double[] p1 = means[1];
            double[] q0 = means[2];
            double[] q1 = means[3];
            double[] q2 = means[4];
            for (int k = 0; k < count; k++) {
                double place = (x[from + k] - middle) * density;
                double floor = Math.floor(place);
                double[] c = Math.abs(floor) < PANELS ? known[(int) floor + PANELS] : null;
                if (c == null) {
                    read(x[from + k], MEANS, values);
                    for (int row = 0; row < MEANS; row++) {
                        means[row][k] = values[row];
                    }
                } else {
                    double t = 2.0 * (place - floor) - 1.0;
                    // The last row first: one check that the array is long enough.
                    q2[k] = polynomial(c, 4 * NODES, t);
                    p0[k] = polynomial(c, 0, t);
                    p1[k] = polynomial(c, NODES, t);
                    q0[k] = polynomial(c, 2 * NODES, t);
                    q1[k] = polynomial(c, 3 * NODES, t);
                }
            }
        }

        /**
         * The first rows of the sums.
         *
         * @param rows how many
         * @param values modified
         */
        void read(double x, int rows, double[] values) {
            double place = (x - middle) * density;
            double floor = Math.floor(place);
            Panel panel = Math.abs(floor) < PANELS ? panel((int) floor + PANELS) : null;
            double t = 2.0 * (place - floor) - 1.0;
            while (panel != null && panel.lower != null) {
                panel = t < 0.0 ? panel.lower : panel.upper;
                t = t < 0.0 ? 2.0 * t + 1.0 : 2.0 * t - 1.0;
            }
            if (panel == null || panel.means == null) {
                sums().at(x, direct);
                System.arraycopy(direct, 0, values, 0, rows);
                return;
            }
            for (int row = 0; row < rows; row++) {
                values[row] = value(panel.means, panel.covariances, row, t);
            }
        }

        private LandscapeSums sums() {
            if (sums == null) {
                sums = new LandscapeSums(shape, data);
            }
            return sums;
        }

        private Panel panel(int index) {
            Panel known = panels.get(index);
            if (known == null) {
                double from = middle + width * (index - PANELS);
                known = compute(from, width, 0);
                panels.set(index, known);
            }
            if (near != null) {
                near[index] = known.means;
            }
            return known;
        }

        private Panel compute(double from, double length, int halvings) {
            double[][] values = new double[NODES][ROWS];
            for (int i = 0; i < NODES; i++) {
                sums().at(from + length * (0.5 + 0.5 * node(i)), values[i]);
            }
            double[] means = new double[MEANS * NODES];
            double[] covariances = new double[(ROWS - MEANS) * NODES];
            double[] largest = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                for (int k = 0; k < NODES; k++) {
                    double coefficient = 0.0;
                    for (int i = 0; i < NODES; i++) {
                        coefficient += INVERSE[k][i] * values[i][row];
                    }
                    if (row < MEANS) {
                        means[row * NODES + k] = coefficient;
                    } else {
                        covariances[(row - MEANS) * NODES + k] = coefficient;
                    }
                    largest[row] = Math.max(largest[row], Math.abs(values[k][row]));
                }
            }
            if (sound(from, length, means, covariances, largest)) {
                return new Panel(means, covariances, null, null);
            }
            double half = 0.5 * length;
            return halvings == MOST_HALVINGS
                    ? new Panel(null, null, null, null)
                    : new Panel(null, null,
                            compute(from, half, halvings + 1), compute(from + half, half, halvings + 1));
        }

        private boolean sound(double from, double length, double[] means, double[] covariances, double[] largest) {
            for (double t : CHECKS) {
                sums().at(from + length * (0.5 + 0.5 * t), direct);
                for (int row = 0; row < ROWS; row++) {
                    double found = value(means, covariances, row, t);
                    if (!(Math.abs(found - direct[row]) <= ACCURACY * scale(row, largest))) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Of a covariance the largest its variances allow: it may vanish itself. */
        private double scale(int row, double[] largest) {
            double scale = largest[row];
            for (int a = 0; a < LandscapeSums.MEANS; a++) {
                for (int b = 0; b < a; b++) {
                    if (LandscapeSums.covariance(a, b) == row) {
                        scale = Math.max(scale, Math.sqrt(largest[LandscapeSums.covariance(a, a)]
                                * largest[LandscapeSums.covariance(b, b)]));
                    }
                }
            }
            // A mean may vanish too, by symmetry; its spread does not.
            return row < LandscapeSums.MEANS
                    ? Math.max(scale, Math.sqrt(largest[LandscapeSums.covariance(row, row)])) : scale;
        }

        private static double value(double[] means, double[] covariances, int row, double t) {
            return row < MEANS
                    ? polynomial(means, row * NODES, t) : polynomial(covariances, (row - MEANS) * NODES, t);
        }

        /** By Estrin's scheme: few products wait for others. */
        private static double polynomial(double[] c, int from, double t) {
            double t2 = t * t;
            double t4 = t2 * t2;
            double high = (c[from + 6] + c[from + 7] * t) * t2 + (c[from + 4] + c[from + 5] * t);
            double low = (c[from + 2] + c[from + 3] * t) * t2 + (c[from] + c[from + 1] * t);
            return low + high * t4;
        }
    }

    @Override
    protected Object[] parts() {
        return new Object[] {shape, data, middle, width};
    }
}
