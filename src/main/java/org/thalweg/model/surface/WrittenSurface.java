package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * A loss that is said once, as an expression of its coordinates; value, gradient, Hessian and block kernels follow from
 * it, exact but for rounding. Where the expression has a kink, derivatives are those of the side it belongs to.
 */
final class WrittenSurface {
    private final List<String> coordinates;
    private final List<Expression> gradient = new ArrayList<>();
    private final List<Expression> hessian = new ArrayList<>();
    private final Tape values;
    private final Tape gradients;
    private final Tape hessians;

    /**
     * A surface.
     *
     * @param loss of the variables 0, 1, ..., as many as {@code coordinates}
     */
    WrittenSurface(List<String> coordinates, Expression loss) {
        int dimension = coordinates.size();
        this.coordinates = List.copyOf(coordinates);
        for (int i = 0; i < dimension; i++) {
            gradient.add(Derivative.of(loss, i));
        }
        for (int i = 0; i < dimension; i++) {
            for (int j = i; j < dimension; j++) {
                hessian.add(Derivative.of(gradient.get(i), j));
            }
        }
        this.values = Tape.of(dimension, List.of(loss));
        this.gradients = Tape.of(dimension, gradient);
        this.hessians = Tape.of(dimension, hessian);
    }

    List<String> coordinates() {
        return coordinates;
    }

    /** One expression for each coordinate. */
    List<Expression> gradient() {
        return List.copyOf(gradient);
    }

    /** The upper triangle, row by row. */
    List<Expression> hessian() {
        return List.copyOf(hessian);
    }

    double value(double[] theta) {
        double[] value = new double[1];
        values.evaluate(theta, value);
        return value[0];
    }

    void gradient(double[] theta, double[] result) {
        gradients.evaluate(theta, result);
    }

    void hessian(double[] theta, double[][] result) {
        double[] triangle = new double[hessian.size()];
        hessians.evaluate(theta, triangle);
        int next = 0;
        for (int i = 0; i < result.length; i++) {
            for (int j = i; j < result.length; j++) {
                result[i][j] = triangle[next];
                result[j][i] = triangle[next];
                next++;
            }
        }
    }

    SurfaceKernel bind(int capacity) {
        TapeKernel valueKernel = values.bind(capacity);
        TapeKernel gradientKernel = gradients.bind(capacity);
        double[][] valueRow = new double[1][];
        return new SurfaceKernel() {
            @Override
            public void value(double[][] theta, int count, double[] value) {
                valueRow[0] = value;
                valueKernel.evaluate(theta, count, valueRow);
            }

            @Override
            public void gradient(double[][] theta, int count, double[][] result) {
                gradientKernel.evaluate(theta, count, result);
            }
        };
    }
}
