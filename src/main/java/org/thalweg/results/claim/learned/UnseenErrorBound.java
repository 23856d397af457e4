package org.thalweg.results.claim.learned;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.GaussianPrior;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.PacBayes;

/**
 * N9: the curvature where training ends bounds the error on samples that were not seen [LGZCB20], see {@link PacBayes}:
 * of two classes by less than a half, and by less than where labels are random and nothing can be learned.
 */
public final class UnseenErrorBound implements LearningClaim {
    private static final String STATEMENT = "the PAC-Bayes bound by the Hessian tells two classes apart, bound < 1/2, and"
            + " knows learning from remembering: it is larger by .05 at least where labels are random";

    private static final int FEWEST_SEEDS = 5;
    private static final int EPOCHS = 100;

    /** Samples below which a bound of half a thousand parameters says nothing. */
    private static final int FEWEST_SAMPLES = 1000;

    private static final double LARGEST = 2e6;
    private static final double LEARNED = 0.05;
    private static final double APART = 0.05;

    private final double guess;

    public UnseenErrorBound() {
        this(0.5);
    }

    /** With another bound than 1/2, to see that it is noticed. */
    UnseenErrorBound(double guess) {
        this.guess = guess;
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Network network = LearningClaim.network(setting);
        boolean alone = !network.architecture().batchNorm();
        boolean one = setting.startDistribution().isEmpty();
        int classes = network.samples().outputs();
        Ground ground = Ground.of(STATEMENT, LearningClaim.steps(setting), LearningClaim.batches(setting),
                LearningClaim.classes(setting),
                new Hypothesis("two classes", classes == 2, Integer.toString(classes)),
                new Hypothesis("samples are independent", alone, alone ? "yes" : "batch normalisation"),
                LearningClaim.derivatives(LearningClaim.network(setting)),
                new Hypothesis("one start, which has seen no sample", one, one ? "yes" : "drawn anew"),
                new Hypothesis("at least " + FEWEST_SAMPLES + " samples", network.samples().count() >= FEWEST_SAMPLES,
                        Integer.toString(network.samples().count())),
                LearningClaim.small(setting, LARGEST));
        return ground.judge("N9", () -> judge(laboratory, setting, ground));
    }

    private List<Judgement> judge(Laboratory laboratory, Setting setting, Ground ground) {
        int seeds = LearningClaim.seeds(laboratory, FEWEST_SEEDS);
        Seed seed = Trainings.seed(laboratory, 9);
        List<double[]> ends = Trainings.ends(setting, EPOCHS * LearningClaim.epoch(setting), seed, seeds);
        Propagation bound = LearningClaim.network(setting).bind();
        double wrong = ends.stream().mapToDouble(bound::errorRate).max().orElse(1.0);
        Ground all = ground.and(new Hypothesis(
                "at most " + LEARNED + " of the samples wrong after " + EPOCHS + " epochs from each of " + seeds
                        + " seeds", wrong <= LEARNED, Double.toString(wrong)));
        return all.judge("N9", () -> {
            List<PacBayes> known = bounds(setting, ends, seed);
            Setting unknown = Trainings.over(setting, LearningClaim.network(setting).samples()
                    .withLabels(drawn(LearningClaim.network(setting), seed)));
            List<PacBayes> random = bounds(
                    unknown, Trainings.ends(unknown, EPOCHS * LearningClaim.epoch(setting), seed, seeds), seed);
            StreamingStatistics bounds = new StreamingStatistics();
            StreamingStatistics apart = new StreamingStatistics();
            for (int s = 0; s < seeds; s++) {
                bounds.addValue(known.get(s).bound());
                apart.addValue(random.get(s).bound() - known.get(s).bound());
            }
            String mean = ", mean of " + seeds + " seeds";
            return List.of(all.mean("N9 bound" + mean, new Prediction.AtMost(guess), bounds),
                    all.mean("N9 bound of random labels less that of true ones" + mean,
                            new Prediction.AtLeast(APART), apart));
        });
    }

    /** Each class as likely. */
    private static int[] drawn(Network network, Seed seed) {
        RandomStream random = seed.stream(Purpose.DATA, 0);
        int[] labels = new int[network.samples().count()];
        Arrays.setAll(labels, n -> (int) (random.nextDouble() * network.samples().outputs()));
        return labels;
    }

    private static List<PacBayes> bounds(Setting setting, List<double[]> ends, Seed seed) {
        Network network = LearningClaim.network(setting);
        GaussianPrior prior = GaussianPrior.about(network.architecture(), setting.start());
        return IntStream.range(0, ends.size()).parallel().mapToObj(s -> {
            Propagation worker = network.bind();
            double[] curvature = PacBayes.diagonal(NetworkMatrix.HESSIAN.at(worker, ends.get(s)));
            return PacBayes.of(worker, ends.get(s), curvature, prior, seed.child(s));
        }).toList();
    }
}
