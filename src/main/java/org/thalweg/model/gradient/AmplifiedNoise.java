package org.thalweg.model.gradient;

import java.util.OptionalDouble;
import org.thalweg.random.RandomStream;

/**
 * The noise of a stochastic variance amplified gradient ([LMA21]): of two independent gradients g1 and g2 the
 * combination (1 + r)/2 g1 + (1 - r)/2 g2 with r = sqrt(2 l - 1). Its mean is that of one gradient, its covariance l
 * times as large.
 *
 * <p>A sample is such a combination of two draws, whatever their law. Normal numbers stay normal, so that colouring
 * multiplies by sqrt(l) only.
 *
 * @param noise of one gradient, independent from one draw to the next
 * @param level l, at least 1
 */
record AmplifiedNoise(GradientNoise noise, int level) implements MultipliedNoise {
    @Override
    public double factor() {
        return level;
    }

    /** Both draws at their worst: (1 + r)/2 + |1 - r|/2 = r times. */
    @Override
    public OptionalDouble bound() {
        OptionalDouble one = noise.bound();
        return one.isPresent() ? OptionalDouble.of(one.getAsDouble() * root()) : one;
    }

    @Override
    public GradientNoise at(double time) {
        return new AmplifiedNoise(noise.at(time), level);
    }

    private double root() {
        return Math.sqrt(2.0 * level - 1.0);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        double[][] second = new double[dimension()][capacity];
        double ofFirst = 0.5 * (1.0 + root());
        double ofSecond = 0.5 * (1.0 - root());
        return new Kernel(this, capacity) {
            @Override
            public void sample(double[][] theta, int count, RandomStream random, double[][] noise) {
                other.sample(theta, count, random, noise);
                other.sample(theta, count, random, second);
                for (int i = 0; i < noise.length; i++) {
                    for (int k = 0; k < count; k++) {
                        noise[i][k] = ofFirst * noise[i][k] + ofSecond * second[i][k];
                    }
                }
            }
        };
    }

    @Override
    public String toString() {
        return noise + ", variance amplified " + level + " times";
    }
}
