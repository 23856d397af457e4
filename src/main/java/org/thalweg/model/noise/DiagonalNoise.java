package org.thalweg.model.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.gradient.GaussianNoiseKernel;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.ByValue;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Positive;
import org.thalweg.symbolic.Substitution;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * Noise without correlations between coordinates, which says its variances once, as expressions of the coordinates;
 * covariance, colour and block kernel follow from them. Samples are normal numbers.
 */
abstract class DiagonalNoise extends ByValue implements GradientNoise {
    private final List<Expression> variances;
    private final double factor;
    /** Code for those that are no constants; null for the others. */
    private final List<Tape> variance;
    private final List<Tape> deviation;

    /**
     * Noise.
     *
     * @param variances C_ii, along the valley first: positive, of the forms that {@link Positive#root} knows
     */
    DiagonalNoise(List<Expression> variances) {
        this.variances = List.copyOf(variances);
        this.factor = 1.0;
        this.variance = tapes(variances);
        this.deviation = tapes(variances.stream().map(Positive::root).toList());
    }

    /** Other noise with all variances multiplied by a number: it shares what was derived. */
    DiagonalNoise(DiagonalNoise other, double factor) {
        this.variances = other.variances;
        this.factor = other.factor * factor;
        this.variance = times(other.variance, factor);
        this.deviation = times(other.deviation, Math.sqrt(factor));
    }

    /** Noise of constant variances. */
    static List<Expression> constants(double... variances) {
        return Arrays.stream(variances).<Expression>mapToObj(Expression.Constant::new).toList();
    }

    private static List<Tape> tapes(List<Expression> functions) {
        List<Tape> tapes = new ArrayList<>();
        for (Expression f : functions) {
            int variables = 1 + Substitution.variables(f).stream().max(Integer::compare).orElse(-1);
            tapes.add(f instanceof Expression.Constant ? null : Tape.of(variables, List.of(f)));
        }
        return tapes;
    }

    private static List<Tape> times(List<Tape> tapes, double factor) {
        List<Tape> scaled = new ArrayList<>();
        tapes.forEach(tape -> scaled.add(tape == null ? null : tape.times(factor)));
        return scaled;
    }

    @Override
    public final int dimension() {
        return variances.size();
    }

    /** Additive where all variances are constant. */
    @Override
    public final NoiseStructure structure() {
        return variance.stream().allMatch(tape -> tape == null) ? NoiseStructure.ADDITIVE : NoiseStructure.DIAGONAL;
    }

    @Override
    public final void covariance(double[] theta, double[][] covariance) {
        for (int i = 0; i < covariance.length; i++) {
            Arrays.fill(covariance[i], 0.0);
            covariance[i][i] = variance(i, theta);
        }
    }

    @Override
    public final double variance(int i, double[] theta) {
        if (variances.get(i) instanceof Expression.Constant c) {
            return factor * c.value();
        }
        double[] result = new double[1];
        variance.get(i).evaluate(theta, result);
        return result[0];
    }

    @Override
    public final Optional<List<Expression>> colour(List<Expression> white) {
        Expression root = new Expression.Constant(Math.sqrt(factor));
        List<Expression> coloured = new ArrayList<>();
        for (int i = 0; i < variances.size(); i++) {
            coloured.add(Algebra.product(Algebra.product(root, Positive.root(variances.get(i))), white.get(i)));
        }
        return Optional.of(coloured);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        int dimension = dimension();
        TapeKernel[] kernels = new TapeKernel[dimension];
        double[] constant = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            if (variances.get(i) instanceof Expression.Constant c) {
                constant[i] = Math.sqrt(factor * c.value());
            } else {
                kernels[i] = deviation.get(i).bind(capacity);
            }
        }
        double[][] row = new double[1][];
        return new GaussianNoiseKernel(dimension, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                for (int i = 0; i < dimension; i++) {
                    double[] to = coloured[i];
                    double[] from = white[i];
                    if (kernels[i] == null) {
                        scale(from, constant[i], to, count);
                    } else {
                        row[0] = to;
                        kernels[i].evaluate(theta, count, row);
                        multiply(from, to, count);
                    }
                }
            }
        };
    }

    private static void scale(double[] from, double factor, double[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] = factor * from[k];
        }
    }

    private static void multiply(double[] from, double[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] *= from[k];
        }
    }
}
