package org.thalweg.results.claim.reduction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Family;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Progress;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.batch.BatchSampling;
import org.thalweg.results.Laboratory;
import org.thalweg.storage.Pieces;

/**
 * Claims that a network does what its measured valley predicts (docs/theory/measured-valley.md). The budget of each
 * names what the reduction leaves out, at the size that the measurement itself tells: one slow direction, so many sharp
 * ones, Gaussian noise with the variance of the floor, independent from step to step.
 */
public final class ValleyClaims {
    /** Of speeds, times and distances: a tenth. */
    private static final double RESOLUTION = 0.1;

    /** Of exponents: a quarter of what the valley says, small as it may be. */
    private static final double EXPONENT = 0.25;

    /** Of the logarithm of the flatness. */
    private static final double FLATNESS = 0.05;

    private final Trials trials;
    private final Shares shares;

    private ValleyClaims(Trials trials, Shares shares) {
        this.trials = trials;
        this.shares = shares;
    }

    /**
     * What was predicted and measured at each learning rate and batch size, and the verdicts.
     *
     * @param trials the run's own learning rate and batch size first
     */
    public record Findings(List<Trial> trials, double commonTime, double goal, Shares shares, Family family) {}

    /**
     * Runs the network and its valley, and judges.
     *
     * @param table of the valley
     * @param pieces trials that an interrupted run came to
     */
    public static Findings judge(
            Trials trials, Path table, Laboratory laboratory, Pieces pieces, Progress progress) {
        double goal = trials.goal();
        ValleyClaims claims = new ValleyClaims(trials, Shares.of(table, goal));
        List<Trial> found = trials.run(laboratory, pieces, progress);
        return new Findings(found, trials.commonTime(), goal, claims.shares, Family.of(claims.all(found)));
    }

    private List<Judgement> all(List<Trial> found) {
        Trial own = found.get(0);
        List<Judgement> all = new ArrayList<>();
        all.add(ratio("R1", "distance along the valley after the common time", own, Trial::predictedAdvance,
                Trial::measuredAdvance));
        all.add(ratio("R2", "learning time to the goal's flatness", own, Trial::predictedTime, Trial::measuredTime));
        all.add(flatness(own));
        for (String axis : List.of("learning rate", "batch size")) {
            boolean rates = axis.equals("learning rate");
            Predicate<Trial> varies = t -> rates ? t.batch() == own.batch() : t.learningRate() == own.learningRate();
            ToDoubleFunction<Trial> size = t -> rates ? t.learningRate() : t.batch();
            List<Trial> line = found.stream().filter(varies).toList();
            exponents("R4", "learning time to the goal's flatness against " + axis, line, size, Trial::predictedTime,
                    Trial::measuredTime, rates ? -1.0 : 1.0, 1.0, all);
            exponents("R5", "flatness after a fixed learning time against " + axis, line, size,
                    Trial::predictedFlatness, Trial::measuredFlatness, rates ? 1.0 : -1.0, advanceOfFlatness(), all);
        }
        all.add(spread(own));
        all.add(selection(own));
        return all;
    }

    private ErrorBudget reduction(double scale, Shares s, Measurement predicted, Measurement measured) {
        ErrorBudget budget = ErrorBudget.EMPTY.withSampling(measured)
                .withStatistical("particles of the valley", predicted.standardError())
                .withStatistical("errors of the profile", scale * s.profile())
                .withSystematic("reduction: one slow direction", scale * s.oneDirection())
                .withSystematic("reduction: " + trials.plan().sharp() + " sharp directions",
                        trials.plan().complete() ? 0.0 : scale * s.sharp());
        budget = budget.withSystematic("reduction: noise as on the floor", scale * s.unrest());
        boolean reshuffled = trials.plan().noise().sampling() == BatchSampling.RESHUFFLING;
        return budget.withSystematic("reduction: independent steps",
                scale * (reshuffled ? s.noise() : 0.0));
    }

    private Judgement ratio(String id, String statement, Trial trial, Function<Trial, Measurement> predicted,
            Function<Trial, Measurement> measured) {
        Measurement p = predicted.apply(trial);
        Measurement m = measured.apply(trial);
        Claim claim = new Claim(id, statement, List.of(arrive(p)), new Prediction.Equals(p.value(),
                RESOLUTION * Math.abs(p.value())));
        return claim.judge(m, reduction(Math.abs(p.value()), shares.at(trial.heat()), p, m));
    }

    private Judgement flatness(Trial own) {
        Measurement p = own.predictedFlatness().log();
        Measurement m = own.measuredFlatness().log();
        Claim claim = new Claim("R3", "ln of the flatness after that time", List.of(),
                new Prediction.Equals(p.value(), FLATNESS));
        return claim.judge(m, reduction(advanceOfFlatness(), shares, p, m));
    }

    /** ln F of the goal over that of the beginning: what all of the speed makes of the flatness. */
    private double advanceOfFlatness() {
        ValleyShape shape = trials.reduced().surface().geometry().shape().orElseThrow();
        return Math.log(shape.flatnessAt(trials.goal())
                / shape.flatnessAt(trials.reduced().domain().along().from()));
    }

    /**
     * An exponent by logarithms of three values, and its sign.
     *
     * @param weight what a change of the speed by its own size does to the logarithm of the value
     */
    private void exponents(String id, String statement, List<Trial> line, ToDoubleFunction<Trial> size,
            Function<Trial, Measurement> predicted, Function<Trial, Measurement> measured, double sign, double weight,
            List<Judgement> all) {
        Measurement p = exponent(line, size, predicted);
        Measurement m = exponent(line, size, measured);
        List<Hypothesis> hypotheses = List.of(arrive(p), new Hypothesis("three values of it", line.size() >= 3,
                Integer.toString(line.size())));
        Claim equality = new Claim(id, statement + ": exponent", hypotheses,
                new Prediction.Equals(p.value(), EXPONENT * Math.abs(p.value())));
        all.add(equality.judge(m, reduction(weight, onlyNoise(p.value(), weight), p, m)));
        Claim direction = new Claim(id, statement + ": sign", hypotheses,
                sign > 0.0 ? new Prediction.AtLeast(0.0) : new Prediction.AtMost(0.0));
        all.add(direction.judge(m, ErrorBudget.EMPTY.withSampling(m)));
    }

    /** Of exponents: the slope of the floor has none; what is missing of the speed takes its share of the exponent. */
    private Shares onlyNoise(double exponent, double weight) {
        double relative = Math.abs(exponent) / weight;
        return new Shares(shares.noise(), relative * shares.oneDirection(), shares.sharp(),
                shares.unrest(), relative * shares.profile());
    }

    private static Measurement exponent(
            List<Trial> line, ToDoubleFunction<Trial> size, Function<Trial, Measurement> value) {
        SimpleRegression fit = new SimpleRegression();
        double mean = line.stream().mapToDouble(t -> Math.log(size.applyAsDouble(t))).average().orElse(0.0);
        double squares = 0.0;
        double errors = 0.0;
        long samples = Long.MAX_VALUE;
        for (Trial t : line) {
            Measurement m = value.apply(t);
            if (!m.defined() || line.size() < 2) {
                return Measurement.UNDEFINED;
            }
            double away = Math.log(size.applyAsDouble(t)) - mean;
            fit.addData(away, Math.log(m.value()));
            squares += away * away;
            errors += Math.pow(away * m.log().standardError(), 2.0);
            samples = Math.min(samples, m.samples());
        }
        return new Measurement(fit.getSlope(), Math.sqrt(errors) / squares, samples);
    }

    /** The valley's noise does not turn with its walls, so that its places spread farther than those of a network. */
    private Judgement spread(Trial own) {
        Measurement p = own.predictedSpread();
        Measurement m = own.measuredSpread();
        Claim claim = new Claim("R6", "the variance of the place after that time is no larger", List.of(),
                new Prediction.AtMost(p.value()));
        return claim.judge(m, ErrorBudget.EMPTY.withSampling(m).withStatistical("particles of the valley",
                p.standardError()));
    }

    /** Of a law that stands there is something to select; a network under way has none. */
    private Judgement selection(Trial own) {
        double advance = own.measuredAdvance().value() / Math.sqrt(own.measuredSpread().value());
        boolean stands = Math.abs(advance) < 1.0;
        Claim claim = new Claim("R7", "selection exponent of the places", List.of(new Hypothesis(
                "the law of the places stands, the advance within its spread", stands,
                String.format(Locale.ROOT, "%.3g of its standard deviations", advance))),
                new Prediction.Silent("the network is under way along the valley, and its law does not stand: "
                        + String.format(Locale.ROOT, "it went %.3g standard deviations", advance)));
        return claim.judge(Measurement.UNDEFINED, ErrorBudget.EMPTY);
    }

    private static Hypothesis arrive(Measurement predicted) {
        return new Hypothesis("the valley says a number", predicted.defined(), Double.toString(predicted.value()));
    }
}
