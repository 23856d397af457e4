package org.thalweg.results.claim.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.ClaimExperiment;
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
    public String title() {
        return "O4 learners on a network";
    }

    @Override
    public boolean concerns(Setting setting) {
        return setting.surface().task().isPresent() && setting.sgd().rule() instanceof Decentralised;
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Decentralised rule = (Decentralised) setting.sgd().rule();
        List<Hypothesis> hypotheses = List.of(
                new Hypothesis("learners that spread", rule.learners() > 1 && rule.mixing() != Mixing.SYNCHRONOUS,
                        rule.brief()),
                new Hypothesis("each by plain SGD", rule.base().equals(GradientDescent.PLAIN), rule.base().kind()),
                Trainings.batches(setting), Trainings.derivatives(setting), Trainings.small(setting, LARGEST));
        return Applicability.silence("O4", STATEMENT, hypotheses)
                .orElseGet(() -> judge(laboratory, setting, rule, hypotheses));
    }

    private static List<Judgement> judge(
            Laboratory laboratory, Setting setting, Decentralised rule, List<Hypothesis> hypotheses) {
        int seeds = Trainings.seeds(laboratory, FEWEST_SEEDS);
        Seed seed = Trainings.seed(laboratory, 4);
        Training training = new Training(
                setting, (SampleNoise) setting.noise(), ITERATIONS, CHECKPOINTS, Optional.empty());
        List<List<Seen>> ways = IntStream.range(0, seeds).parallel()
                .mapToObj(s -> LearnersWatch.of(training, seed.child(s))).toList();
        long ended = ways.stream().filter(way -> way.size() == CHECKPOINTS).count();
        List<Hypothesis> all = Applicability.and(hypotheses,
                new Hypothesis("no training diverges", ended == seeds, ended + " of " + seeds + " ended"));
        return Applicability.silence("O4", STATEMENT, all).orElseGet(() -> {
            String mean = ", mean of " + seeds + " seeds";
            Measurement early = over(ways, 1, Seen::effectiveRate);
            Measurement whole = over(ways, CHECKPOINTS - PART, SpreadLearners::together);
            List<Judgement> judgements = new ArrayList<>();
            judgements.add(judge("O4 alpha_e / alpha, early" + mean, new Prediction.AtMost(1.0), early, all));
            judgements.add(judge("O4 alpha_e / alpha, late less early" + mean, new Prediction.AtLeast(0.0),
                    rise(ways), all));
            judgements.add(judge("O4 (Delta_S + Delta_2) / Delta, late" + mean,
                    new Prediction.Equals(1.0, RESOLUTION), whole, all));
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

    private static Measurement over(List<List<Seen>> ways, int from, ToDoubleFunction<Seen> number) {
        StreamingStatistics all = new StreamingStatistics();
        ways.forEach(way -> all.addValue(part(way, from, number)));
        return Measurement.mean(all);
    }

    private static Measurement rise(List<List<Seen>> ways) {
        StreamingStatistics all = new StreamingStatistics();
        ways.forEach(way -> all.addValue(part(way, CHECKPOINTS - PART, Seen::effectiveRate)
                - part(way, 1, Seen::effectiveRate)));
        return Measurement.mean(all);
    }

    /**
     * The same seeds with all learners at the average, where these hardly learn. Whether that is so is asked of other
     * seeds: those that are compared were not chosen for failing.
     */
    private static List<Judgement> beside(Setting setting, Decentralised rule, List<List<Seen>> ways, Seed seed,
            List<Hypothesis> hypotheses) {
        Setting together = setting.withSgd(setting.sgd().withRule(
                new Decentralised(rule.learners(), Mixing.SYNCHRONOUS, rule.base())));
        Propagation network = Trainings.network(setting).bind();
        long learned = ends(together, seed.child(PILOT), PILOTS).stream()
                .filter(end -> network.loss(end) <= LEARNED * network.loss(setting.start())).count();
        List<Hypothesis> all = Applicability.and(hypotheses, new Hypothesis(
                "learners at one place do not learn: fewer than half of " + PILOTS + " come to " + LEARNED
                        + " of the loss at the start", 2 * learned < PILOTS, learned + " do"));
        return Applicability.silence("O4 beside learners at one place", STATEMENT, all).orElseGet(() -> {
            List<double[]> ends = ends(together, seed, ways.size());
            StreamingStatistics less = new StreamingStatistics();
            for (int s = 0; s < ends.size(); s++) {
                less.addValue(Math.log(network.loss(ends.get(s)) / ways.get(s).get(CHECKPOINTS - 1).loss()));
            }
            return List.of(judge("O4 ln loss of learners at one place less that of learners that spread, mean of "
                    + ends.size() + " seeds", new Prediction.AtLeast(0.0), Measurement.mean(less), all));
        });
    }

    private static List<double[]> ends(Setting setting, Seed seed, int seeds) {
        return Trainings.paths(setting, ITERATIONS, 2, seed, seeds).stream()
                .map(path -> path.get(path.size() - 1)).toList();
    }

    private static Judgement judge(
            String id, Prediction prediction, Measurement measured, List<Hypothesis> hypotheses) {
        return new Claim(id, STATEMENT, hypotheses, prediction)
                .judge(measured, ErrorBudget.EMPTY.withSampling(measured));
    }
}
