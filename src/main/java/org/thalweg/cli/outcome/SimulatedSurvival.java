package org.thalweg.cli.outcome;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.measure.SurvivalEstimate;
import org.thalweg.model.Setting;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Passages;

/** What {@code simulate --survival} leaves. */
final class SimulatedSurvival {
    private SimulatedSurvival() {}

    /** Particles that are lost on the way never arrive; those under way at the limit are censored there. */
    static void add(Outcome outcome, Setting setting, EnsembleResult result) {
        Passages passages = result.passages();
        double[] arrivals = passages.blocks().stream().flatMapToDouble(Arrays::stream)
                .map(steps -> steps * passages.timeStep()).toArray();
        double[] others = new double[Math.toIntExact(passages.particles() - passages.arrived())];
        Arrays.fill(others, Double.POSITIVE_INFINITY);
        Map<String, SurvivalFunction> computed = new LinkedHashMap<>();
        if (setting.hasDiffusion() && Line.refuses(setting.effective()).isEmpty()
                && setting.startDistribution().isEmpty() && !Approach.arrived(setting.effective())) {
            computed.putAll(DensityPassage.survival(setting.effective(), DensityMethod.AUTO, Resolution.DEFAULT));
        } else {
            outcome.note("no survival function of the operator: it needs a diffusion along a valley, from one point"
                    + " outside the flat set");
        }
        DensityPassage.write(outcome, setting, result.witness(), Optional.of(SurvivalEstimate.of(arrivals, others)),
                computed);
    }
}
