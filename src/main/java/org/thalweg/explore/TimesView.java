package org.thalweg.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.results.Bound;
import org.thalweg.theory.escape.ConvergenceTime;

/** The time to reach the flat set, by the theory and by the backward equation, and the bounds of the noise. */
final class TimesView {
    /** Relative; far below what a page shows. */
    private static final double TOLERANCE = 1e-6;

    private TimesView() {}

    static Map<String, Object> of(Screen screen) {
        Setting setting = screen.setting();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("learningRate", setting.sgd().learningRate());
        if (setting.sgd().schedule().constant()) {
            view.put("bounds", Bound.all(setting).stream().map(bound -> Map.of("name", bound.name(),
                    "learningRate", bound.asLearningRate(setting), "consequence", bound.consequence())).toList());
            view.put("absent", Bound.absent(setting));
        } else {
            view.put("bounds", List.of());
            view.put("absent", Map.of());
        }
        if (setting.flatSet().isPresent()) {
            view.put("convergence", convergence(screen));
        }
        return view;
    }

    private static Map<String, Object> convergence(Screen screen) {
        PlainSetting setting = screen.plain();
        Map<String, Object> times = new LinkedHashMap<>();
        times.put("flatness", setting.flatSet().orElseThrow().flatness());
        if (setting.surface().geometry().valley()) {
            ConvergenceTime theory = ConvergenceTime.of(setting.atFirstOrder());
            times.put("theory", DensityView.number(theory.mean().times(setting.clock())));
            times.put("words", theory.inWords());
            times.put("holds", theory.hypotheses().stream().allMatch(Hypothesis::holds));
            if (Double.isInfinite(theory.meanTime()) || theory.beyondNumbers()) {
                return times;
            }
        }
        times.put("density", DensityView.number(
                FirstPassage.by(DensityMethod.AUTO, setting, screen.resolution(), TOLERANCE).mean()
                        .times(setting.clock())));
        return times;
    }
}
