package org.thalweg.results.claim.network;

import java.util.List;
import java.util.Locale;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * N4: mean and variance of the change of the loss by one step of literal SGD are those of the expansion in the learning
 * rate with exact Hessian and covariance of the batches [LGZCB20]. The mean's part of second order, which is a small
 * part of it, is judged by itself: a step's change plus eta g . g_B has that mean.
 *
 * <p>Steps are those of the model, or as many times halved as it takes: until no unit passes a kink in a pilot of
 * steps, as a loss of pieces has no second order that reaches beyond one, and until the third and fourth order along
 * them, by values of the loss alone, are a small share. What is left is in the budget. Where no halving makes them
 * small the expansion says nothing about steps of this size.
 */
public final class OneStepMoments implements LearningClaim {
    private static final String STATEMENT =
            "E dL = -eta |g|^2 + (eta^2/2)(g H g + tr H C), Var dL = eta^2 w C w - eta^3 E (w.xi)(xi H xi) + (eta^4/4)"
            + " Var(xi H xi), w = g - eta H g";

    /** Draws of a small network for each trajectory of an ensemble: 4e5 for the 4096 of the command. */
    private static final int DRAWS_A_PARTICLE = 100;
    private static final double FULL = 4e5;

    /**
     * Samples times parameters that go through a network for each trajectory of an ensemble, in a millisecond or so.
     */
    private static final double WORK_A_PARTICLE = 4e6;
    private static final int FEWEST = 32;

    /** Samples times parameters beyond which even the fewest draws take minutes. */
    private static final double LARGEST = 4e8;
    private static final int PILOT = 128;
    private static final int MOST_HALVINGS = 30;

    /** Shares of mean and variance, and of the part of second order, that higher orders may be. */
    private static final double SMALL = 1e-3;
    private static final double SMALL_OF_PART = 1e-2;

    /** Of mean and variance by 4e5 draws, and of the part; fewer draws resolve less, down to a quarter. */
    private static final double RESOLUTION = 1e-2;
    private static final double RESOLUTION_OF_PART = 5e-2;
    private static final double COARSEST = 0.25;

    /** A few dozen samples know their own scatter badly. */
    private static final double FEW_SAMPLES = 1.5;

    /** What higher orders make of the three numbers at a learning rate: bounds. */
    private record HigherOrders(double learningRate, double mean, double variance, boolean small) {}

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        boolean batches = setting.noise() instanceof SampleNoise;
        double spread = setting.noise() instanceof SampleNoise n
                ? n.sampling().variance(n.batch(), n.task().samples()) : 0.0;
        double once = (double) LearningClaim.network(setting).samples().count() * setting.surface().dimension();
        Ground ground = Ground.of(STATEMENT,
                NetworkPoints.sampleGradients(setting),
                new Hypothesis("samples x parameters <= " + LARGEST, once <= LARGEST, Double.toString(once)),
                new Hypothesis("noise of mini-batches of the samples", batches, setting.noise().toString()),
                new Hypothesis("batches that differ: C is not 0", spread > 0.0,
                        "C is " + spread + " times that of a sample"),
                new Hypothesis("plain SGD, without momentum and weight decay", setting.sgd().plain(),
                        setting.sgd().plain() ? "plain" : "momentum " + setting.sgd().momentum() + ", weight decay "
                                + setting.sgd().weightDecay()));
        return ground.judge("N4", () -> judge(laboratory, setting, once, ground));
    }

    private static List<Judgement> judge(Laboratory laboratory, Setting setting, double once, Ground ground) {
        double[] theta = NetworkPoints.start(laboratory, setting);
        Seed seed = NetworkPoints.seed(laboratory, 4);
        SampleNoise noise = (SampleNoise) setting.noise();
        SampleNoise followed = (SampleNoise) laboratory.followed(setting).noise();
        double work = WORK_A_PARTICLE * laboratory.particles();
        int draws = (int) Math.max(FEWEST, Math.min((double) DRAWS_A_PARTICLE * laboratory.particles(), work / once));
        int traced = (int) Math.max(FEWEST, 0.1 * work / once);
        OneStepExpansion expansion = OneStepExpansion.of(noise, theta, traced, seed);
        HigherOrders higher = higherOrders(followed, theta, setting.sgd().learningRate(), seed.child(1),
                Math.min(PILOT, Math.max(FEWEST, draws / 16)));
        Ground known = ground.and(new Hypothesis(
                "third and fourth order of a step, halved up to " + MOST_HALVINGS + " times, a small share",
                higher.small(), "at eta = " + higher.learningRate()));
        return known.judge("N4", () -> sampled(
                known, expansion, higher, new OneStepDraws(followed, theta, seed.child(2)), draws));
    }

    private static HigherOrders higherOrders(
            SampleNoise noise, double[] theta, double learningRate, Seed seed, int draws) {
        Kinks kinks = new Kinks(noise.task().train(), theta);
        double eta = learningRate;
        for (int halvings = 0; ; halvings++) {
            boolean last = halvings == MOST_HALVINGS;
            if (last || !passes(new OneStepDraws(noise, theta, seed), kinks, eta, draws)) {
                HigherOrders found = higherOrders(new OneStepDraws(noise, theta, seed), eta, draws);
                if (last || found.small()) {
                    return found;
                }
            }
            eta *= 0.5;
        }
    }

    private static boolean passes(OneStepDraws steps, Kinks kinks, double eta, int draws) {
        for (int draw = 0; draw < draws; draw++) {
            steps.next();
            if (steps.passes(kinks, eta)) {
                return true;
            }
        }
        return false;
    }

    private static HigherOrders higherOrders(OneStepDraws steps, double eta, int draws) {
        StreamingStatistics change = new StreamingStatistics();
        StreamingStatistics part = new StreamingStatistics();
        StreamingStatistics beyond = new StreamingStatistics();
        StreamingStatistics without = new StreamingStatistics();
        for (int draw = 0; draw < draws; draw++) {
            steps.next();
            double whole = steps.change(eta);
            double rest = steps.beyondSecondOrder(eta);
            change.addValue(whole);
            part.addValue(whole + eta * steps.slope());
            beyond.addValue(rest);
            without.addValue(whole - rest);
        }
        // Half as much again as what is seen, and what so few draws leave open.
        double mean = 1.5 * Math.abs(beyond.getMean()) + 3.0 * beyond.getStandardDeviation() / Math.sqrt(draws);
        double spread = change.getStandardDeviation() * beyond.getStandardDeviation();
        double variance = 1.5 * Math.abs(change.getVariance() - without.getVariance())
                + 6.0 * spread / Math.sqrt(draws);
        boolean small = mean <= steps.rounding() + SMALL * Math.abs(change.getMean())
                && mean <= steps.rounding() + SMALL_OF_PART * Math.abs(part.getMean())
                && variance <= ofVariance(steps, change.getStandardDeviation()) + SMALL * change.getVariance();
        return new HigherOrders(eta, mean, variance, small);
    }

    private static List<Judgement> sampled(Ground ground, OneStepExpansion expansion, HigherOrders higher,
            OneStepDraws steps, int draws) {
        double eta = higher.learningRate();
        double[] changes = new double[draws];
        StreamingStatistics change = new StreamingStatistics();
        StreamingStatistics part = new StreamingStatistics();
        for (int draw = 0; draw < draws; draw++) {
            steps.next();
            changes[draw] = steps.change(eta);
            change.addValue(changes[draw]);
            part.addValue(changes[draw] + eta * steps.slope());
        }
        StreamingStatistics squares = new StreamingStatistics();
        for (double one : changes) {
            squares.addValue((one - change.getMean()) * (one - change.getMean()));
        }
        String where = String.format(
                Locale.ROOT, " of the change of loss by one step, eta = %.4g, %d draws", eta, draws);
        double coarser = Math.max(1.0, Math.sqrt(FULL / draws));
        Measurement curvature = expansion.curvaturePart(eta);
        Measurement mean = expansion.mean(eta);
        Measurement variance = expansion.variance(eta);
        ErrorBudget ofMean = ErrorBudget.EMPTY.withSystematic("higher orders", higher.mean())
                .withSystematic("rounding", steps.rounding());
        ErrorBudget chosen = curvature.standardError() > 0.0
                ? ofMean.withStatistical("choice of samples for tr H C",
                        FEW_SAMPLES * curvature.standardError()) : ofMean;
        ErrorBudget ofVariance = ErrorBudget.EMPTY.withSystematic("higher orders", higher.variance())
                .withSystematic("fourth moment of the noise", variance.standardError())
                .withSystematic("rounding", ofVariance(steps, Math.sqrt(variance.value())));
        return List.of(
                judgement("N4 mean" + where, ground, mean.value(),
                        share(RESOLUTION * coarser) * expansion.sizeOfMean(eta), Measurement.mean(change), chosen),
                judgement("N4 second order of the mean" + where, ground, curvature.value(),
                        share(RESOLUTION_OF_PART * coarser) * Math.abs(curvature.value()), Measurement.mean(part),
                        chosen),
                judgement("N4 variance" + where, ground, variance.value(),
                        share(RESOLUTION * coarser) * variance.value(), covering(variance.value(), squares),
                        ofVariance));
    }

    /** What rounding r of each change can make of their variance s^2: 2 r s + r^2. */
    private static double ofVariance(OneStepDraws steps, double deviation) {
        return steps.rounding() * (2.0 * deviation + steps.rounding());
    }

    private static double share(double resolution) {
        return Math.min(COARSEST, resolution);
    }

    /**
     * A variance from squared deviations. Where they happen to be small so does their scatter: the error is at least
     * that of normal numbers of the variance that is claimed, as with a score test.
     */
    private static Measurement covering(double claimed, StreamingStatistics squares) {
        double n = squares.getN();
        Measurement plain = Measurement.mean(squares).times(n / (n - 1.0));
        double error = Math.max(plain.standardError(), claimed * Math.sqrt(2.0 / (n - 1.0)));
        return new Measurement(plain.value(), error, plain.samples());
    }

    private static Judgement judgement(String id, Ground ground, double predicted, double resolution,
            Measurement measured, ErrorBudget budget) {
        return ground.claim(id, new Prediction.Equals(predicted, resolution))
                .judge(measured, budget.withSampling(measured));
    }
}
