package org.thalweg.results.claim.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.training.LearnersWatch;
import org.thalweg.training.LearnersWatch.Seen;
import org.thalweg.training.Training;

/**
 * O4: learners that average with one another [ZLF21] take shorter steps along the gradient where the loss is rough over
 * their spread, early in training, and whole ones late; the noise of their average is that of batches and that of their
 * spread. And they learn at the model's learning rate where learners that all stay at the average do not.
 */
public final class SpreadLearners implements ClaimExperiment {
    private static final String STATEMENT = "many learners shorten their effective step early and not late, have the noise"
            + " of batches and of their spread, and learn where one with all their samples does not";

    private static final int FEWEST_SEEDS = 16;
    private static final int ITERATIONS = 300;
    private static final int CHECKPOINTS = 21;
    private static final double LARGEST = 2e6;

    /** Checkpoints of the early part, but the start, where learners are together; and of the late part. */
    private static final int PART = 5;

    /** Trainings that tell whether learners at one place learn, and the address of their random numbers. */
    private static final int PILOTS = 8;
    private static final long PILOT = 0x70696C;

    /** Of the loss at the start: what has learned nearly all. */
    private static final double LEARNED = 0.1;

    /** Of the whole noise: a difference that matters. */
    private static final double RESOLUTION = 0.2;

    @Override
    public boolean concerns(Setting setting) {
        return setting.surface().task().isPresent() && setting.sgd().rule() instanceof Decentralised;
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Decentralised rule = (Decentralised) setting.sgd().rule();
        Ground ground = Ground.of(STATEMENT,
                new Hypothesis("learners that spread", rule.learners() > 1 && rule.mixing() != Mixing.SYNCHRONOUS,
                        rule.brief()),
                new Hypothesis("each by plain SGD", rule.base().equals(GradientDescent.PLAIN), rule.base().kind()),
                LearningClaim.batches(setting), LearningClaim.derivatives(LearningClaim.network(setting)),
                LearningClaim.small(setting, LARGEST));
        return ground.judge("O4", () -> judge(laboratory, setting, rule, ground));
    }

    private static List<Judgement> judge(
            Laboratory laboratory, Setting setting, Decentralised rule, Ground ground) {
        int seeds = LearningClaim.seeds(laboratory, FEWEST_SEEDS);
        Seed seed = Trainings.seed(laboratory, 4);
        Training training = new Training(
                setting, (SampleNoise) setting.noise(), ITERATIONS, CHECKPOINTS, Optional.empty());
        List<List<Seen>> ways = IntStream.range(0, seeds).parallel()
                .mapToObj(s -> LearnersWatch.of(training, seed.child(s))).toList();
        long ended = ways.stream().filter(way -> way.size() == CHECKPOINTS).count();
        Ground all = ground.and(
                new Hypothesis("no training diverges", ended == seeds, ended + " of " + seeds + " ended"));
        return all.judge("O4", () -> {
            String mean = ", mean of " + seeds + " seeds";
            List<Judgement> judgements = new ArrayList<>(List.of(
                    all.mean("O4 alpha_e / alpha, early" + mean, new Prediction.AtMost(1.0),
                            over(ways, way -> part(way, 1, Seen::effectiveRate))),
                    all.mean("O4 alpha_e / alpha, late less early" + mean, new Prediction.AtLeast(0.0),
                            over(ways, way -> part(way, CHECKPOINTS - PART, Seen::effectiveRate)
                                    - part(way, 1, Seen::effectiveRate))),
                    all.mean("O4 (Delta_S + Delta_2) / Delta, late" + mean, new Prediction.Equals(1.0, RESOLUTION),
                            over(ways, way -> part(way, CHECKPOINTS - PART, SpreadLearners::together)))));
            judgements.addAll(beside(setting, rule, ways, seed, all));
            return judgements;
        });
    }

    private static double together(Seen seen) {
        return (seen.batchNoise() + seen.spreadNoise()) / seen.noise();
    }

    private static double part(List<Seen> way, int from, ToDoubleFunction<Seen> number) {
        return way.subList(from, from + PART).stream().mapToDouble(number).average().orElseThrow();
    }

    private static StreamingStatistics over(List<List<Seen>> ways, ToDoubleFunction<List<Seen>> number) {
        StreamingStatistics all = new StreamingStatistics();
        ways.forEach(way -> all.addValue(number.applyAsDouble(way)));
        return all;
    }

    /**
     * The same seeds with all learners at the average, where these hardly learn. Whether that is so is asked of other
     * seeds: those that are compared were not chosen for failing.
     */
    private static List<Judgement> beside(
            Setting setting, Decentralised rule, List<List<Seen>> ways, Seed seed, Ground ground) {
        Setting together = setting.withSgd(setting.sgd().withRule(
                new Decentralised(rule.learners(), Mixing.SYNCHRONOUS, rule.base())));
        Propagation network = LearningClaim.network(setting).bind();
        long learned = Trainings.ends(together, ITERATIONS, seed.child(PILOT), PILOTS).stream()
                .filter(end -> network.loss(end) <= LEARNED * network.loss(setting.start())).count();
        Ground all = ground.and(new Hypothesis(
                "learners at one place do not learn: fewer than half of " + PILOTS + " come to " + LEARNED
                        + " of the loss at the start", 2 * learned < PILOTS, learned + " do"));
        return all.judge("O4 beside learners at one place", () -> {
            List<double[]> ends = Trainings.ends(together, ITERATIONS, seed, ways.size());
            StreamingStatistics less = new StreamingStatistics();
            for (int s = 0; s < ends.size(); s++) {
                less.addValue(Math.log(network.loss(ends.get(s)) / ways.get(s).get(CHECKPOINTS - 1).loss()));
            }
            return List.of(all.mean("O4 ln loss of learners at one place less that of learners that spread, mean of "
                    + ends.size() + " seeds", new Prediction.AtLeast(0.0), less));
        });
    }
}
