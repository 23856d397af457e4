package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Substitution;
import org.thalweg.symbolic.Tape;

/** A part of a {@link WrittenSurface}: an expression of few of the coordinates, its first and second derivatives. */
final class WrittenPart {
    /** The coordinates, in increasing order. */
    private final int[] place;
    /** By the places, in their order; of all coordinates. */
    private final List<Expression> slopes;
    private final double factor;
    /** Code of the places as variables 0, 1, ... */
    private final Tape value;
    private final Tape gradient;
    /** The upper triangle, row by row; made when first asked for. */
    private volatile Tape hessian;

    /**
     * A part.
     *
     * @param loss of all coordinates
     * @param variables those that it depends on, in increasing order
     */
    WrittenPart(Expression loss, List<Integer> variables) {
        this.place = variables.stream().mapToInt(Integer::intValue).toArray();
        this.slopes = variables.stream().map(v -> Derivative.of(loss, v)).toList();
        this.factor = 1.0;
        this.value = tape(List.of(loss));
        this.gradient = tape(slopes);
    }

    private WrittenPart(WrittenPart other, double factor) {
        this.place = other.place;
        this.slopes = other.slopes;
        this.factor = other.factor * factor;
        this.value = other.value.times(factor);
        this.gradient = other.gradient.times(factor);
    }

    /** The part times a number, by the same code. */
    WrittenPart times(double number) {
        return new WrittenPart(this, number);
    }

    private Tape tape(List<Expression> expressions) {
        int last = place.length == 0 ? -1 : place[place.length - 1];
        List<Expression> local = new ArrayList<>();
        for (int v = 0, next = 0; v <= last; v++) {
            local.add(new Expression.Variable(next));
            next += place[next] == v ? 1 : 0;
        }
        return Tape.of(place.length, last < place.length ? expressions
                : expressions.stream().map(e -> Substitution.of(e, local)).toList());
    }

    /** The coordinates that it depends on; not to be modified. */
    int[] places() {
        return place;
    }

    /** The loss, over blocks of the places. */
    Tape values() {
        return value;
    }

    /** One slope for each place, over blocks of the places. */
    Tape gradients() {
        return gradient;
    }

    double value(double[] theta) {
        double[] result = new double[1];
        value.evaluate(local(theta), result);
        return result[0];
    }

    void addGradient(double[] theta, double[] sum) {
        double[] result = new double[place.length];
        gradient.evaluate(local(theta), result);
        for (int i = 0; i < place.length; i++) {
            sum[place[i]] += result[i];
        }
    }

    void addHessian(double[] theta, double[][] sum) {
        double[] triangle = new double[place.length * (place.length + 1) / 2];
        hessian().evaluate(local(theta), triangle);
        int next = 0;
        for (int i = 0; i < place.length; i++) {
            for (int j = i; j < place.length; j++) {
                sum[place[i]][place[j]] += triangle[next];
                sum[place[j]][place[i]] = sum[place[i]][place[j]];
                next++;
            }
        }
    }

    private double[] local(double[] theta) {
        if (theta.length == place.length) {
            return theta;
        }
        double[] point = new double[place.length];
        for (int i = 0; i < place.length; i++) {
            point[i] = theta[place[i]];
        }
        return point;
    }

    private Tape hessian() {
        Tape known = hessian;
        if (known == null) {
            List<Expression> triangle = new ArrayList<>();
            for (int i = 0; i < place.length; i++) {
                for (int j = i; j < place.length; j++) {
                    triangle.add(Derivative.of(slopes.get(i), place[j]));
                }
            }
            known = tape(triangle).times(factor);
            hessian = known;
        }
        return known;
    }

    /** Adds the slopes to those of all coordinates. */
    void addSlopes(Expression[] sum) {
        for (int i = 0; i < place.length; i++) {
            sum[place[i]] = Algebra.sum(sum[place[i]],
                    Algebra.product(new Expression.Constant(factor), slopes.get(i)));
        }
    }

    Expression curvature(int i, int j) {
        for (int k = 0; k < place.length; k++) {
            if (place[k] == i) {
                return Algebra.product(new Expression.Constant(factor), Derivative.of(slopes.get(k), j));
            }
        }
        return Algebra.ZERO;
    }
}
