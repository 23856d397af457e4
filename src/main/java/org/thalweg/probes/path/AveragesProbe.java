package org.thalweg.probes.path;

import java.util.List;
import org.thalweg.network.Evaluation;
import org.thalweg.probes.face.Between;
import org.thalweg.probes.face.PathProbe;
import org.thalweg.probes.face.Readings;
import org.thalweg.refusal.Refusal;

/**
 * The network whose weights are an average of those of the checkpoints: of all that are looked at (stochastic weight
 * averaging [Izm18]), of the later half of them, or with weights that fall by a tenth for each checkpoint back.
 */
public final class AveragesProbe extends PathProbe {
    private static final double KEPT = 0.9;

    public AveragesProbe() {
        super("averages", "average_train_loss", "average_train_error", "average_test_loss", "average_test_error",
                "tail_average_train_loss", "tail_average_train_error", "tail_average_test_loss",
                "tail_average_test_error", "exponential_average_train_loss", "exponential_average_train_error",
                "exponential_average_test_loss", "exponential_average_test_error");
    }

    @Override
    public void measure(List<double[]> path, Between between, Readings readings) {
        if (path.size() < 2) {
            throw new Refusal("probe averages: a single checkpoint is its own average; give --at all");
        }
        double[] weights = new double[path.size()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = 1.0;
        }
        add("average", weights, path, between, readings);
        for (int k = 0; k < weights.length; k++) {
            weights[k] = k >= path.size() / 2 ? 1.0 : 0.0;
        }
        add("tail_average", weights, path, between, readings);
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.pow(KEPT, path.size() - 1.0 - k);
        }
        add("exponential_average", weights, path, between, readings);
    }

    private static void add(String name, double[] weights, List<double[]> path, Between between, Readings readings) {
        double[] average = new double[path.get(0).length];
        double sum = 0.0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k];
            for (int i = 0; i < average.length; i++) {
                average[i] += weights[k] * path.get(k)[i];
            }
        }
        for (int i = 0; i < average.length; i++) {
            average[i] /= sum;
        }
        put(name + "_train", between.train(average, average, 0.0), readings);
        if (between.plan().task().test().isPresent()) {
            put(name + "_test", between.test(average, average, 0.0), readings);
        }
    }

    private static void put(String name, Evaluation found, Readings readings) {
        readings.add(name + "_loss", found.loss());
        if (Double.isFinite(found.errorRate())) {
            readings.add(name + "_error", found.errorRate());
        }
    }
}
