package org.thalweg.probes.point;

/**
 * How asymmetric a line through a point is: it is an (r, p, c, zeta)-asymmetric direction where, for all distances
 * between zeta and r, the loss rises more slowly than p on one side and faster than c p on the other, with c &gt; 1
 * [HHY19].
 *
 * @param side +1 where the flat side is that of growing places, else -1
 * @param slope p: the steepest rise on the flat side
 * @param ratio c: the gentlest rise on the other side over p. Up to 1, or where the flat side does not rise (p &lt;=
 * 0),         the definition does not hold, or no number does
 */
record Asymmetry(int side, double slope, double ratio) {
    /** Of a place: one that is zeta away but for rounding counts. */
    private static final double ROUNDING = 1e-9;

    /**
     * By differences between places: those beyond zeta, and that between the last two in any case.
     *
     * @param losses on equally spaced places, an odd number: the point is in the middle
     * @param step between places
     * @param zeta places nearer than this are left out
     */
    static Asymmetry of(double[] losses, double step, double zeta) {
        Asymmetry plus = flat(losses, step, zeta, 1);
        Asymmetry minus = flat(losses, step, zeta, -1);
        // The flat side is that whose steepest rise is the gentler one.
        return plus.slope <= minus.slope ? plus : minus;
    }

    private static Asymmetry flat(double[] losses, double step, double zeta, int side) {
        int middle = losses.length / 2;
        double steepest = Double.NEGATIVE_INFINITY;
        double gentlest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < middle; k++) {
            if (k * step >= zeta * (1.0 - ROUNDING) || k == middle - 1) {
                steepest = Math.max(steepest, rise(losses, middle, side, k) / step);
                gentlest = Math.min(gentlest, rise(losses, middle, -side, k) / step);
            }
        }
        return new Asymmetry(side, steepest, steepest > 0.0 ? gentlest / steepest : Double.NaN);
    }

    private static double rise(double[] losses, int middle, int side, int k) {
        return losses[middle + side * (k + 1)] - losses[middle + side * k];
    }
}
