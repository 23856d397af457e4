package org.thalweg.report.stored;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as physicists write them: 1.3327(30) is 1.3327 with a standard error of 0.0030, 378.5(4.6) is 378.5 with 4.6.
 * The error has two digits, the value as many decimals. A number without parentheses is exact, or its error is below
 * its last digit.
 */
public final class ErrorNotation {
    /** What stands for an undefined number. */
    public static final String UNDEFINED = "\u2013";

    private static final MathContext ERROR_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext SHARP_DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);
    /** An error smaller than this, relative to its value, does not reach the last of SHARP_DIGITS. */
    private static final double SHARP = 1e-7;
    /** Beyond these powers of ten a power is written out. */
    private static final int LEAST_POWER = -4;
    private static final int LARGEST_POWER = 6;
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private ErrorNotation() {}

    /**
     * A number with its standard error.
     *
     * @param error NaN or 0 where there is none
     */
    public static String of(double value, double error) {
        if (!Double.isFinite(value) || !(error > 0.0) || Double.isInfinite(error)) {
            return of(value);
        }
        if (error < SHARP * Math.abs(value)) {
            return rounded(value, SHARP_DIGITS);
        }
        BigDecimal e = BigDecimal.valueOf(error).round(ERROR_DIGITS);
        BigDecimal v = BigDecimal.valueOf(value).setScale(e.scale(), RoundingMode.HALF_EVEN);
        int power = Math.max(power(v), power(e));
        if (power < LEAST_POWER || power > LARGEST_POWER) {
            return pair(v.movePointLeft(power), e.movePointLeft(power)) + timesTenTo(power);
        }
        return pair(v, e);
    }

    /** A number without an error, to six digits. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return UNDEFINED;
        }
        if (Double.isInfinite(value)) {
            return value > 0.0 ? "\u221e" : "\u2212\u221e";
        }
        return rounded(value, DIGITS);
    }

    /** The field of a table: as a number where it is one, otherwise as it is. */
    public static String field(String text) {
        double value = StoredTable.number(text);
        return Double.isNaN(value) ? text : of(value);
    }

    private static String pair(BigDecimal value, BigDecimal error) {
        boolean whole = error.scale() <= 0 || error.compareTo(BigDecimal.ONE) >= 0;
        return signed(value) + "(" + (whole ? error.toPlainString() : error.unscaledValue().toString()) + ")";
    }

    private static String rounded(double value, MathContext digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(digits).stripTrailingZeros();
        int power = power(rounded);
        return power < LEAST_POWER || power > LARGEST_POWER
                ? signed(rounded.movePointLeft(power)) + timesTenTo(power) : signed(rounded);
    }

    /** The power of ten of the first digit; that of zero is the least. */
    private static int power(BigDecimal number) {
        return number.signum() == 0 ? (number.scale() == 0 ? 0 : Integer.MIN_VALUE)
                : number.precision() - number.scale() - 1;
    }

    private static String signed(BigDecimal number) {
        return number.toPlainString().replace('-', '\u2212');
    }

    private static String timesTenTo(int power) {
        StringBuilder text = new StringBuilder("\u00d710").append(power < 0 ? "\u207b" : "");
        String.valueOf(Math.abs(power)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }
}
