package org.thalweg.network;

import java.util.Arrays;
import java.util.Locale;
import org.thalweg.compute.BlockMath;

/**
 * What a hidden unit makes of its input u: phi(u), with its first derivative (slope) and second (bend).
 *
 * <p>The slope of {@link #RELU} and {@link #SHIFTED_RELU} at the kink is 0, the bend 0 everywhere: that of the pieces.
 * NaN stays NaN, so that a diverged network is seen to be one.
 */
public enum Activation {
    /** tanh u. */
    TANH {
        @Override
        void apply(BlockMath math, double[] u, double[] slope, int count) {
            math.tanh(u, u, count);
        }

        @Override
        void timesSlope(BlockMath math, double[] value, double[] slope, double[] q, double[] result, int count) {
            for (int i = 0; i < count; i++) {
                result[i] = (1.0 - value[i] * value[i]) * q[i];
            }
        }

        @Override
        void bend(double[] value, double[] slope, double[] bend, int count) {
            for (int i = 0; i < count; i++) {
                bend[i] = -2.0 * value[i] * (1.0 - value[i] * value[i]);
            }
        }
    },
    /** The larger of u and 0. */
    RELU {
        @Override
        double bound() {
            return 0.0;
        }
    },
    /** ln(1 + e^u), from w = 1 + e^-|u| as (ln w) e^-|u| / (w - 1), which is exact to rounding however small it is. */
    SOFTPLUS {
        @Override
        boolean keepsSlope() {
            return true;
        }

        @Override
        void timesSlope(BlockMath math, double[] value, double[] slope, double[] q, double[] result, int count) {
            for (int i = 0; i < count; i++) {
                result[i] = slope[i] * q[i];
            }
        }

        @Override
        void apply(BlockMath math, double[] u, double[] slope, int count) {
            for (int i = 0; i < count; i++) {
                slope[i] = -Math.abs(u[i]);
            }
            math.exp(slope, slope, count);
            double[] logarithm = new double[count];
            for (int i = 0; i < count; i++) {
                logarithm[i] = 1.0 + slope[i];
            }
            math.log(logarithm, logarithm, count);
            for (int i = 0; i < count; i++) {
                double e = slope[i];
                double w = 1.0 + e;
                double part = w == 1.0 ? e : logarithm[i] * (e / (w - 1.0));
                slope[i] = (u[i] >= 0.0 ? 1.0 : e) / w;
                u[i] = Math.max(u[i], 0.0) + part;
            }
        }

        @Override
        void bend(double[] value, double[] slope, double[] bend, int count) {
            for (int i = 0; i < count; i++) {
                bend[i] = slope[i] * (1.0 - slope[i]);
            }
        }
    },
    /** 1 / (1 + e^-u). */
    SIGMOID {
        @Override
        void apply(BlockMath math, double[] u, double[] slope, int count) {
            for (int i = 0; i < count; i++) {
                u[i] = -u[i];
            }
            math.exp(u, u, count);
            for (int i = 0; i < count; i++) {
                u[i] = 1.0 / (1.0 + u[i]);
            }
        }

        @Override
        void timesSlope(BlockMath math, double[] value, double[] slope, double[] q, double[] result, int count) {
            for (int i = 0; i < count; i++) {
                result[i] = value[i] * (1.0 - value[i]) * q[i];
            }
        }

        @Override
        void bend(double[] value, double[] slope, double[] bend, int count) {
            for (int i = 0; i < count; i++) {
                bend[i] = value[i] * (1.0 - value[i]) * (1.0 - 2.0 * value[i]);
            }
        }
    },
    /** The larger of u and -1. */
    SHIFTED_RELU {
        @Override
        double bound() {
            return -1.0;
        }
    },
    /** u: a linear network. */
    IDENTITY {
        @Override
        void apply(BlockMath math, double[] u, double[] slope, int count) {
            // phi(u) = u
        }

        @Override
        void timesSlope(BlockMath math, double[] value, double[] slope, double[] q, double[] result, int count) {
            System.arraycopy(q, 0, result, 0, count);
        }
    };

    /** The name in model files: "shifted-relu". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where phi(a u) = a phi(u) for every a &gt; 0: then weights can be moved between layers. */
    public boolean positivelyHomogeneous() {
        return this == RELU || this == IDENTITY;
    }

    /** True where phi is two times differentiable everywhere. */
    public boolean smooth() {
        return this != RELU && this != SHIFTED_RELU;
    }

    /** The kink of those that are not smooth: phi is the larger of u and this. */
    double bound() {
        throw new UnsupportedOperationException(key() + " has no kink");
    }

    /** Whether phi' is more than a product or two of phi, so that it is kept. */
    boolean keepsSlope() {
        return false;
    }

    /**
     * Replaces the first {@code count} inputs by phi of them.
     *
     * @param u modified: inputs, then values
     * @param slope modified: phi', where it is kept
     */
    void apply(BlockMath math, double[] u, double[] slope, int count) {
        math.raise(u, 0, bound(), count);
    }

    /**
     * Multiplies by phi'; on the lower side of a kink 0, whatever the factor.
     *
     * @param value phi(u); not modified
     * @param slope phi', where it is kept; not modified
     * @param q not modified, unless it is the result
     * @param result modified: the first {@code count} entries
     */
    void timesSlope(BlockMath math, double[] value, double[] slope, double[] q, double[] result, int count) {
        math.pass(value, bound(), q, result, count);
    }

    /**
     * The second derivative of the first {@code count} units from what {@link #apply} has left.
     *
     * @param bend modified; neither {@code value} nor {@code slope}, which are not
     */
    void bend(double[] value, double[] slope, double[] bend, int count) {
        Arrays.fill(bend, 0, count, 0.0);
    }
}
