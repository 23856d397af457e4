package org.thalweg.results.simulation;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.quantity.Digits;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.trajectory.Dynamics;

/** What the steps of a simulation are too long for. */
public final class StepRemarks {
    /** Relative shift of a mean by the step that goes without saying. */
    private static final double LARGEST_SHIFT = 0.05;

    private StepRemarks() {}

    /** Beyond 2 / lambda a step across the sharpest part grows: what is simulated there is not the diffusion. */
    public static List<String> ofGrowth(Setting setting, double step) {
        if (!setting.sgd().plain() || !setting.hasDiffusion() || !setting.surface().geometry().valley()) {
            return List.of();
        }
        double stableBelow = StepSizeBound.of(setting.atFirstOrder().effective()).stableBelow();
        return step >= stableBelow ? List.of("steps of " + Digits.of(step)
                + " grow across the sharpest part of the valley; stable below " + Digits.of(stableBelow)) : List.of();
    }

    /**
     * Over a kink the drift changes at once: Euler-Maruyama shifts the mean by step |b+ b-| / (2 D) of itself
     * (docs/theory/asymmetric-valleys.md), and at a step of one learning rate it is the recursion of SGD.
     */
    public static List<String> ofKinks(Setting setting, Dynamics dynamics) {
        List<String> remarks = new ArrayList<>();
        if (dynamics.witness() != Witness.SDE || setting.surface().geometry() != Geometry.LINE) {
            return remarks;
        }
        double[] slope = new double[1];
        for (double kink : setting.surface().landmarks().kinks()) {
            setting.surface().gradient(new double[] {Math.nextUp(kink)}, slope);
            double right = slope[0];
            setting.surface().gradient(new double[] {Math.nextDown(kink)}, slope);
            double resolved = LARGEST_SHIFT * 2.0 * setting.diffusion().diffusion(0, new double[] {kink})
                    / Math.abs(right * slope[0]);
            if (dynamics.timeStep() > resolved) {
                remarks.add("steps of " + Digits.of(dynamics.timeStep()) + " are long against the diffusion at the kink"
                        + " of the loss at x = " + Digits.of(kink) + "; resolved to "
                        + Math.round(100.0 * LARGEST_SHIFT) + " percent by --step " + Digits.of(resolved));
            }
        }
        return remarks;
    }
}
