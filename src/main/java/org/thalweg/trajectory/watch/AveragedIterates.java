package org.thalweg.trajectory.watch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.thalweg.measure.IterateAverage;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.quantity.Quantity;

/**
 * What handing on the average of a path's iterates does to the loss: the loss there, the average of the losses of the
 * iterates by the same weights, and their difference, particle by particle. On a convex loss the difference is never
 * negative (Jensen); on a parabola it is that of the variance of the iterates about their average.
 *
 * @param quantity one of the three
 */
public record AveragedIterates(Quantity quantity, IterateAverage average, LossSurface surface)
        implements PathQuantity {
    /** The three quantities of an average. */
    public static List<PathQuantity> of(IterateAverage average, LossSurface surface) {
        return Stream.of(Quantity.LOSS_OF_AVERAGE, Quantity.AVERAGE_OF_LOSS, Quantity.GAIN_OF_AVERAGING)
                .<PathQuantity>map(quantity -> new AveragedIterates(quantity, average, surface)).toList();
    }

    /** Nothing: the weights of the average say what counts. */
    @Override
    public double leftOut() {
        return 0.0;
    }

    @Override
    public PathTally bind(int capacity) {
        return new Tally(capacity);
    }

    /** Sums of the iterates and of their losses, and of the weights. */
    private final class Tally implements PathTally {
        private final SurfaceKernel kernel;
        private final double[][] sum;
        private final double[] loss;
        private final double[] losses;
        private double total;
        private long step;

        Tally(int capacity) {
            this.kernel = surface.bind(capacity);
            this.sum = new double[surface.dimension()][capacity];
            this.loss = new double[capacity];
            this.losses = new double[capacity];
        }

        @Override
        public void reset(int particles) {
            for (double[] row : sum) {
                Arrays.fill(row, 0.0);
            }
            Arrays.fill(losses, 0.0);
            total = 0.0;
            step = 0;
        }

        @Override
        public void add(double time, double[][] theta, int[] particle, int count) {
            step++;
            double kept = average.kept();
            double weight = average.weight(step);
            total = kept * total + weight;
            if (kept == 1.0 && weight == 0.0) {
                return;
            }
            kernel.value(theta, count, loss);
            for (int slot = 0; slot < count; slot++) {
                losses[particle[slot]] = kept * losses[particle[slot]] + weight * loss[slot];
            }
            for (int i = 0; i < sum.length; i++) {
                for (int slot = 0; slot < count; slot++) {
                    sum[i][particle[slot]] = kept * sum[i][particle[slot]] + weight * theta[i][slot];
                }
            }
        }

        @Override
        public double value(int particle) {
            double[] mean = new double[sum.length];
            Arrays.setAll(mean, i -> sum[i][particle] / total);
            double there = surface.value(mean);
            double along = losses[particle] / total;
            return quantity.equals(Quantity.LOSS_OF_AVERAGE) ? there
                    : quantity.equals(Quantity.AVERAGE_OF_LOSS) ? along : along - there;
        }
    }
}
