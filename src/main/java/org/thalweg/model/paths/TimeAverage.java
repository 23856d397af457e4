package org.thalweg.model.paths;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.thalweg.quantity.Quantity;

/** The mean of a function of the state over the steps of a path. */
record TimeAverage(Quantity quantity, double leftOut, IntFunction<BlockFunction> worker) implements PathQuantity {
    @Override
    public Optional<ToDoubleFunction<double[]>> averaged() {
        return Optional.of(this::at);
    }

    private double at(double[] theta) {
        double[][] block = new double[theta.length][1];
        for (int i = 0; i < theta.length; i++) {
            block[i][0] = theta[i];
        }
        double[] value = new double[1];
        worker.apply(1).evaluate(block, 1, value);
        return value[0];
    }

    @Override
    public PathTally bind(int capacity) {
        BlockFunction function = worker.apply(capacity);
        double[] value = new double[capacity];
        double[] sum = new double[capacity];
        long[] steps = new long[capacity];
        return new PathTally() {
            @Override
            public void reset(int particles) {
                Arrays.fill(sum, 0.0);
                Arrays.fill(steps, 0);
            }

            @Override
            public void add(double time, double[][] theta, int[] particle, int count) {
                function.evaluate(theta, count, value);
                for (int slot = 0; slot < count; slot++) {
                    sum[particle[slot]] += value[slot];
                    steps[particle[slot]]++;
                }
            }

            @Override
            public double value(int particle) {
                return sum[particle] / steps[particle];
            }
        };
    }
}
