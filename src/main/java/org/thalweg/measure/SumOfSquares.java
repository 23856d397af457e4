package org.thalweg.measure;

import java.util.Arrays;
import org.thalweg.quantity.Quantity;

/** The sum of the squares of the coordinates {@code from} (inclusive) to {@code to} (exclusive). */
record SumOfSquares(Quantity quantity, int from, int to, Dependence dependence) implements Diagnostic {
    @Override
    public double at(double[] theta) {
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            sum += theta[i] * theta[i];
        }
        return sum;
    }

    @Override
    public DiagnosticKernel bind(int capacity) {
        double[] sum = new double[capacity];
        return (theta, count) -> {
            Arrays.fill(sum, 0, count, 0.0);
            for (int i = from; i < to; i++) {
                add(theta[i], sum, count);
            }
            return sum;
        };
    }

    private static void add(double[] row, double[] sum, int count) {
        for (int p = 0; p < count; p++) {
            sum[p] += row[p] * row[p];
        }
    }
}
