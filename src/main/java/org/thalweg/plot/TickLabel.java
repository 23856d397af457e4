package org.thalweg.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Numbers as axes show them: plain decimals where they are short, else 2·10⁻⁵, always with a true minus sign. */
final class TickLabel extends NumberFormat {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    /** Ticks are round numbers: further digits are rounding. */
    private static final MathContext DIGITS = new MathContext(8);

    private final int decimals;

    private TickLabel(int decimals) {
        this.decimals = decimals;
    }

    /** Labels for multiples of {@code step}, all with as many decimals as the step needs. */
    static TickLabel forMultiplesOf(double step) {
        return new TickLabel(new BigDecimal(step).round(DIGITS).stripTrailingZeros().scale());
    }

    /** The label of a number. */
    static String of(double value) {
        BigDecimal number = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        // Within three zeros of the unit a plain decimal is the shorter form.
        int exponent = number.precision() - number.scale() - 1;
        if (number.signum() == 0 || exponent >= -3 && exponent <= 4) {
            return number.toPlainString().replace('-', '−');
        }
        BigDecimal mantissa = number.movePointLeft(exponent).stripTrailingZeros();
        String factor = mantissa.abs().compareTo(BigDecimal.ONE) == 0 ? (mantissa.signum() < 0 ? "−" : "")
                : mantissa.toPlainString().replace('-', '−') + "·";
        return factor + power(exponent);
    }

    /** 10ⁿ. */
    static String power(int n) {
        StringBuilder label = new StringBuilder(n < 0 ? "10⁻" : "10");
        Integer.toString(Math.abs(n)).chars().forEach(digit -> label.append(SUPERSCRIPTS.charAt(digit - '0')));
        return label.toString();
    }

    @Override
    public StringBuffer format(double number, StringBuffer appendTo, FieldPosition position) {
        // Beyond 4 decimals, or 4 zeros before the point, numbers are shorter with a power of ten.
        boolean plain = decimals <= 4 && decimals >= -4;
        return appendTo.append(plain ? rounded(number) : of(number));
    }

    private String rounded(double number) {
        BigDecimal value = new BigDecimal(number).setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN);
        return value.toPlainString().replace('-', '−');
    }

    @Override
    public StringBuffer format(long number, StringBuffer appendTo, FieldPosition position) {
        return format((double) number, appendTo, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        return new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)).parse(source, position);
    }
}
