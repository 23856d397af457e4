package org.thalweg.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Setting;
import org.thalweg.theory.Normalisability;
import org.thalweg.theory.SelectionBifurcation;
import org.thalweg.theory.StepSizeBound;

/**
 * An upper bound of the noise, as a learning rate or as a temperature.
 *
 * @param name short, for legends
 * @param learningRate the bound on eta, where it does not depend on the batch variance
 * @param temperature the bound on Delta = eta sigma2 / 2 otherwise
 * @param consequence what happens beyond it
 */
public record Bound(String name, OptionalDouble learningRate, OptionalDouble temperature, String consequence) {
    /** All bounds that a model has, the three kinds of docs/theory/bounds.md in their order. */
    public static List<Bound> all(Setting optimised) {
        Setting setting = optimised.effective().atFirstOrder();
        double product = optimised.sgd().largestStableProduct();
        List<Bound> bounds = new ArrayList<>();
        SelectionBifurcation bifurcation = SelectionBifurcation.of(setting);
        if (holds(bifurcation.hypotheses())) {
            bounds.add(ofTemperature("selection bifurcation", bifurcation.criticalTemperature().orElseThrow(),
                    "the most probable point leaves the sharp minimum for a flatter one"));
        }
        Normalisability normalisability = Normalisability.of(setting);
        if (holds(normalisability.hypotheses()) && Double.isFinite(normalisability.criticalTemperature())) {
            bounds.add(ofTemperature("no stationary state", normalisability.criticalTemperature(),
                    "the stationary density is not normalisable: trajectories wander off along the valley"));
            bounds.add(ofTemperature("infinite mean flatness", normalisability.criticalTemperatureOfMeanFlatness(),
                    "the stationary mean of F is infinite"));
        }
        StepSizeBound steps = StepSizeBound.of(setting);
        if (holds(steps.hypotheses())) {
            bounds.add(ofLearningRate("expelled from the sharp part", 0.5 * steps.stableBelow() * product,
                    "steps across the sharpest part of the valley grow: eta lambda > "
                            + BigDecimal.valueOf(product).stripTrailingZeros().toPlainString() + " there"));
            if (Double.isFinite(steps.divergentAbove())) {
                bounds.add(ofLearningRate("divergence", 0.5 * steps.divergentAbove() * product,
                        "steps grow even across the flattest part: everything diverges"));
            }
        }
        return List.copyOf(bounds);
    }

    /** The bound as a learning rate at the batch variance of a setting. */
    public double asLearningRate(Setting setting) {
        return learningRate.orElseGet(() -> setting.sgd().learningRate() * temperature.orElseThrow()
                / setting.temperatureAt(setting.start()));
    }

    private static Bound ofTemperature(String name, double temperature, String consequence) {
        return new Bound(name, OptionalDouble.empty(), OptionalDouble.of(temperature), consequence);
    }

    private static Bound ofLearningRate(String name, double rate, String consequence) {
        return new Bound(name, OptionalDouble.of(rate), OptionalDouble.empty(), consequence);
    }

    private static boolean holds(List<Hypothesis> hypotheses) {
        return hypotheses.stream().allMatch(Hypothesis::holds);
    }
}
