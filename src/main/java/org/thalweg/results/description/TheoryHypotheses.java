package org.thalweg.results.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.theory.AsymmetricBias;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.GeneralNoise;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.escape.ConvergenceTime;

/** Which theories speak of a setting, and whether what they suppose holds there. */
public final class TheoryHypotheses {
    private TheoryHypotheses() {}

    /** By the name of the theory; empty where none speaks of the setting. */
    public static Map<String, List<Hypothesis>> of(Setting setting) {
        if (setting.surface().geometry().valley() && setting.sgd().diffuses()) {
            return ofValley(setting.effective().atFirstOrder());
        }
        return asymmetry(setting).map(bias -> Map.of("averaged SGD on the flat side", bias.hypothesesOfLimit()))
                .orElse(Map.of());
    }

    /** The theory of two slopes is about one parameter and the steps of plain SGD. */
    static Optional<AsymmetricBias> asymmetry(Setting setting) {
        return setting.surface().geometry() == Geometry.LINE && setting.sgd().plain()
                ? AsymmetricBias.of(setting.atFirstOrder().effective()) : Optional.empty();
    }

    private static Map<String, List<Hypothesis>> ofValley(PlainSetting setting) {
        Map<String, List<Hypothesis>> hypotheses = new LinkedHashMap<>();
        hypotheses.put("effective loss", EffectiveLoss.of(setting).hypotheses());
        hypotheses.put("next order", NextOrder.of(setting).hypotheses());
        hypotheses.put("general noise", GeneralNoise.of(setting).hypotheses());
        hypotheses.put("finite learning rate", FiniteLearningRate.of(setting).hypotheses());
        if (setting.flatSet().isPresent()) {
            hypotheses.put("convergence time", ConvergenceTime.of(setting).hypotheses());
        }
        return hypotheses;
    }
}
