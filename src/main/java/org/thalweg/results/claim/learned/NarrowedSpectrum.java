package org.thalweg.results.claim.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.model.optimiser.SpectralRange;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;

/**
 * O3: descent along the bound of the largest eigenvalue (hsr) narrows the spectrum of the Hessian [OSK26]: at equal loss,
 * from the same start and with the same batches, the range of eigenvalues is smaller than without, the more so the
 * stronger it is. How the paper weighs loss and bound is not known.
 */
public final class NarrowedSpectrum implements ClaimExperiment {
    private static final String STATEMENT = "at equal loss the stronger hsr is, the smaller is the range of eigenvalues of"
            + " the Hessian, largest less lowest";

    private static final int FEWEST_SEEDS = 6;
    private static final int EPOCHS = 60;
    private static final int CHECKPOINTS = 121;
    private static final double LARGEST = 4e5;

    /** Above the lowest loss that all come to, so that all pass it. */
    private static final double ABOVE = 1.02;

    /** Shares of the model's strength. */
    private static final double[] SHARES = {0.0, 0.5, 1.0};

    @Override
    public boolean concerns(Setting setting) {
        return setting.surface().task().isPresent() && setting.sgd().rule() instanceof SpectralRange;
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        double strength = ((SpectralRange) setting.sgd().rule()).strength();
        Ground ground = Ground.of(STATEMENT,
                new Hypothesis("a strength above 0", strength > 0.0, Double.toString(strength)),
                LearningClaim.batches(setting), LearningClaim.small(setting, LARGEST));
        return ground.judge("O3", () -> judge(laboratory, setting, ground));
    }

    private static List<Judgement> judge(Laboratory laboratory, Setting setting, Ground ground) {
        int seeds = LearningClaim.seeds(laboratory, FEWEST_SEEDS);
        Seed seed = Trainings.seed(laboratory, 3);
        SpectralRange rule = (SpectralRange) setting.sgd().rule();
        List<List<List<double[]>>> paths = new ArrayList<>();
        Ground ended = ground;
        for (double share : SHARES) {
            Setting weaker = setting.withSgd(
                    setting.sgd().withRule(new SpectralRange(share * rule.strength(), rule.base())));
            paths.add(Trainings.paths(weaker, EPOCHS * LearningClaim.epoch(setting), CHECKPOINTS, seed, seeds));
            ended = ended.and(Trainings.allEnded(paths.get(paths.size() - 1), CHECKPOINTS));
        }
        Ground all = ended;
        return all.judge("O3", () -> {
            double[][] ranges = IntStream.range(0, seeds).parallel().mapToObj(s -> ranges(setting,
                    paths.stream().map(p -> p.get(s)).toList(), seed.child(s))).toArray(double[][]::new);
            return List.of(judge(ranges, 0, 1, all), judge(ranges, 1, 2, all));
        });
    }

    /** Of one seed: ln of the range for each strength, at the same loss. */
    private static double[] ranges(Setting setting, List<List<double[]>> paths, Seed seed) {
        Propagation network = LearningClaim.network(setting).bind();
        List<LossPath> ways = paths.stream().map(path -> new LossPath(network, path)).toList();
        double level = ABOVE * ways.stream().mapToDouble(LossPath::lowest).max().orElseThrow();
        return ways.stream().mapToDouble(way -> {
            double[] values = new Lanczos(1, 1).of(NetworkMatrix.HESSIAN.at(network, way.at(level)), seed).values();
            return Math.log(values[0] - values[values.length - 1]);
        }).toArray();
    }

    private static Judgement judge(double[][] ranges, int weak, int strong, Ground ground) {
        StreamingStatistics change = new StreamingStatistics();
        for (double[] range : ranges) {
            change.addValue(range[strong] - range[weak]);
        }
        return ground.mean("O3 ln of the range, " + SHARES[strong] + " of the strength less " + SHARES[weak]
                + " of it, mean of " + ranges.length + " seeds", new Prediction.AtMost(0.0), change);
    }
}
