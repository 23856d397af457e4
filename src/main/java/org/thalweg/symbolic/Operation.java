package org.thalweg.symbolic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    ADD {
        @Override
        public double at(double a, double b) {
            return a + b;
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] + b[k];
            }
        }
    },
    /** The difference. */
    SUBTRACT {
        @Override
        public double at(double a, double b) {
            return a - b;
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] - b[k];
            }
        }
    },
    /** The product. */
    MULTIPLY {
        @Override
        public double at(double a, double b) {
            return a * b;
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] * b[k];
            }
        }
    },
    /** The quotient. */
    DIVIDE {
        @Override
        public double at(double a, double b) {
            return a / b;
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = a[k] / b[k];
            }
        }
    },
    /** The power, by logarithms; whole exponents are compiled to products instead. */
    POWER {
        @Override
        public double at(double a, double b) {
            return Math.pow(a, b);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.pow(a[k], b[k]);
            }
        }
    },
    /** The negative. */
    NEGATE {
        @Override
        public double at(double a, double b) {
            return -a;
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = -a[k];
            }
        }
    },
    /** The exponential. */
    EXP {
        @Override
        public double at(double a, double b) {
            return Elementary.exp(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            Backend.current().exp(a, result, count);
        }
    },
    /** The natural logarithm. */
    LOG {
        @Override
        public double at(double a, double b) {
            return Elementary.log(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            Backend.current().log(a, result, count);
        }
    },
    /** The square root. */
    SQRT {
        @Override
        public double at(double a, double b) {
            return Math.sqrt(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.sqrt(a[k]);
            }
        }
    },
    /** The sine. */
    SIN {
        @Override
        public double at(double a, double b) {
            return Elementary.sin(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            Backend.current().sin(a, result, count);
        }
    },
    /** The cosine. */
    COS {
        @Override
        public double at(double a, double b) {
            return Elementary.cos(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            Backend.current().cos(a, result, count);
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        public double at(double a, double b) {
            return Elementary.tanh(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            Backend.current().tanh(a, result, count);
        }
    },
    /** The absolute value; its derivative jumps where the argument vanishes. */
    ABS {
        @Override
        public double at(double a, double b) {
            return Math.abs(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.abs(a[k]);
            }
        }
    },
    /** -1, 0 or 1: the derivative of {@link #ABS}. Formulas cannot name it. */
    SIGN {
        @Override
        public double at(double a, double b) {
            return Math.signum(a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = Math.signum(a[k]);
            }
        }
    };

    private static final List<Operation> FUNCTIONS = List.of(EXP, LOG, SQRT, SIN, COS, TANH, ABS);

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
