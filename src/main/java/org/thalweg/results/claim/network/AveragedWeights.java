package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.training.Training;
import org.thalweg.training.Window;

/**
 * A5: averaging the iterates of SGD lands on the flat side of a valley and lowers the test loss [HHY19]. The protocol
 * is the published one on a small scale: from the average over some epochs SGD goes on at a fiftieth of the learning
 * rate, down the train loss; on the line through both the train loss has a minimum, and the average lies on the flat
 * side if the loss there is lower than as far on the other side of the minimum. Both are judged by a sign test over
 * seeds.
 */
public final class AveragedWeights implements LearningClaim {
    private static final String STATEMENT = "the average of SGD's iterates lies on the flat side of the train loss, and"
            + " its test loss is lower than that of the last iterate: in more than half of all seeds";

    /** Epochs that are averaged over, and then those at the small learning rate (published: 100 and 50). */
    private static final int EPOCHS = 50;
    private static final double SMALLER = 0.02;

    /** A minimum farther away, in distances of the two points, has nothing to do with them (published: up to 3). */
    private static final double FARTHEST = 8.0;

    /** Slopes of the line that are asked for, at most. */
    private static final int SLOPES = 200;

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Ground tested = new Ground(STATEMENT, TrainedNetworks.trainable(setting)).and(LearningClaim.tested(setting));
        return TrainedNetworks.judge("A5", tested, () -> TrainedNetworks.settled(laboratory, setting),
                (networks, ground) -> judge(networks, NetworkPoints.seed(laboratory, 8), ground));
    }

    /**
     * What one seed says.
     *
     * @param fall of the logarithm of the test loss, from the last iterate to the average
     * @param asymmetry of the line, the average's side the flat one; empty where there is no minimum
     */
    private record Found(double fall, Optional<Double> asymmetry) {}

    private static List<Judgement> judge(TrainedNetworks networks, Seed seed, Ground ground) {
        List<Found> found = IntStream.range(0, networks.seeds()).parallel()
                .mapToObj(s -> found(networks.setting(), networks.ends().get(s), seed.child(s))).toList();
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(ground.signs("A5 share of seeds in which averaging lowers the test loss", 0.0,
                found.stream().mapToDouble(Found::fall).toArray()));
        double[] sides = found.stream().flatMap(f -> f.asymmetry().stream()).mapToDouble(Double::doubleValue).toArray();
        Ground all = ground.and(new Hypothesis(
                "a minimum of the train loss on the line from the average to SGD's solution, from each seed",
                sides.length == found.size(), sides.length + " of " + found.size()));
        judgements.addAll(all.judge("A5 flat side", () -> List.of(
                all.signs("A5 share of seeds in which the average lies on the flat side", 0.0, sides))));
        return judgements;
    }

    private static Found found(Setting setting, double[] end, Seed seed) {
        LearningTask task = setting.surface().task().orElseThrow();
        Propagation train = task.train().bind();
        Propagation test = task.test().orElseThrow().bind();
        double[] last = end.clone();
        double[] average = new double[last.length];
        Window window = window(setting);
        window.literal(train, last, seed.child(0), theta -> {
            for (int i = 0; i < theta.length; i++) {
                average[i] += theta[i] / window.iterations();
            }
        });
        double[] solution = average.clone();
        window(setting.withLearningRate(SMALLER * setting.sgd().learningRate()))
                .literal(train, solution, seed.child(1), theta -> { });
        double[] there = new double[last.length];
        double[] gradient = new double[last.length];
        UnivariateFunction loss = t -> train.loss(between(average, solution, t, there));
        UnivariateFunction slope = t -> {
            train.lossAndGradient(between(average, solution, t, there), gradient);
            double sum = 0.0;
            for (int i = 0; i < gradient.length; i++) {
                sum += gradient[i] * (solution[i] - average[i]);
            }
            return sum;
        };
        return new Found(Math.log(test.loss(last) / test.loss(average)), asymmetry(loss, slope));
    }

    private static Window window(Setting setting) {
        SampleNoise noise = (SampleNoise) setting.noise();
        long iterations = EPOCHS * LearningClaim.epoch(setting);
        return new Window(new Training(setting, noise, iterations, 2, Optional.empty()), iterations);
    }

    /**
     * A = (R - R0) / (R + R0) of the loss on a line: R0 its rise from the minimum to the place 0, R to as far on the
     * other side.
     *
     * @param slope its derivative
     * @return empty without a minimum at a place &gt; 0 within reach
     */
    static Optional<Double> asymmetry(UnivariateFunction loss, UnivariateFunction slope) {
        double to = 1.0;
        while (to < FARTHEST && slope.value(to) < 0.0) {
            to *= 2.0;
        }
        if (!(slope.value(0.0) < 0.0 && slope.value(to) > 0.0)) {
            return Optional.empty();
        }
        double place = new BrentSolver(1e-6).solve(SLOPES, slope, 0.0, to);
        double least = loss.value(place);
        double here = loss.value(0.0) - least;
        double opposite = loss.value(2.0 * place) - least;
        return Optional.of((opposite - here) / (Math.abs(opposite) + Math.abs(here)));
    }

    private static double[] between(double[] a, double[] b, double t, double[] there) {
        Arrays.setAll(there, i -> a[i] + t * (b[i] - a[i]));
        return there;
    }
}
