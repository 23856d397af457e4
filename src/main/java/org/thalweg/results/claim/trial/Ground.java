package org.thalweg.results.claim.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;

/**
 * What a claim stands on: its statement, and the hypotheses known so far. An experiment finds more of them on its way,
 * and goes on as long as they hold: where one fails the claim is silent before more work is done for it.
 *
 * @param statement the claim in words
 * @param hypotheses conditions under which it is made
 */
public record Ground(String statement, List<Hypothesis> hypotheses) {
    /** An immutable copy. */
    public Ground {
        hypotheses = List.copyOf(hypotheses);
    }

    /** With some hypotheses. */
    public static Ground of(String statement, Hypothesis... hypotheses) {
        return new Ground(statement, List.of(hypotheses));
    }

    /** With more hypotheses. */
    public Ground and(Hypothesis... more) {
        return and(List.of(more));
    }

    /** With more hypotheses. */
    public Ground and(List<Hypothesis> more) {
        List<Hypothesis> all = new ArrayList<>(hypotheses);
        all.addAll(more);
        return new Ground(statement, all);
    }

    /** The same hypotheses under another statement. */
    public Ground saying(String other) {
        return new Ground(other, hypotheses);
    }

    /**
     * Judges where all hypotheses hold; otherwise a single NOT_APPLICABLE.
     *
     * @param id of the claim that is silent
     */
    public List<Judgement> judge(String id, Supplier<List<Judgement>> experiment) {
        return hypotheses.stream().filter(h -> !h.holds()).findFirst().map(failing -> List.of(
                claim(id, new Prediction.Silent(failing.toString())).judge(Measurement.UNDEFINED, ErrorBudget.EMPTY)))
                .orElseGet(experiment);
    }

    /** A claim on this ground. */
    public Claim claim(String id, Prediction prediction) {
        return new Claim(id, statement, hypotheses, prediction);
    }

    /** Held against a measurement that is off by sampling alone. */
    public Judgement sampled(String id, Prediction prediction, Measurement measured) {
        return claim(id, prediction).judge(measured, ErrorBudget.EMPTY.withSampling(measured));
    }

    /** Held against the mean over independent repetitions. */
    public Judgement mean(String id, Prediction prediction, StreamingStatistics over) {
        return sampled(id, prediction, Measurement.mean(over));
    }

    /** Held against the mean over independent repetitions, from both sides. */
    public List<Judgement> between(String id, double least, double most, StreamingStatistics over) {
        return List.of(mean(id + ", lower bound", new Prediction.AtLeast(least), over),
                mean(id + ", upper bound", new Prediction.AtMost(most), over));
    }

    /**
     * A sign test: a number is above {@code zero} in more than half of all seeds, by how many of those at hand. The
     * share is a binomial one, by its normal law and half a seed: that errs on the careful side wherever it decides.
     * Seeds whose number is {@code zero} itself have no sign and do not count; where one has no number nothing is known.
     *
     * @param values of the number, one for each seed
     */
    public Judgement signs(String id, double zero, double... values) {
        double[] signed = Arrays.stream(values).filter(v -> v != zero).toArray();
        String name = id + ", of " + signed.length + " seeds";
        if (signed.length == 0 || Arrays.stream(signed).anyMatch(Double::isNaN)) {
            return sampled(name, new Prediction.AtLeast(0.5), Measurement.UNDEFINED);
        }
        long above = Arrays.stream(signed).filter(v -> v > zero).count();
        double half = 0.5 / signed.length;
        return claim(name, new Prediction.AtLeast(0.5)).judge(
                Measurement.fraction(above, signed.length),
                ErrorBudget.EMPTY.withStatistical("seeds", half * Math.sqrt(signed.length))
                        .withSystematic("seeds, whole numbers", half));
    }

    /** Held against a computed number that has one error. */
    public Judgement computed(String id, Prediction prediction, double value, String source, double error) {
        return claim(id, prediction).judge(
                Measurement.computed(value, error), ErrorBudget.EMPTY.withSystematic(source, error));
    }
}
