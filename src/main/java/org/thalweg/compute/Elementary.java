package org.thalweg.compute;

/**
 * The elementary functions of formulas and the two halves of a Box-Muller pair, one number at a time.
 *
 * <p>They consist of correctly rounded operations only: + - * /, square roots, fused multiply-add, and the bits of a
 * number. Whoever does the same operations in the same order on several numbers at once gets the same bits, which is
 * what {@link BlockMath} promises. The polynomials are near-minimax (Remez exchange), each with its error; argument
 * reductions are those of Cody and Waite (1980).
 */
public final class Elementary {
    static final double LOG2_E = 1.4426950408889634;
    static final double TWO_OVER_PI = 0.6366197723675814;
    /** Adding it rounds to a whole number, which is then found in the low bits. */
    static final double ROUND = 0x1.8p52;
    static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);

    /** ln 2 to 32 bits, so that its product with an exponent is exact, and the rest. */
    static final double LN2_HIGH = 0x1.62e42feep-1;
    static final double LN2_LOW = 1.9082149292705877e-10;
    static final double LN2 = 0.6931471805599453;

    /** exp overflows above, and is 0 below. */
    static final double LARGEST_EXP = 709.782712893384;
    static final double SMALLEST_EXP = -745.1332191019412;

    static final long EXPONENT_ONE = 0x3FF0000000000000L;
    /** Where a field is moved to, the first bits of a mantissa, and how far to the left; the highest to the right. */
    static final long FIELD = 0x000FFFFF80000000L;
    static final int FIRST_FIELD = 31;
    static final int SECOND_FIELD = FIRST_FIELD - BlockMath.FIELD_BITS;
    static final int THIRD_FIELD = 2 * BlockMath.FIELD_BITS - FIRST_FIELD;

    static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
    static final long SIGN = Long.MIN_VALUE;
    /** The bits of sqrt(1/2): mantissas are taken from there to sqrt(2), so that logarithms near 1 stay accurate. */
    static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;
    /** The bits of 2^52, whose low bits read as a number give that number. */
    static final long EXPONENT_52 = 0x4330000000000000L;
    static final double TWO_52_AND_BIAS = 0x1p52 + 1023.0;

    static final double PI_HALF_1 = 0x1.921fb54442d18p0;
    static final double PI_HALF_2 = 0x1.1a62633145c07p-54;
    static final double PI_HALF_3 = -0x1.f1976b7ed8fbcp-110;
    /** Above, three pieces of pi/2 no longer reduce an argument; StrictMath does. */
    static final double LARGEST_ANGLE = 0x1p20;

    /** tanh is 1 to the last bit from here. */
    static final double SATURATED = 20.0;

    /** (e^r - 1 - r) / r^2 on |r| &lt; ln(2)/2, to 3e-19 relative to e^r - 1. */
    static final double E0 = 0.5;
    static final double E1 = 0.16666666666666677;
    static final double E2 = 0.0416666666666667;
    static final double E3 = 0.008333333333321615;
    static final double E4 = 0.0013888888888866837;
    static final double E5 = 0.0001984126988615877;
    static final double E6 = 2.480158736055765e-05;
    static final double E7 = 2.755724418170765e-06;
    static final double E8 = 2.755724275909992e-07;
    static final double E9 = 2.5109044959236137e-08;
    static final double E10 = 2.092444333489695e-09;

    /** (ln(1 + f) - 2s) / (s z) with s = f/(2+f), z = s^2, on [sqrt(1/2), sqrt(2)], to 5e-18 relative to ln(1 + f). */
    static final double L0 = 0.666666666666671;
    static final double L1 = 0.39999999999520114;
    static final double L2 = 0.2857142872920423;
    static final double L3 = 0.2222219910037862;
    static final double L4 = 0.18183570998444593;
    static final double L5 = 0.15313179277392916;
    static final double L6 = 0.14810362639819422;

    /** The same for normal variates, to 6e-14. */
    static final double R0 = 0.6666666667579991;
    static final double R1 = 0.3999999562253725;
    static final double R2 = 0.285721090522716;
    static final double R3 = 0.22176194295267546;
    static final double R4 = 0.1958405589205465;

    /** (sin r - r) / r^3 of z = r^2 on |r| &lt; pi/4, to 4e-18 relative to sin r. */
    static final double S0 = -0.16666666666666632;
    static final double S1 = 0.008333333333322425;
    static final double S2 = -0.00019841269829816953;
    static final double S3 = 2.755731369522677e-06;
    static final double S4 = -2.505075865329224e-08;
    static final double S5 = 1.5896827929420342e-10;

    /** (cos r - 1 + z/2) / z^2 of z = r^2 on |r| &lt; pi/4, to 5e-20. */
    static final double C0 = 0.0416666666666666;
    static final double C1 = -0.0013888888888874138;
    static final double C2 = 2.4801587289491837e-05;
    static final double C3 = -2.755731435524451e-07;
    static final double C4 = 2.0875723684796376e-09;
    static final double C5 = -1.1359669886619265e-11;

    /** sin(pi t) / t of z = t^2 on |t| &lt;= 1/2, to 2e-13. */
    static final double A0 = 3.141592653589636;
    static final double A1 = -5.1677127799881655;
    static final double A2 = 2.5501640359163833;
    static final double A3 = -0.5992644341002067;
    static final double A4 = 0.0821447959393716;
    static final double A5 = -0.007364009982825656;
    static final double A6 = 0.0004474980988546353;

    /** cos(pi t) of z = t^2 on |t| &lt;= 1/2, to 2e-15. */
    static final double B0 = 0.9999999999999981;
    static final double B1 = -4.934802200543689;
    static final double B2 = 4.058712126333491;
    static final double B3 = -1.3352627661864733;
    static final double B4 = 0.23533058836700108;
    static final double B5 = -0.025806532291660023;
    static final double B6 = 0.0019278709711633725;
    static final double B7 = -0.00010041751384999848;

    private Elementary() {}

    /** 1 + f / 2^21 for a field of a word, 0 the lowest: exact. */
    public static double field(long word, int number) {
        long moved = number == 2 ? word >>> THIRD_FIELD : word << (number == 0 ? FIRST_FIELD : SECOND_FIELD);
        return Double.longBitsToDouble(moved & FIELD | EXPONENT_ONE);
    }

    /** The exponential, to 1 unit in the last place. */
    public static double exp(double x) {
        double k = Math.fma(x, LOG2_E, ROUND);
        long n = Double.doubleToRawLongBits(k) - ROUND_BITS;
        k -= ROUND;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        double e = 1.0 + expm1(r);
        // In two factors: 2^n alone may be no normal number where the result is one, or nearly.
        long half = ((n + 2048L) >>> 1) - 1024L;
        double value = e * power2(half) * power2(n - half);
        value = x > LARGEST_EXP ? Double.POSITIVE_INFINITY : value;
        return x < SMALLEST_EXP ? 0.0 : value;
    }

    /** e^r - 1 for |r| up to ln(2)/2. */
    private static double expm1(double r) {
        double p = Math.fma(E10, r, E9);
        p = Math.fma(p, r, E8);
        p = Math.fma(p, r, E7);
        p = Math.fma(p, r, E6);
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r, E1);
        p = Math.fma(p, r, E0);
        return Math.fma(p, r * r, r);
    }

    private static double power2(long n) {
        return Double.longBitsToDouble((n + 1023L) << 52);
    }

    /** The natural logarithm, to 1 unit in the last place; NaN below 0, minus infinity at 0. */
    public static double log(double x) {
        boolean tiny = x < Double.MIN_NORMAL;
        long k = Double.doubleToRawLongBits(tiny ? x * 0x1p54 : x) + (EXPONENT_ONE - ROOT_HALF);
        double e = Double.longBitsToDouble((k >>> 52) | EXPONENT_52) - TWO_52_AND_BIAS;
        e = tiny ? e - 54.0 : e;
        double f = Double.longBitsToDouble((k & MANTISSA) + ROOT_HALF) - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double p = Math.fma(L6, z, L5);
        p = Math.fma(p, z, L4);
        p = Math.fma(p, z, L3);
        p = Math.fma(p, z, L2);
        p = Math.fma(p, z, L1);
        p = Math.fma(p, z, L0);
        double h = 0.5 * f * f;
        double value = Math.fma(e, LN2_HIGH, f - (h - Math.fma(s, Math.fma(p, z, h), e * LN2_LOW)));
        value = x < Double.POSITIVE_INFINITY ? value : x;
        value = x > 0.0 ? value : Double.NaN;
        return x == 0.0 ? Double.NEGATIVE_INFINITY : value;
    }

    /** The sine, to 1 unit in the last place. */
    public static double sin(double x) {
        return Math.abs(x) <= LARGEST_ANGLE ? quadrant(x, 0L) : StrictMath.sin(x);
    }

    /** The cosine, to 1 unit in the last place. */
    public static double cos(double x) {
        return Math.abs(x) <= LARGEST_ANGLE ? quadrant(x, 1L) : StrictMath.cos(x);
    }

    /** sin(x + ahead pi/2). */
    private static double quadrant(double x, long ahead) {
        double k = Math.fma(x, TWO_OVER_PI, ROUND);
        long q = Double.doubleToRawLongBits(k) + ahead;
        k -= ROUND;
        double r = Math.fma(-k, PI_HALF_3, Math.fma(-k, PI_HALF_2, Math.fma(-k, PI_HALF_1, x)));
        double z = r * r;
        double value = (q & 1L) == 0L ? sinNearZero(r, z) : cosNearZero(z);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ ((q & 2L) << 62));
    }

    private static double sinNearZero(double r, double z) {
        double p = Math.fma(S5, z, S4);
        p = Math.fma(p, z, S3);
        p = Math.fma(p, z, S2);
        p = Math.fma(p, z, S1);
        p = Math.fma(p, z, S0);
        return Math.fma(p, r * z, r);
    }

    private static double cosNearZero(double z) {
        double p = Math.fma(C5, z, C4);
        p = Math.fma(p, z, C3);
        p = Math.fma(p, z, C2);
        p = Math.fma(p, z, C1);
        p = Math.fma(p, z, C0);
        return Math.fma(p, z * z, Math.fma(z, -0.5, 1.0));
    }

    /** The hyperbolic tangent, to 3 units in the last place. */
    public static double tanh(double x) {
        double size = Math.abs(x);
        double twice = 2.0 * (size > SATURATED ? SATURATED : size);
        double k = Math.fma(twice, LOG2_E, ROUND);
        long n = Double.doubleToRawLongBits(k) - ROUND_BITS;
        k -= ROUND;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, twice));
        double scale = power2(n);
        double e = Math.fma(scale, expm1(r), scale - 1.0);
        double value = e / (e + 2.0);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(value) | (Double.doubleToRawLongBits(x) & SIGN));
    }

    /** sqrt(-2 ln u), where u in [2^-53, 1) is made of the upper 52 bits. */
    static double radius(long bits) {
        double u = Double.longBitsToDouble((bits >>> 12) | EXPONENT_ONE) - (1.0 - 0x1p-53);
        long k = Double.doubleToRawLongBits(u) + (EXPONENT_ONE - ROOT_HALF);
        double e = Double.longBitsToDouble((k >>> 52) | EXPONENT_52) - TWO_52_AND_BIAS;
        double m = Double.longBitsToDouble((k & MANTISSA) + ROOT_HALF);
        double s = (m - 1.0) / (m + 1.0);
        double z = s * s;
        double p = Math.fma(R4, z, R3);
        p = Math.fma(p, z, R2);
        p = Math.fma(p, z, R1);
        p = Math.fma(p, z, R0);
        p = Math.fma(p, z, 2.0);
        return Math.sqrt(Math.fma(e, -2.0 * LN2, s * p * -2.0));
    }

    /** t in [-1/2, 1/2) made of the upper 52 bits: pi t is an angle of the right half plane. */
    static double halfTurn(long bits) {
        return Double.longBitsToDouble((bits >>> 12) | EXPONENT_ONE) - 1.5;
    }

    /** The radius, given the sign of the lowest bit: with it the angles of the right half plane become all angles. */
    static double signed(double radius, long bits) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(radius) ^ (bits << 63));
    }

    /** cos(pi t) for |t| up to 1/2. */
    static double cosHalfTurn(double t) {
        double z = t * t;
        double p = Math.fma(B7, z, B6);
        p = Math.fma(p, z, B5);
        p = Math.fma(p, z, B4);
        p = Math.fma(p, z, B3);
        p = Math.fma(p, z, B2);
        p = Math.fma(p, z, B1);
        return Math.fma(p, z, B0);
    }

    /** sin(pi t) for |t| up to 1/2. */
    static double sinHalfTurn(double t) {
        double z = t * t;
        double p = Math.fma(A6, z, A5);
        p = Math.fma(p, z, A4);
        p = Math.fma(p, z, A3);
        p = Math.fma(p, z, A2);
        p = Math.fma(p, z, A1);
        p = Math.fma(p, z, A0);
        return p * t;
    }
}
