package org.thalweg.model.surface;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.quantity.Quantity;

/** Whether a walker is at x &gt; 0 after the last step; its mean is P(x &gt; 0), which a density knows too. */
record FinalSide(Quantity quantity) implements PathQuantity {
    /** Only the end counts; the last hundredth holds it, however few the steps. */
    @Override
    public double leftOut() {
        return 0.99;
    }

    @Override
    public Optional<ToDoubleFunction<double[]>> averaged() {
        return Optional.of(theta -> theta[0] > 0.0 ? 1.0 : 0.0);
    }

    @Override
    public PathTally bind(int capacity) {
        double[] last = new double[capacity];
        return new PathTally() {
            @Override
            public void reset(int particles) {}

            @Override
            public void add(double time, double[][] theta, int[] particle, int count) {
                for (int k = 0; k < count; k++) {
                    last[particle[k]] = theta[0][k];
                }
            }

            @Override
            public double value(int particle) {
                return last[particle] > 0.0 ? 1.0 : 0.0;
            }
        };
    }
}
