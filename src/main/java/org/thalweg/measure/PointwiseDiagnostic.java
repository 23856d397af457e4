package org.thalweg.measure;

import java.util.function.ToDoubleFunction;
import org.thalweg.quantity.Quantity;

/** Any function of the state. */
record PointwiseDiagnostic(Quantity quantity, ToDoubleFunction<double[]> function, Dependence dependence)
        implements Diagnostic {
    @Override
    public double at(double[] theta) {
        return function.applyAsDouble(theta);
    }

    @Override
    public DiagnosticKernel bind(int capacity) {
        double[] values = new double[capacity];
        return (theta, count) -> {
            double[] point = new double[theta.length];
            for (int p = 0; p < count; p++) {
                for (int i = 0; i < point.length; i++) {
                    point[i] = theta[i][p];
                }
                values[p] = at(point);
            }
            return values;
        };
    }
}
