package org.thalweg.measure;

import java.util.Arrays;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.ProfileKernel;
import org.thalweg.quantity.Quantity;

/** The flatness of a valley at the first coordinate: {@link ValleyShape#flatnessAt(double)}. */
record FlatnessDiagnostic(ValleyShape shape) implements Diagnostic {
    @Override
    public Quantity quantity() {
        return Quantity.MEAN_FLATNESS;
    }

    @Override
    public Dependence dependence() {
        return Dependence.ALONG;
    }

    @Override
    public double at(double[] theta) {
        return shape.flatnessAt(theta[0]);
    }

    @Override
    public DiagnosticKernel bind(int capacity) {
        double[] value = new double[capacity];
        double[] slope = new double[capacity];
        if (shape.sharpDirections() == 1) {
            ProfileKernel flatness = shape.flatness().get(0).bind(capacity);
            return (theta, count) -> {
                flatness.evaluate(theta[0], count, value, slope);
                return value;
            };
        }
        ProfileKernel[] all = shape.flatness().stream().map(f -> f.bind(capacity)).toArray(ProfileKernel[]::new);
        double[] mean = new double[capacity];
        return (theta, count) -> {
            Arrays.fill(mean, 0, count, 0.0);
            for (ProfileKernel flatness : all) {
                flatness.evaluate(theta[0], count, value, slope);
                for (int p = 0; p < count; p++) {
                    mean[p] += Math.log(value[p]);
                }
            }
            for (int p = 0; p < count; p++) {
                mean[p] = Math.exp(mean[p] / all.length);
            }
            return mean;
        };
    }
}
