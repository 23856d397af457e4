package org.thalweg.results.claim.learned;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.network.Weights;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * N10: a network that multiplies by the signs of its weights alone learns nearly as well as one with real weights
 * [MMWS19], both trained by the steps of the model from the same start. The margins are those of this project; published
 * ones are of convolutional networks.
 */
public final class OneBitWeights implements LearningClaim {
    private static final String STATEMENT = "one-bit weights cost at most 1.5 points of the error on samples to train on,"
            + " and 3 points on samples to test on";

    private static final int FEWEST_SEEDS = 6;
    private static final int EPOCHS = 150;
    private static final double LARGEST = 2e7;
    private static final double OF_TRAIN = 0.015;
    private static final double OF_TEST = 0.03;

    private final Weights compared;

    public OneBitWeights() {
        this(Weights.REAL);
    }

    /** Beside other weights than real ones, to see what is made of no difference. */
    OneBitWeights(Weights compared) {
        this.compared = compared;
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        LearningTask task = setting.surface().task().orElseThrow();
        Weights weights = task.train().architecture().weights();
        Ground ground = Ground.of(STATEMENT,
                new Hypothesis("one-bit weights", weights == Weights.ONE_BIT, weights.key()),
                LearningClaim.steps(setting), LearningClaim.batches(setting), LearningClaim.classes(setting),
                LearningClaim.tested(setting), LearningClaim.small(setting, LARGEST));
        return ground.judge("N10", () -> judge(laboratory, setting, task, ground));
    }

    private List<Judgement> judge(Laboratory laboratory, Setting setting, LearningTask task, Ground ground) {
        int seeds = LearningClaim.seeds(laboratory, FEWEST_SEEDS);
        Seed seed = Trainings.seed(laboratory, 10);
        Architecture other = task.train().architecture().with(compared);
        Network train = new Network(other, task.train().samples());
        LearningTask beside = new LearningTask(
                train, Optional.of(train.testedOn(task.test().orElseThrow().samples())), task.data());
        List<double[]> bits = errors(setting, task, seed, seeds);
        List<double[]> reals = errors(Trainings.over(setting, beside), beside, seed, seeds);
        return List.of(judge("train", 0, OF_TRAIN, bits, reals, ground),
                judge("test", 1, OF_TEST, bits, reals, ground));
    }

    /** Of each seed: errors on samples to train on and to test on; 1 where training diverged. */
    private static List<double[]> errors(Setting setting, LearningTask task, Seed seed, int seeds) {
        List<List<double[]>> paths =
                Trainings.paths(setting, EPOCHS * LearningClaim.epoch(setting), 2, seed, seeds);
        Propagation train = task.train().bind();
        Propagation test = task.test().orElseThrow().bind();
        return IntStream.range(0, seeds).mapToObj(s -> {
            double[] end = paths.get(s).get(paths.get(s).size() - 1);
            return paths.get(s).size() < 2 ? new double[] {1.0, 1.0}
                    : new double[] {train.errorRate(end), test.errorRate(end)};
        }).toList();
    }

    private static Judgement judge(
            String name, int which, double most, List<double[]> bits, List<double[]> reals, Ground ground) {
        StreamingStatistics more = new StreamingStatistics();
        IntStream.range(0, bits.size()).forEach(s -> more.addValue(bits.get(s)[which] - reals.get(s)[which]));
        return ground.mean("N10 " + name + " error of one-bit weights less that of real ones, mean of " + bits.size()
                + " seeds", new Prediction.AtMost(most), more);
    }
}
