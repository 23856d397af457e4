package org.thalweg.fokkerplanck.grid;

/**
 * The smooth map x = focus + width sinh(s) from a uniform coordinate s: spacing {@code width ds} near the focus,
 * growing in proportion to the distance far away. An infinite width is the identity x = s.
 *
 * @param focus where the spacing is smallest
 * @param width the distance over which it stays so
 */
public record Stretch(double focus, double width) {
    /** No stretching. */
    public static final Stretch NONE = new Stretch(0.0, Double.POSITIVE_INFINITY);

    /** x(s). */
    public double at(double s) {
        return uniform() ? s : focus + width * StrictMath.sinh(s);
    }

    /** dx/ds. */
    public double slope(double s) {
        return uniform() ? 1.0 : width * StrictMath.cosh(s);
    }

    /** d^2x/ds^2. */
    public double curvature(double s) {
        return uniform() ? 0.0 : width * StrictMath.sinh(s);
    }

    /** s(x). */
    public double inverse(double x) {
        if (uniform()) {
            return x;
        }
        double z = (x - focus) / width;
        return Math.signum(z) * Math.log(Math.abs(z) + Math.sqrt(z * z + 1.0));
    }

    /** True for the identity. */
    public boolean uniform() {
        return Double.isInfinite(width);
    }
}
