package org.thalweg.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.theory.bounds.BatchCurvatureBound;
import org.thalweg.theory.bounds.MinimumStability;
import org.thalweg.theory.bounds.SelectionBifurcation;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.law.Normalisability;

/**
 * An upper bound of the noise, as a learning rate or as a temperature.
 *
 * @param name short, for legends
 * @param learningRate the bound on eta, where it does not depend on the batch variance
 * @param temperature the bound on Delta = eta sigma2 / 2 otherwise
 * @param consequence what happens beyond it
 */
public record Bound(String name, OptionalDouble learningRate, OptionalDouble temperature, String consequence) {
    private static final String BIFURCATION = "selection bifurcation";
    private static final String NO_STATE = "no stationary state";
    private static final String STEP_SIZE = "step-size divergence";

    /** All bounds that a model has, the three kinds of docs/theory/bounds.md in their order. */
    public static List<Bound> all(Setting optimised) {
        if (!optimised.sgd().descends()) {
            return OptimiserBound.of(optimised).stream().toList();
        }
        if (!optimised.surface().geometry().valley()) {
            return ofMinimum(optimised);
        }
        PlainSetting setting = optimised.effective().atFirstOrder();
        List<Bound> bounds = new ArrayList<>();
        SelectionBifurcation bifurcation = SelectionBifurcation.of(setting);
        if (holds(bifurcation.hypotheses())) {
            bounds.add(ofTemperature(BIFURCATION, bifurcation.criticalTemperature().orElseThrow(),
                    "the most probable point leaves the sharp minimum for a flatter one"));
        }
        Normalisability normalisability = Normalisability.of(setting);
        if (holds(normalisability.hypotheses()) && Double.isFinite(normalisability.criticalTemperature())) {
            bounds.add(ofTemperature(NO_STATE, normalisability.criticalTemperature(),
                    "the stationary density is not normalisable: trajectories wander off along the valley"));
            bounds.add(ofTemperature("infinite mean flatness", normalisability.criticalTemperatureOfMeanFlatness(),
                    "the stationary mean of F is infinite"));
        }
        bounds.addAll(stepSizes(setting, optimised.sgd()));
        return List.copyOf(bounds);
    }

    private static List<Bound> stepSizes(PlainSetting setting, Sgd sgd) {
        StepSizeBound steps = StepSizeBound.of(setting);
        if (holds(steps.hypotheses())) {
            double product = sgd.largestStableProduct();
            return steps(0.5 * steps.stableBelow() * product, 0.5 * steps.divergentAbove() * product,
                    "eta lambda > " + plain(product));
        }
        BatchCurvatureBound batches = BatchCurvatureBound.of(setting);
        return holds(batches.hypotheses()) && sgd.momentum() == 0.0
                ? steps(batches.stableBelow(), batches.divergentAbove(), "eta (lambda + q / lambda) > 2, C_yy ~ q y^2,")
                : List.of();
    }

    private static List<Bound> steps(double stableBelow, double divergentAbove, String grow) {
        Bound expelled = ofLearningRate("expelled from the sharp part", stableBelow,
                "steps across the sharpest part of the valley grow: " + grow + " there");
        return Double.isFinite(divergentAbove)
                ? List.of(expelled, ofLearningRate("divergence", divergentAbove,
                        "steps grow even across the flattest part: everything diverges"))
                : List.of(expelled);
    }

    private static List<Bound> ofMinimum(Setting setting) {
        if (trained(setting)) {
            return List.of();
        }
        double product = setting.sgd().largestStableProduct();
        // A weight decay moves minima and adds to their curvature.
        Setting decayed = setting.sgd().weightDecay() > 0.0 ? setting.effective() : setting;
        return MinimumStability.of(decayed.surface(), decayed.start()).map(minimum -> ofLearningRate("unstable minimum",
                0.5 * minimum.stableBelow() * product,
                "steps away from the sharpest minimum grow: eta lambda > " + plain(product) + " there"))
                .map(List::of).orElse(List.of());
    }

    /** Of a network of more than two parameters nobody knows the minima before it is trained. */
    static boolean trained(Setting setting) {
        return setting.surface().task().isPresent() && setting.surface().dimension() > 2;
    }

    /** A number without zeros at its end. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Which of the three kinds a model does not have, and why. */
    public static Map<String, String> absent(Setting optimised) {
        Map<String, String> absent = new LinkedHashMap<>();
        if (!optimised.sgd().descends()) {
            absent.put(BIFURCATION + ", " + NO_STATE, "no diffusion is known for " + optimised.sgd().rule().kind());
            if (OptimiserBound.of(optimised).isEmpty()) {
                absent.put(STEP_SIZE, OptimiserBound.absence(optimised));
            }
            return absent;
        }
        if (!optimised.surface().geometry().valley()) {
            absent.put(BIFURCATION + ", " + NO_STATE, "the surface is not a valley");
            if (ofMinimum(optimised).isEmpty()) {
                absent.put(STEP_SIZE, trained(optimised) ? "the minima of a network are known after training"
                        + " (thalweg probe)" : !MinimumStability.searches(optimised.surface())
                        ? "no minimum is known, and of so many parameters none is looked for"
                        : "no minimum with a curvature: no step of bounded slopes grows"
                        + " without end");
            }
            return absent;
        }
        PlainSetting setting = optimised.effective().atFirstOrder();
        reason(SelectionBifurcation.of(setting).hypotheses()).ifPresent(why -> absent.put(BIFURCATION, why));
        Normalisability tails = Normalisability.of(setting);
        reason(tails.hypotheses()).or(() -> Double.isFinite(tails.criticalTemperature()) ? Optional.empty()
                : Optional.of("the floor confines at every temperature")).ifPresent(why -> absent.put(NO_STATE, why));
        if (stepSizes(setting, optimised.sgd()).isEmpty()) {
            absent.put(STEP_SIZE, reason(BatchCurvatureBound.of(setting).hypotheses())
                    .orElse("momentum under noise that grows with y"));
        }
        return absent;
    }

    private static Optional<String> reason(List<Hypothesis> hypotheses) {
        return hypotheses.stream().filter(h -> !h.holds()).findFirst()
                .map(h -> "it needs " + h.statement() + ": " + h.found());
    }

    /** The bound as a learning rate at the batch variance of a setting. */
    public double asLearningRate(Setting setting) {
        return learningRate.orElseGet(() -> setting.sgd().learningRate() * temperature.orElseThrow()
                / setting.temperatureAt(setting.start()));
    }

    private static Bound ofTemperature(String name, double temperature, String consequence) {
        return new Bound(name, OptionalDouble.empty(), OptionalDouble.of(temperature), consequence);
    }

    /** A bound on eta. */
    static Bound ofLearningRate(String name, double rate, String consequence) {
        return new Bound(name, OptionalDouble.of(rate), OptionalDouble.empty(), consequence);
    }

    private static boolean holds(List<Hypothesis> hypotheses) {
        return hypotheses.stream().allMatch(Hypothesis::holds);
    }
}
