package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;

/**
 * The modes c_n(x) of a law P = N(y; 0, s^2) sum_n c_n he_n(y / s) of which the means of functions are known, w f = int
 * P f.
 *
 * <p>Between ends, with s from -1 to 1, the coefficient of Legendre's polynomial P_l in c_n dx/ds is (l + 1/2) w P_l.
 * The weights of a law in time are 0 at the ends, where a function is bound by its conditions: w is right for smooth
 * functions all the same, but not for those of the highest degrees, of which a third is left out. Around a ring all
 * weights are equal.
 */
final class MassByModes {
    private final Collocation grid;
    private final double[] perUniform;
    /** Not on rings. */
    private final double[][] legendre;

    MassByModes(Collocation grid) {
        this.grid = grid;
        this.perUniform = grid.perUniform();
        this.legendre = grid.ring() ? new double[0][] : grid.legendre();
    }

    /**
     * The modes {@code [m][i]} at the points, per unit of x.
     *
     * @param w one mode after the other; not modified
     */
    double[][] of(double[] w) {
        int points = grid.size();
        double[][] found = new double[w.length / points][];
        for (int m = 0; m < found.length; m++) {
            double[] part = Arrays.copyOfRange(w, m * points, (m + 1) * points);
            found[m] = grid.ring() ? part : series(part);
            for (int i = 0; i < points; i++) {
                found[m][i] *= (grid.ring() ? 0.5 * points : 1.0) / perUniform[i];
            }
        }
        return found;
    }

    private double[] series(double[] w) {
        double[] values = new double[w.length];
        for (int l = 0; l < w.length * 2 / 3; l++) {
            double coefficient = 0.0;
            for (int i = 0; i < w.length; i++) {
                coefficient += (l + 0.5) * w[i] * legendre[l][i];
            }
            for (int i = 0; i < w.length; i++) {
                values[i] += coefficient * legendre[l][i];
            }
        }
        return values;
    }
}
