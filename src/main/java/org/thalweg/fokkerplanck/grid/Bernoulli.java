package org.thalweg.fokkerplanck.grid;

/** The function z / (e^z - 1) of Bernoulli, the weight that an exponential profile gives to one of two cells. */
public final class Bernoulli {
    private Bernoulli() {}

    /** z / (e^z - 1), to a few units in the last place for all z; 1 - z/2 + z^2/12 where e^z - 1 would cancel. */
    public static double of(double z) {
        // The next term of the series is z^4/720: below 1e-19 relative here.
        if (Math.abs(z) < 1e-4) {
            return 1.0 - z * (0.5 - z / 12.0);
        }
        // expm1 of the JDK is StrictMath's on all versions; for z > 710 it is infinite and the weight 0.
        return z / StrictMath.expm1(z);
    }
}
