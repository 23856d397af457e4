package org.thalweg.model.formula;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One arithmetic operation, at a point and over a block. Both do the same arithmetic, so that they agree to the last
 * bit; the block form is one plain loop each, which the just-in-time compiler vectorises where it can.
 *
 * <p>Operations of one argument ignore the second.
 */
public enum Operation {
    /** The sum. */
    ADD {
        @Override
        double at(double a, double b) {
            return a + b;
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] + b[k];
            }
        }
    },
    /** The difference. */
    SUBTRACT {
        @Override
        double at(double a, double b) {
            return a - b;
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] - b[k];
            }
        }
    },
    /** The product. */
    MULTIPLY {
        @Override
        double at(double a, double b) {
            return a * b;
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] * b[k];
            }
        }
    },
    /** The quotient. */
    DIVIDE {
        @Override
        double at(double a, double b) {
            return a / b;
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] / b[k];
            }
        }
    },
    /** The power, by logarithms; whole exponents are compiled to products instead. */
    POWER {
        @Override
        double at(double a, double b) {
            return Math.pow(a, b);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.pow(a[k], b[k]);
            }
        }
    },
    /** The negative. */
    NEGATE {
        @Override
        double at(double a, double b) {
            return -a;
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = -a[k];
            }
        }
    },
    /** The exponential. */
    EXP {
        @Override
        double at(double a, double b) {
            return Math.exp(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.exp(a[k]);
            }
        }
    },
    /** The natural logarithm. */
    LOG {
        @Override
        double at(double a, double b) {
            return Math.log(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.log(a[k]);
            }
        }
    },
    /** The square root. */
    SQRT {
        @Override
        double at(double a, double b) {
            return Math.sqrt(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.sqrt(a[k]);
            }
        }
    },
    /** The sine. */
    SIN {
        @Override
        double at(double a, double b) {
            return Math.sin(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.sin(a[k]);
            }
        }
    },
    /** The cosine. */
    COS {
        @Override
        double at(double a, double b) {
            return Math.cos(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.cos(a[k]);
            }
        }
    },
    /** The hyperbolic tangent. StrictMath: the intrinsic of newer virtual machines has other last bits. */
    TANH {
        @Override
        double at(double a, double b) {
            return StrictMath.tanh(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = StrictMath.tanh(a[k]);
            }
        }
    },
    /** The absolute value; its derivative jumps where the argument vanishes. */
    ABS {
        @Override
        double at(double a, double b) {
            return Math.abs(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.abs(a[k]);
            }
        }
    },
    /** -1, 0 or 1: the derivative of {@link #ABS}. Formulas cannot name it. */
    SIGN {
        @Override
        double at(double a, double b) {
            return Math.signum(a);
        }

        @Override
        void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.signum(a[k]);
            }
        }
    };

    private static final List<Operation> FUNCTIONS = List.of(EXP, LOG, SQRT, SIN, COS, TANH, ABS);

    /** The value for two numbers. */
    abstract double at(double a, double b);

    /**
     * The values of the first {@code count} pairs.
     *
     * @param a not modified
     * @param b not modified
     * @param result modified
     */
    abstract void over(double[] a, double[] b, double[] result, int count);

    /** True for {@link #ADD} and {@link #MULTIPLY}, whose arguments may change places without changing a bit. */
    boolean commutative() {
        return this == ADD || this == MULTIPLY;
    }

    /** The function with the given name in formulas. */
    static Optional<Operation> function(String name) {
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
