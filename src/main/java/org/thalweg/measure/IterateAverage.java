package org.thalweg.measure;

import org.thalweg.refusal.Refusal;

/**
 * An average of the iterates of one path: what is handed on instead of the last iterate.
 *
 * <p>The recorded iterates of a path are averaged; a path recorded at every step is averaged exactly.
 */
public sealed interface IterateAverage {
    /**
     * The average of a path.
     *
     * @param steps the iterations that were recorded, increasing; not modified
     * @param theta shape [dimension][steps.length]; not modified
     * @return one number for each coordinate; NaN where no iterate counts
     */
    default double[] of(long[] steps, double[][] theta) {
        double[] weight = weights(steps);
        double[] average = new double[theta.length];
        double total = 0.0;
        for (double w : weight) {
            total += w;
        }
        for (int i = 0; i < average.length; i++) {
            for (int k = 0; k < weight.length; k++) {
                average[i] += weight[k] * theta[i][k];
            }
            average[i] /= total;
        }
        return average;
    }

    /** The weights of the recorded iterates, up to a common factor. */
    double[] weights(long[] steps);

    /** The weight of the iterate after a step, while a path is followed step by step. */
    double weight(long step);

    /** What the weights of all earlier iterates are multiplied by at a step. */
    default double kept() {
        return 1.0;
    }

    /**
     * Tail averaging (Polyak and Ruppert): the plain mean of all iterates after step {@code after}; the running average
     * of all of them for {@code after} = -1.
     *
     * @param after the last step that is left out
     */
    record Tail(long after) implements IterateAverage {
        @Override
        public double weight(long step) {
            return step > after ? 1.0 : 0.0;
        }

        @Override
        public double[] weights(long[] steps) {
            double[] weight = new double[steps.length];
            for (int k = 0; k < weight.length; k++) {
                weight[k] = weight(steps[k]);
            }
            return weight;
        }
    }

    /**
     * Exponential moving average, m &lt;- beta m + (1 - beta) w at every step, freed of its start by division by 1 -
     * beta^(k + 1). Between records the iterate counts as unchanged.
     *
     * @param decay beta, at least 0 and below 1; the memory is 1/(1 - beta) steps long
     */
    record Exponential(double decay) implements IterateAverage {
        /** Refuses decays that are none. */
        public Exponential {
            if (!(decay >= 0.0 && decay < 1.0)) {
                throw new Refusal("decay " + decay + ": must be at least 0 and below 1");
            }
        }

        @Override
        public double weight(long step) {
            return 1.0 - decay;
        }

        @Override
        public double kept() {
            return decay;
        }

        @Override
        public double[] weights(long[] steps) {
            double[] weight = new double[steps.length];
            for (int k = 0; k < weight.length; k++) {
                long last = k + 1 < weight.length ? steps[k + 1] - 1 : steps[k];
                long end = steps[steps.length - 1];
                weight[k] = Math.pow(decay, end - last) - Math.pow(decay, end - steps[k] + 1);
            }
            return weight;
        }
    }

    /**
     * Stochastic weight averaging (Izmailov et al. 2018): one iterate of each cycle, its last, from step {@code first}
     * on. With a cyclic learning rate that is where the rate is lowest; with a constant rate a cycle is an epoch.
     *
     * @param first the first step that counts
     * @param cycle steps of a cycle
     */
    record CycleEnds(long first, long cycle) implements IterateAverage {
        /** Refuses cycles without steps. */
        public CycleEnds {
            if (cycle < 1) {
                throw new Refusal("cycle of " + cycle + " steps: must be at least 1");
            }
        }

        @Override
        public double weight(long step) {
            return step >= first && (step - first) % cycle == 0 ? 1.0 : 0.0;
        }

        @Override
        public double[] weights(long[] steps) {
            double[] weight = new double[steps.length];
            for (int k = 0; k < weight.length; k++) {
                weight[k] = weight(steps[k]);
            }
            return weight;
        }
    }
}
