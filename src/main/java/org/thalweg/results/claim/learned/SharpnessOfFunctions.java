package org.thalweg.results.claim.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Propagation;
import org.thalweg.network.Samples;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.SamSharpness;

/**
 * N12: sharpness is a property of the function that was learned [MMY25]: the same network from the same start, at equal
 * train loss, is the sharper the higher the frequency of the target is; Booth's function, which varies slowly, is flatter
 * than the fastest wave. Functions, range and network are choices of this project.
 */
public final class SharpnessOfFunctions implements LearningClaim {
    private static final String STATEMENT = "at equal train loss sharpness (the rise by one step of .05 up the gradient)"
            + " grows with the frequency of the function that was learned";

    private static final int FEWEST_SEEDS = 6;
    private static final int EPOCHS = 600;
    private static final int CHECKPOINTS = 301;
    private static final double LARGEST = 2e5;

    /** As that of sharpness-aware minimisation, and of the probe. */
    private static final double RADIUS = 0.05;

    /** Above the lowest loss that all come to, so that all pass it. */
    private static final double ABOVE = 1.05;

    /** A target that is not begun to be learned, of variance 1, has the loss 1/2. */
    private static final double UNLEARNED = 0.25;

    /** Periods along the diagonal. */
    private static final double[] FREQUENCIES = {0.5, 1.0, 1.5, 2.0};

    private final double[] frequencies;

    public SharpnessOfFunctions() {
        this(FREQUENCIES);
    }

    /** With waves of other frequencies, taken for these, to see that it is noticed. */
    SharpnessOfFunctions(double... frequencies) {
        this.frequencies = frequencies.clone();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Network network = LearningClaim.network(setting);
        boolean squares = network.architecture().output() == Output.MSE && network.architecture().outputs() == 1
                && !network.samples().haveClasses();
        int inputs = network.architecture().inputs();
        Ground ground = Ground.of(STATEMENT,
                new Hypothesis("one target, by squared distance", squares, squares ? "yes" : "no"),
                new Hypothesis("two inputs", inputs == 2, Integer.toString(inputs)),
                LearningClaim.steps(setting), LearningClaim.batches(setting), LearningClaim.small(setting, LARGEST));
        return ground.judge("N12", () -> judge(laboratory, setting, ground));
    }

    private List<Judgement> judge(Laboratory laboratory, Setting setting, Ground ground) {
        int seeds = LearningClaim.seeds(laboratory, FEWEST_SEEDS);
        Seed seed = Trainings.seed(laboratory, 12);
        Samples places = LearningClaim.network(setting).samples();
        List<double[]> targets = new ArrayList<>();
        for (double frequency : frequencies) {
            targets.add(TargetFunctions.wave(places, frequency));
        }
        targets.add(TargetFunctions.booth(places));
        boolean vary = targets.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        Ground varied = ground.and(
                new Hypothesis("every function varies over the samples", vary, vary ? "yes" : "no"));
        return varied.judge("N12", () -> learn(setting, places, targets, seed, seeds, varied));
    }

    private List<Judgement> learn(
            Setting setting, Samples places, List<double[]> targets, Seed seed, int seeds, Ground ground) {
        List<List<LossPath>> ways = new ArrayList<>();
        Ground ended = ground;
        for (double[] target : targets) {
            Setting learning = Trainings.over(setting, places.withTarget(target));
            List<List<double[]>> paths = Trainings.paths(
                    learning, EPOCHS * LearningClaim.epoch(setting), CHECKPOINTS, seed, seeds);
            ended = ended.and(Trainings.allEnded(paths, CHECKPOINTS));
            Propagation worker = LearningClaim.network(learning).bind();
            ways.add(paths.stream().map(path -> new LossPath(worker, path)).toList());
        }
        double level = ABOVE * ways.stream().flatMap(List::stream).mapToDouble(LossPath::lowest).max().orElseThrow();
        Ground all = ended.and(new Hypothesis("every function is learned to a loss of " + UNLEARNED,
                level <= UNLEARNED, Double.toString(level)));
        return all.judge("N12", () -> judge(ways, level, seeds, all));
    }

    private List<Judgement> judge(List<List<LossPath>> ways, double level, int seeds, Ground ground) {
        StreamingStatistics slopes = new StreamingStatistics();
        StreamingStatistics booth = new StreamingStatistics();
        IntStream.range(0, seeds).forEach(s -> {
            double[] sharpness = ways.stream().map(target -> target.get(s)).mapToDouble(way ->
                    Math.log(SamSharpness.oneStep(way.network(), way.at(level), RADIUS))).toArray();
            SimpleRegression line = new SimpleRegression();
            for (int k = 0; k < frequencies.length; k++) {
                line.addData(FREQUENCIES[k], sharpness[k]);
            }
            slopes.addValue(line.getSlope());
            booth.addValue(sharpness[frequencies.length - 1] - sharpness[frequencies.length]);
        });
        String mean = ", mean of " + seeds + " seeds";
        Prediction more = new Prediction.AtLeast(0.0);
        return List.of(ground.mean("N12 slope of ln sharpness against frequency" + mean, more, slopes),
                ground.mean("N12 ln sharpness of the fastest wave less that of Booth's function" + mean, more, booth));
    }
}
