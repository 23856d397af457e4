package org.thalweg.spectra;

/**
 * A reparametrisation that moves points along rays from a centre: eta = (|x|^2 + b)^a x with x the way from the centre.
 * In eta a loss has b^(-2a) times the curvature at the centre, the same function of the same points [DPBB17, figure 5].
 *
 * @param b above 0
 * @param a above -1/2, for the map to be one to one
 */
public record RadialMap(double b, double a) {
    /** Newton's method converges from the linear map within a few steps, for short ways at once. */
    private static final int STEPS = 60;

    /** Refuses what is not one to one. */
    public RadialMap {
        if (!(b > 0.0 && a > -0.5)) {
            throw new IllegalArgumentException("radial map b = " + b + ", a = " + a + ": b > 0 and a > -1/2");
        }
    }

    /** How far a point is from the centre that is at distance {@code s} in eta. */
    public double distance(double s) {
        double rho = s * Math.pow(b, -a);
        for (int k = 0; k < STEPS; k++) {
            double square = rho * rho;
            double rise = Math.pow(square + b, a - 1.0) * ((1.0 + 2.0 * a) * square + b);
            rho -= (Math.pow(square + b, a) * rho - s) / rise;
        }
        return rho;
    }

    /** What becomes of the curvature at the centre. */
    public double factor() {
        return Math.pow(b, -2.0 * a);
    }
}
