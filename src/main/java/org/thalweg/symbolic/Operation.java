package org.thalweg.symbolic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.compute.Backend;
import org.thalweg.compute.Elementary;

/**
 * One arithmetic operation, at a point and over a block. Both do the same arithmetic, so that they agree to the last
 * bit; the block form is one plain loop each, which the just-in-time compiler vectorises where it can. A switch knows
 * them all: functions kept with each constant would be linked one by one as the program starts.
 *
 * <p>Operations of one argument ignore the second.
 */
public enum Operation implements Action {
    /** The sum. */
    ADD,
    /** The difference. */
    SUBTRACT,
    /** The product. */
    MULTIPLY,
    /** The quotient. */
    DIVIDE,
    /** The power, by logarithms; whole exponents are compiled to products instead. */
    POWER,
    /** The negative. */
    NEGATE,
    /** The exponential. */
    EXP,
    /** The natural logarithm. */
    LOG,
    /** The square root. */
    SQRT,
    /** The sine. */
    SIN,
    /** The cosine. */
    COS,
    /** The hyperbolic tangent. */
    TANH,
    /** The absolute value; its derivative jumps where the argument vanishes. */
    ABS,
    /** -1, 0 or 1: the derivative of {@link #ABS}. Formulas cannot name it. */
    SIGN;

    private static final List<Operation> FUNCTIONS = List.of(EXP, LOG, SQRT, SIN, COS, TANH, ABS);

    @Override
    public double at(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> Math.pow(a, b);
            case NEGATE -> -a;
            case EXP -> Elementary.exp(a);
            case LOG -> Elementary.log(a);
            case SQRT -> Math.sqrt(a);
            case SIN -> Elementary.sin(a);
            case COS -> Elementary.cos(a);
            case TANH -> Elementary.tanh(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
        };
    }

    @Override
    public void over(double[] a, double[] b, double[] result, int count) {
        switch (this) {
            case ADD -> add(a, b, result, count);
            case SUBTRACT -> subtract(a, b, result, count);
            case MULTIPLY -> multiply(a, b, result, count);
            case DIVIDE -> divide(a, b, result, count);
            case POWER -> power(a, b, result, count);
            case NEGATE -> negate(a, result, count);
            case EXP -> Backend.current().exp(a, result, count);
            case LOG -> Backend.current().log(a, result, count);
            case SQRT -> sqrt(a, result, count);
            case SIN -> Backend.current().sin(a, result, count);
            case COS -> Backend.current().cos(a, result, count);
            case TANH -> Backend.current().tanh(a, result, count);
            case ABS -> abs(a, result, count);
            case SIGN -> sign(a, result, count);
            default -> throw new AssertionError(this);
        }
    }

    private static void add(double[] a, double[] b, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] + b[k];
        }
    }

    private static void subtract(double[] a, double[] b, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] - b[k];
        }
    }

    private static void multiply(double[] a, double[] b, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] * b[k];
        }
    }

    private static void divide(double[] a, double[] b, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] / b[k];
        }
    }

    private static void power(double[] a, double[] b, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = Math.pow(a[k], b[k]);
        }
    }

    private static void negate(double[] a, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = -a[k];
        }
    }

    private static void sqrt(double[] a, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = Math.sqrt(a[k]);
        }
    }

    private static void abs(double[] a, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = Math.abs(a[k]);
        }
    }

    private static void sign(double[] a, double[] result, int count) {
        for (int k = 0; k < count; k++) {
            result[k] = Math.signum(a[k]);
        }
    }

    @Override
    public boolean commutative() {
        return this == ADD || this == MULTIPLY;
    }

    /** The function with the given name in formulas. */
    public static Optional<Operation> function(String name) {
        return FUNCTIONS.stream().filter(f -> f.key().equals(name)).findFirst();
    }

    /** The names of all functions. */
    public static List<String> functionNames() {
        return FUNCTIONS.stream().map(Operation::key).collect(Collectors.toList());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
