package org.thalweg.symbolic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import org.thalweg.compute.Backend;
import org.thalweg.compute.Elementary;

/**
 * One arithmetic operation, at a point and over a block. Both do the same arithmetic, so that they agree to the last
 * bit; the block form is one plain loop each, which the just-in-time compiler vectorises where it can.
 *
 * <p>Operations of one argument ignore the second.
 */
public enum Operation implements Action {
    /** The sum. */
    ADD((a, b) -> a + b, (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] + b[k];
        }
    }),
    /** The difference. */
    SUBTRACT((a, b) -> a - b, (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] - b[k];
        }
    }),
    /** The product. */
    MULTIPLY((a, b) -> a * b, (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] * b[k];
        }
    }),
    /** The quotient. */
    DIVIDE((a, b) -> a / b, (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = a[k] / b[k];
        }
    }),
    /** The power, by logarithms; whole exponents are compiled to products instead. */
    POWER((a, b) -> Math.pow(a, b), (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = Math.pow(a[k], b[k]);
        }
    }),
    /** The negative. */
    NEGATE((a, b) -> -a, (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = -a[k];
        }
    }),
    /** The exponential. */
    EXP((a, b) -> Elementary.exp(a), (a, b, result, count) -> Backend.current().exp(a, result, count)),
    /** The natural logarithm. */
    LOG((a, b) -> Elementary.log(a), (a, b, result, count) -> Backend.current().log(a, result, count)),
    /** The square root. */
    SQRT((a, b) -> Math.sqrt(a), (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = Math.sqrt(a[k]);
        }
    }),
    /** The sine. */
    SIN((a, b) -> Elementary.sin(a), (a, b, result, count) -> Backend.current().sin(a, result, count)),
    /** The cosine. */
    COS((a, b) -> Elementary.cos(a), (a, b, result, count) -> Backend.current().cos(a, result, count)),
    /** The hyperbolic tangent. */
    TANH((a, b) -> Elementary.tanh(a), (a, b, result, count) -> Backend.current().tanh(a, result, count)),
    /** The absolute value; its derivative jumps where the argument vanishes. */
    ABS((a, b) -> Math.abs(a), (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = Math.abs(a[k]);
        }
    }),
    /** -1, 0 or 1: the derivative of {@link #ABS}. Formulas cannot name it. */
    SIGN((a, b) -> Math.signum(a), (a, b, result, count) -> {
        for (int k = 0; k < count; k++) {
            result[k] = Math.signum(a[k]);
        }
    });

    /** One operation for every particle of a block. */
    private interface Over {
        void over(double[] a, double[] b, double[] result, int count);
    }

    private static final List<Operation> FUNCTIONS = List.of(EXP, LOG, SQRT, SIN, COS, TANH, ABS);

    private final DoubleBinaryOperator at;
    private final Over over;

    Operation(DoubleBinaryOperator at, Over over) {
        this.at = at;
        this.over = over;
    }

    @Override
    public double at(double a, double b) {
        return at.applyAsDouble(a, b);
    }

    @Override
    public void over(double[] a, double[] b, double[] result, int count) {
        over.over(a, b, result, count);
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
